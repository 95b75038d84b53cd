import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Desk } from '../../../electron/desk/open-desk.ts'
import type { Desktop } from '../../../electron/rpc/desktop.ts'
import { appRouter } from '../../../electron/rpc/router.ts'
import { createCallerFactory } from '../../../electron/rpc/trpc.ts'
import { JPEG } from '../../support/images.ts'
import { openTestDesk, temporaryFolder } from '../../support/library.ts'

const PIECE = 1024 * 1024

/** What a page does with a pack: it gives it in pieces, looks, and adds it. */
async function given(desk: Desk, pack: Uint8Array) {
  const { packs } = createCallerFactory(appRouter)({ desk, desktop: {} as Desktop, appVersion: '0' })
  const id = await packs.open()
  for (let from = 0; from < pack.length; from += PIECE) {
    const content = Buffer.from(pack.subarray(from, from + PIECE)).toString('base64')
    await packs.give({ id, content, isLast: from + PIECE >= pack.length })
  }
  return { id, packs }
}

/** What a JPEG's pixels look like, coded; 0xff would begin a marker. */
const NOISE = randomBytes(4.5 * PIECE).map((byte) => byte & 0x7f)
const largePicture = (number: number) =>
  Buffer.concat([JPEG.subarray(0, -2), Buffer.of(number), NOISE, JPEG.subarray(-2)])

async function release(pictures: number) {
  const lead = openTestDesk()
  const group = lead.groups.create('售前', null)
  for (let number = 0; number < pictures; number++)
    lead.phrases.create({
      ...{ title: `尺码表 ${number}`, body: '见图', groupId: group.id },
      images: [lead.images.add(largePicture(number), '').hash],
    })
  lead.phrases.create({ title: '包邮', body: '满99包邮', groupId: group.id })
  const library = await lead.team.begin({
    ...{ name: '屿禾团队', publisher: '安然', rootGroups: [group.id], allowsEdits: false },
  })
  const publish = async () =>
    (await lead.team.publish(library.id, { message: null, mustUpdateBy: null })).bytes
  return { publish, fingerprint: library.fingerprint }
}

describe('a pack that a window opens', { timeout: 120_000 }, () => {
  it('is looked at, brought in and undone', async () => {
    const lead = await release(0)
    const agent = openTestDesk({ presence: 'host' })
    const { id, packs } = await given(agent, await lead.publish())
    expect(await packs.preview(id)).toMatchObject({ trust: 'new', totals: { added: 1 } })
    await expect(packs.add({ id })).rejects.toMatchObject({ message: expect.stringContaining('指纹') })
    expect(agent.team.list()).toEqual([])
    const outcome = await packs.add({ id, trusted: lead.fingerprint })
    expect(outcome).toMatchObject({ library: { name: '屿禾团队', phrases: 1 }, totals: { added: 1 } })
    expect(agent.safekeeping.state().backups).toMatchObject([{ reason: 'import', holds: { phrases: 0 } }])
    expect(agent.phrases.list({ offset: 0, limit: 9 }).phrases).toMatchObject([
      { body: '满99包邮', source: 'team' },
    ])
    await expect(packs.preview(id)).rejects.toMatchObject({
      message: expect.stringContaining('已经是第 1 版'),
    })
    await agent.undo.undo(agent.undo.state().undo?.id)
    expect(agent.phrases.list({ offset: 0, limit: 9 }).total).toBe(0)
  })

  it('is told of to all windows, even when only its message is new', async () => {
    const lead = await release(0)
    const agent = openTestDesk({ presence: 'host' })
    const first = await given(agent, await lead.publish())
    await first.packs.add({ id: first.id, trusted: lead.fingerprint })
    const second = await given(agent, await lead.publish())
    const told: string[] = []
    agent.onEvent(({ kind }) => told.push(kind))
    await second.packs.add({ id: second.id })
    expect(told).toContain('library-changed')
  })

  it('is not brought in when it became another since it was looked at', async () => {
    const lead = await release(0)
    const agent = openTestDesk()
    const file = path.join(temporaryFolder(), '团队.g6pack')
    writeFileSync(file, await lead.publish())
    const id = agent.packs.openFile(file)
    const { manifestHash: seen } = await agent.packs.preview(id)
    writeFileSync(file, await lead.publish())
    await expect(agent.packs.add(id, { trusted: lead.fingerprint, seen })).rejects.toMatchObject({
      code: 'release-changed',
    })
    expect(agent.team.list()).toEqual([])
  })

  it('may be larger than a message between window and desk', async () => {
    const lead = await release(8)
    const pack = await lead.publish()
    expect(pack.length).toBeGreaterThan(32 * PIECE)
    const agent = openTestDesk()
    const { id, packs } = await given(agent, pack)
    expect(await packs.add({ id, trusted: lead.fingerprint })).toMatchObject({ totals: { added: 9 } })
    await packs.close(id)
    await expect(packs.preview(id)).rejects.toMatchObject({ message: expect.stringContaining('已经关闭') })
  })
})
