import { describe, expect, it } from 'vitest'
import { createPackThreads } from '../../../electron/desk/packs/pack-threads.ts'
import { openTestDesk } from '../../support/library.ts'

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
  const threads = createPackThreads({ dataDir, session: '', hasWindows: true, now: Date.now })
  const bringIn = (beforeWriting: () => Promise<unknown>) =>
    threads.bringIn({ kind: 'file', bytes }, { trusted: fingerprint }, beforeWriting)
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
