import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { ChannelStoreError } from '../../../../electron/desk/channels/channel-store.ts'
import { openDesk } from '../../../../electron/desk/open-desk.ts'
import { memoryStore } from '../../../support/channel-store.ts'
import { lead, subscribed } from '../../../support/channels.ts'

const ADDRESS = { kind: 'folder', path: '/anywhere' } as const

it('a release that was fetched comes in without the network, too', async () => {
  const store = memoryStore()
  const around = { channelWorld: { openStore: () => store } }
  const boss = await lead({ address: ADDRESS, ...around })
  await boss.publish()
  const agent = await subscribed(ADDRESS, around)
  const { id } = boss.library
  agent.channels.configure(id, { isAutomatic: false, sendsFeedback: false })
  boss.edit(boss.phrases[0]!.id, { body: '亲，满 88 包邮。' })
  await boss.publish()
  expect(await agent.channels.check(id)).toMatchObject({ status: 'waiting' })
  store.read = async () => {
    throw new ChannelStoreError('unreachable', '连不上')
  }
  expect(await agent.channels.check(id)).toMatchObject({
    ...{ status: 'offline', problem: '连不上', present: 1, offered: { version: 2 } },
  })
  await agent.channels.preview(id)
  await agent.channels.apply(id, {})
  expect(agent.phrases.get(boss.phrases[0]!.id).body).toBe('亲，满 88 包邮。')
})

it('says after a start when it was asked and when it last answered, and nothing of an address that it left', async () => {
  const store = memoryStore()
  const around = { channelWorld: { openStore: () => store } }
  const boss = await lead({ address: ADDRESS, ...around })
  await boss.publish()
  const agent = await subscribed(ADDRESS, around)
  const { id } = boss.library
  const { workedAt } = await agent.channels.check(id)
  expect(workedAt).not.toBeNull()
  store.read = async () => {
    throw new ChannelStoreError('unreachable', '连不上')
  }
  const { triedAt } = await agent.channels.check(id)
  await agent.close()
  const later = openDesk({ dataDir: agent.dataDir, presence: 'host', ...around })
  onTestFinished(() => later.close())
  expect(later.channels.list()).toMatchObject([{ triedAt, workedAt, status: 'current' }])
  later.channels.detach(id)
  expect(readFileSync(path.join(agent.dataDir, 'channel-checks.json'), 'utf8')).not.toContain(id)
})
