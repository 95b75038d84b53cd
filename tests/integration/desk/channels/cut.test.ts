import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Desk } from '../../../../electron/desk/open-desk.ts'
import { type Cut, cuttable, memoryStore } from '../../../support/channel-store.ts'
import { lead, subscribed } from '../../../support/channels.ts'

/** More operations than a small release takes: the test ends at the first try that was not cut. */
const MANY = 40
const ADDRESS = { kind: 'folder', path: '/anywhere' } as const
const WAYS: Cut['when'][] = ['before', 'after']

const bodiesOf = (desk: Desk): string[] =>
  desk.phrases
    .list({ offset: 0, limit: 100 })
    .phrases.map(({ body }) => body)
    .sort()

const opening = (line: ReturnType<typeof cuttable>) => ({ channelWorld: { openStore: () => line.line } })

async function team() {
  const store = memoryStore()
  const publishing = cuttable(store)
  const fetching = cuttable(store)
  const boss = await lead({ ...opening(publishing), address: ADDRESS, count: 40 })
  await boss.publish()
  const agent = await subscribed(ADDRESS, opening(fetching))
  expect(bodiesOf(agent)).toEqual(bodiesOf(boss.desk))
  /** Changes phrases in several parts of the library. */
  const change = (round: string) => {
    for (const n of [0, 39]) boss.edit(boss.phrases[n]!.id, { body: `亲，${round}的第${n}条。` })
  }
  return { store, publishing, fetching, boss, agent, change }
}

describe.each(WAYS)('a line that is cut (%s the store has done it)', { timeout: 180_000 }, (when) => {
  it('at any step of publishing leaves the channel as it was, or has published all; the next try succeeds', async () => {
    const { publishing, boss, agent, change } = await team()
    let attempt = 1
    for (let isCut = true; isCut; attempt++) {
      expect(attempt).toBeLessThan(MANY)
      const before = bodiesOf(agent)
      change(`第${attempt}回`)
      const after = bodiesOf(boss.desk)
      publishing.cut({ at: attempt, when })
      isCut = await boss.publish().then(
        () => false,
        () => true,
      )
      publishing.cut(null)
      await agent.channels.check(boss.library.id)
      const seen = bodiesOf(agent)
      expect([before, after]).toContainEqual(seen)
      if (!isCut) continue
      const { version } = await boss.publish()
      expect(await agent.channels.check(boss.library.id)).toMatchObject({
        present: version,
        status: 'current',
      })
      expect(bodiesOf(agent)).toEqual(after)
    }
    // Head, delta and a part at least; the two phrases may lie in one.
    expect(attempt).toBeGreaterThan(4)
  })

  it('at any step of fetching leaves the agent’s library as it was; the next try goes on where it was', async () => {
    const { fetching, boss, agent, change } = await team()
    let attempt = 1
    for (let isCut = true; isCut; attempt++) {
      expect(attempt).toBeLessThan(MANY)
      const before = bodiesOf(agent)
      change(`第${attempt}回`)
      const { version } = await boss.publish()
      fetching.cut({ at: attempt, when })
      const state = await agent.channels.check(boss.library.id)
      isCut = state.status === 'offline'
      expect(bodiesOf(agent)).toEqual(isCut ? before : bodiesOf(boss.desk))
      fetching.cut(null)
      expect(await agent.channels.check(boss.library.id)).toMatchObject({
        present: version,
        status: 'current',
      })
      expect(bodiesOf(agent)).toEqual(bodiesOf(boss.desk))
    }
    // Head, delta and a part at least; the two phrases may lie in one.
    expect(attempt).toBeGreaterThan(4)
  })
})

describe('a fetch that was cut', () => {
  it('does not fetch again what is here already', async () => {
    const { fetching, boss, agent, change } = await team()
    change('新')
    await boss.publish()
    fetching.cut(null)
    await agent.channels.check(boss.library.id)
    const whole = fetching.operations()
    change('更新')
    await boss.publish()
    fetching.cut({ at: whole, when: 'before' })
    expect(await agent.channels.check(boss.library.id)).toMatchObject({ status: 'offline' })
    fetching.cut(null)
    expect(await agent.channels.check(boss.library.id)).toMatchObject({ status: 'current' })
    expect(fetching.operations()).toBeLessThan(whole)
  })
})

describe('a store without room', () => {
  it('says so at any step, keeps the channel as it was, and publishes when there is room again', async () => {
    const { publishing, boss, agent, change } = await team()
    const before = bodiesOf(agent)
    change('满')
    for (const at of [2, 3, 4, 5]) {
      publishing.cut({ at, when: 'before', problem: 'full' })
      await expect(boss.publish()).rejects.toMatchObject({ code: 'channel-refused' })
      await agent.channels.check(boss.library.id)
      expect(bodiesOf(agent)).toEqual(before)
    }
    publishing.cut(null)
    expect((await boss.publish()).version).toBe(2)
  })
})

describe('a disk that takes nothing', () => {
  it('keeps the agent’s library as it is, says so, and goes on when it does again', async () => {
    const { boss, agent, change } = await team()
    const before = bodiesOf(agent)
    const cache = path.join(agent.dataDir, 'channels')
    rmSync(cache, { recursive: true })
    writeFileSync(cache, '')
    change('新')
    await boss.publish()
    expect(await agent.channels.check(boss.library.id)).toMatchObject({
      ...{ status: 'refused', present: 1, problem: expect.stringContaining('没有受影响') },
    })
    expect(bodiesOf(agent)).toEqual(before)
    rmSync(cache)
    expect(await agent.channels.check(boss.library.id)).toMatchObject({ status: 'current', present: 2 })
  })
})
