import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Desk } from '../../../electron/desk/open-desk.ts'
import type { PackSource } from '../../../electron/desk/packs/pack-messages.ts'
import { answerOf } from '../../../electron/desk/packs/pack-work.ts'
import type { ChannelAddress, ChannelHead } from '../../../shared/model/channel.ts'
import { lead, subscribed, titlesOf } from '../../support/channels.ts'
import { openTestDesk } from '../../support/library.ts'

/** Brings a release in for somebody who does something else while the backup before it is made. */
const bringIn = (desk: Desk, source: PackSource, trusted: string, meanwhile: () => void) =>
  answerOf(
    {
      dataDir: desk.dataDir,
      session: '',
      at: Date.now(),
      source,
      work: { kind: 'bring-in', consent: { trusted } },
    },
    async () => meanwhile(),
  )

/** The newest release of a channel, as the agent's cache has it. */
function newestIn(address: ChannelAddress, desk: Desk): PackSource {
  if (address.kind !== 'folder') throw new Error('no folder')
  const [line = ''] = readFileSync(path.join(address.path, 'channel.json'), 'utf8').split('\n')
  const { library, releases }: ChannelHead = JSON.parse(line)
  const [newest] = releases.toSorted((a, b) => b.version - a.version)
  const release = { manifestHash: newest!.manifest, signature: Buffer.from(newest!.signature, 'base64') }
  return {
    kind: 'cached',
    folder: path.join(desk.dataDir, 'channels'),
    libraryId: library.id,
    release,
    trunk: null,
  }
}

describe('a library that is left while its release comes in', () => {
  it('is not brought back by a pack', async () => {
    const boss = await lead()
    const { id, fingerprint } = boss.library
    const agent = openTestDesk({ presence: 'host' })
    agent.team.apply((await boss.desk.team.publish(id, { message: null, mustUpdateBy: null })).bytes, {
      trusted: fingerprint,
    })
    boss.write('新的一条')
    const { bytes } = await boss.desk.team.publish(id, { message: null, mustUpdateBy: null })
    const leave = () => agent.team.leave(id, 'remove')
    expect(await bringIn(agent, { kind: 'file', bytes }, fingerprint, leave)).toMatchObject({
      ...{ kind: 'failed', code: 'pack-refused', message: expect.stringContaining('退出') },
    })
    expect(agent.team.list()).toEqual([])
    expect(titlesOf(agent)).toEqual([])
  })

  it('is not brought back by its channel, though every phrase of it is another by then', async () => {
    const { agent, source, fingerprint, id } = await offered()
    const leave = () => agent.team.leave(id, 'remove')
    expect(await bringIn(agent, source, fingerprint, leave)).toMatchObject({ code: 'pack-refused' })
    expect(agent.team.list()).toEqual([])
    expect(titlesOf(agent)).toEqual([])
  })

  it('gets nothing more of a channel that it was cut off from meanwhile', async () => {
    const { agent, source, fingerprint, id } = await offered()
    const cutOff = () => agent.channels.detach(id)
    expect(await bringIn(agent, source, fingerprint, cutOff)).toMatchObject({
      ...{ code: 'pack-refused', message: expect.stringContaining('断开了频道') },
    })
    expect(agent.team.list()).toMatchObject([{ version: 1 }])
  })

  it('comes in when nothing of the kind happens', async () => {
    const { agent, source, fingerprint } = await offered()
    expect(await bringIn(agent, source, fingerprint, () => undefined)).toMatchObject({ kind: 'outcome' })
    expect(agent.team.list()).toMatchObject([{ version: 2 }])
  })
})

/** An agent with the first release, to whom a second one is offered that changes the one phrase there is. */
async function offered() {
  const boss = await lead({ count: 1 })
  const { id, fingerprint } = boss.library
  await boss.publish()
  const agent = await subscribed(boss.address)
  agent.channels.configure(id, { isAutomatic: false, sendsFeedback: false })
  boss.edit(boss.phrases[0]!.id, { title: '改过的' })
  await boss.publish()
  await agent.channels.check(id)
  await agent.channels.preview(id)
  return { agent, id, fingerprint, source: newestIn(boss.address, agent) }
}
