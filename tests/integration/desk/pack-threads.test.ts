import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { HEAD_FILE } from '../../../electron/desk/channels/head.ts'
import { DATABASE_FILE } from '../../../electron/desk/database/open-database.ts'
import { createIncomingReleases } from '../../../electron/desk/packs/incoming-releases.ts'
import { createPackThreads } from '../../../electron/desk/packs/pack-threads.ts'
import { memoryStore } from '../../support/channel-store.ts'
import { ANYWHERE, EVERYONE } from '../../support/channels.ts'
import { openTestDesk } from '../../support/library.ts'
import { NO_NOTES } from '../../support/packs.ts'

/** A thread at the first release of a team, for an agent whose desk is open. */
async function firstRelease() {
  const boss = openTestDesk({ presence: 'host' })
  const group = boss.groups.create('售前', null)
  boss.phrases.create({ title: '包邮说明', body: '亲，包邮。', groupId: group.id })
  const { id, fingerprint } = await boss.team.begin({
    ...{ name: '屿禾团队', publisher: '安然', rootGroups: [group.id], allowsEdits: false },
  })
  const { bytes } = await boss.team.publish(id, { message: null, mustUpdateBy: null })
  const { dataDir, team } = openTestDesk({ presence: 'host' })
  const threads = createPackThreads({
    dataDir,
    session: '',
    hasWindows: true,
    isQuick: () => false,
    now: Date.now,
  })
  const bringIn = (beforeWriting: () => Promise<unknown>) =>
    createIncomingReleases(threads).bringIn({ kind: 'file', bytes }, { trusted: fingerprint }, beforeWriting)
  return { bringIn, threads, team }
}

describe('a release whose thread ends before it has answered', () => {
  it('did not change the library while it waited for leave to write, and says so', async () => {
    const { bringIn, threads, team } = await firstRelease()
    const waiting = Promise.withResolvers<void>()
    const refusal = expect(
      bringIn(() => {
        waiting.resolve()
        return new Promise(() => undefined)
      }),
    ).rejects.toThrow('话术库没有改动')
    await waiting.promise
    await threads.closeAll()
    await refusal
    expect(team.list()).toEqual([])
  })

  it('may have changed it once it had leave: nobody claims that it did not', async () => {
    const { bringIn, threads } = await firstRelease()
    let closed = Promise.resolve()
    const refusal = expect(
      bringIn(async () => {
        closed = threads.closeAll()
      }),
    ).rejects.toThrow('没有收到结果，可能已经更新了')
    await refusal
    await closed
  })
})

/** A lead whose library is too large to be published while windows wait. */
async function leadOfMany(options: Parameters<typeof openTestDesk>[0] = {}) {
  const desk = openTestDesk({ presence: 'host', ...options })
  const rows = Array.from({ length: 600 }, (_, n) => `k${n},亲，第 ${n} 款有现货。,售前`)
  const csv = ['快捷短语编码,快捷短语,快捷短语分组', ...rows].join('\n')
  await desk.imports.apply({ name: '库.csv', bytes: Buffer.from(csv) })
  const rootGroups = desk.groups.list().flatMap(({ id, name }) => (name === '售前' ? id : []))
  const { id } = await desk.team.begin({
    ...{ name: '屿禾团队', publisher: '安然', rootGroups, allowsEdits: false },
  })
  return { desk, id }
}

describe('publishing a large library', () => {
  it('that is ended before its thread answers says what is not known, and is whole or not there at all', async () => {
    const { desk, id } = await leadOfMany()
    const refusal = expect(desk.team.publish(id, NO_NOTES)).rejects.toMatchObject({
      code: 'publish-failed',
      message: expect.stringContaining('可能已经记为发布了'),
    })
    await setImmediate()
    await desk.packs.closeAll()
    await refusal
    const [library] = desk.team.list()
    expect([library?.version, library?.phrases]).toEqual(library?.version === 0 ? [0, 0] : [1, 600])
  })

  it('answers the windows before the release is foretold, and before it is made', async () => {
    const { desk, id } = await leadOfMany()
    for (const work of [() => desk.team.removals(id), () => desk.team.publish(id, NO_NOTES)]) {
      const happened: string[] = []
      const ended = work().then(() => happened.push('ended'))
      await setImmediate()
      happened.push(desk.phrases.list({ offset: 0, limit: 1 }).total === 600 ? 'answered' : 'wrong')
      await ended
      expect(happened).toEqual(['answered', 'ended'])
    }
    expect(desk.team.list()).toMatchObject([{ version: 1, phrases: 600 }])
    expect(desk.undo.state().undo?.label).toContain('发布团队话术')
  })

  it('is no change by another program: the search is not filled anew for it', async () => {
    const { desk, id } = await leadOfMany()
    await desk.team.publish(id, NO_NOTES)
    const events: string[] = []
    desk.onEvent(({ kind }) => events.push(kind))
    desk.phrases.update(desk.phrases.list({ offset: 0, limit: 1 }).phrases[0]!.id, {
      title: '改',
      body: '改',
    })
    desk.team.list()
    expect(events).toEqual(['library-changed'])
  })

  it('through a channel lets its thread wait for another program’s writing, not the windows', async () => {
    const store = memoryStore()
    const { desk, id } = await leadOfMany({ channelWorld: { openStore: () => store } })
    await desk.channels.attach(id, { address: ANYWHERE, secret: null })
    const other = new Database(path.join(desk.dataDir, DATABASE_FILE))
    const answers: number[] = []
    const write = store.write
    store.write = async (file, ...rest) => {
      const written = await write(file, ...rest)
      if (file === HEAD_FILE) {
        other.exec('BEGIN IMMEDIATE')
        setTimeout(() => {
          answers.push(desk.phrases.list({ offset: 0, limit: 1 }).total)
          other.exec('ROLLBACK')
        })
      }
      return written
    }
    expect(await desk.channels.publish(id, EVERYONE)).toMatchObject({ version: 1 })
    other.close()
    expect(answers).toEqual([600])
    expect(desk.team.list()).toMatchObject([{ version: 1, phrases: 600 }])
  })
})
