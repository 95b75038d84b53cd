import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import type { ChannelAddress } from '../../../../shared/model/channel.ts'
import { memoryStore } from '../../../support/channel-store.ts'
import { lead, subscribed } from '../../../support/channels.ts'
import { openTestDesk } from '../../../support/library.ts'

const CDN: ChannelAddress = { kind: 'webdav', url: 'https://cdn.example/team', user: '' }

/** An agent with two libraries whose first row another program wrote; `list` is what the next start says of them. */
async function afterRow(change: string) {
  const around = { channelWorld: { openStore: openStores() } }
  const [one, two] = [await lead({ ...around, address: CDN }), await lead(around)]
  await one.publish()
  await two.publish()
  const agent = await subscribed(CDN, around)
  const { fingerprint } = await agent.channels.meet({ address: two.address, secret: null })
  await agent.channels.subscribe({ address: two.address, secret: null, trusted: fingerprint })
  await agent.close()
  const database = new Database(path.join(agent.dataDir, 'golden-six.sqlite'))
  database.prepare(`UPDATE team_channels SET ${change} WHERE library_id = ?`).run(one.library.id)
  database.close()
  const next = openTestDesk({ presence: 'host', dataDir: agent.dataDir, ...around })
  const stateOf = (id: string) => next.channels.list().find(({ libraryId }) => libraryId === id)
  return { next, odd: one.library.id, other: two.library.id, stateOf }
}

function openStores() {
  const stores = new Map<string, ReturnType<typeof memoryStore>>()
  return (address: ChannelAddress) => {
    const key = address.kind === 'webdav' ? new URL(address.url).host : JSON.stringify(address)
    const store = stores.get(key) ?? memoryStore()
    stores.set(key, store)
    return store
  }
}

it('an address with an account in it is read as address and account, and its password is dropped', async () => {
  const { next, odd, stateOf } = await afterRow(
    `address = '{"kind":"webdav","url":"https://me%40qq.com:geheim@cdn.example/team","user":""}'`,
  )
  expect(stateOf(odd)?.address).toEqual({
    ...{ kind: 'webdav', url: 'https://cdn.example/team', user: 'me@qq.com' },
  })
  expect(JSON.stringify(next.channels.list())).not.toContain('geheim')
})

it('an address that nobody can read breaks that channel alone, which can be given another or be left', async () => {
  const { next, odd, other, stateOf } = await afterRow(`address = '{"kind":"carrier pigeon"}'`)
  expect(stateOf(odd)).toMatchObject({ address: null, status: 'refused', present: 1 })
  expect(stateOf(odd)?.problem).toContain('地址')
  await expect(next.channels.check(odd)).rejects.toMatchObject({ code: 'channel-refused' })
  expect(await next.channels.check(other)).toMatchObject({ status: 'current', problem: null })

  expect(await next.channels.attach(odd, { address: CDN, secret: null })).toMatchObject({
    ...{ address: CDN, status: 'current', problem: null },
  })
  next.channels.detach(odd)
  expect(next.channels.list().map(({ libraryId }) => libraryId)).toEqual([other])
})

it('an unreadable channel can be left as it is', async () => {
  const { next, odd, other } = await afterRow(`address = '[]'`)
  next.channels.detach(odd)
  expect(next.channels.list().map(({ libraryId }) => libraryId)).toEqual([other])
})

it('what a channel knew of its releases is asked for anew when it cannot be read', async () => {
  const { next, odd, stateOf } = await afterRow(`head = '{"format":"?"}'`)
  expect(stateOf(odd)).toMatchObject({ offered: null, present: 1 })
  expect(await next.channels.check(odd)).toMatchObject({ status: 'current', offered: { version: 1 } })
})
