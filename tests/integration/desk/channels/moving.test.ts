import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { type ChannelStore, ChannelStoreError } from '../../../../electron/desk/channels/channel-store.ts'
import type { ChannelAddress } from '../../../../shared/model/channel.ts'
import { memoryStore } from '../../../support/channel-store.ts'
import { lead, subscribed } from '../../../support/channels.ts'
import { openTestDesk } from '../../../support/library.ts'

const OLD: ChannelAddress = { kind: 'webdav', url: 'https://old.example/team', user: '' }
const NEW: ChannelAddress = { kind: 'webdav', url: 'https://new.example/team', user: 'me' }

/** A team whose channel stands in two places, the newer version only in the new one; what reads the old one can be held. */
async function movedTeam() {
  const files = { old: new Map<string, Uint8Array>(), new: new Map<string, Uint8Array>() }
  let hold: { begun: () => void; until: Promise<void>; fails: boolean } | null = null
  const oldStore: ChannelStore = {
    ...memoryStore(files.old),
    async read(path, options) {
      const answer = await memoryStore(files.old).read(path, options)
      if (!hold || path !== 'channel.json') return answer
      const { begun, until, fails } = hold
      begun()
      await until
      if (fails) throw new ChannelStoreError('denied', '密码不对')
      return answer
    },
  }
  let knocks = 0
  const openStore = (address: ChannelAddress): ChannelStore => {
    if (address.kind === 'webdav' && address.url.includes('old')) return oldStore
    knocks++
    return memoryStore(files.new)
  }
  const around = { channelWorld: { openStore } }
  const boss = await lead({ ...around, address: OLD })
  await boss.publish()
  const agent = await subscribed(OLD, around)
  for (const [path, bytes] of files.old) files.new.set(path, bytes)
  await boss.desk.channels.attach(boss.library.id, { address: NEW, secret: 'geheim' })
  await boss.publish()

  /** Begins a check of the old place, and has the channel moved while that is under way. */
  async function moveDuringCheck(fails: boolean) {
    let release = () => {}
    const until = new Promise<void>((resolve) => {
      release = resolve
    })
    const begun = new Promise<void>((resolve) => {
      hold = { begun: resolve, until, fails }
    })
    const check = agent.channels.check(boss.library.id)
    await begun
    knocks = 0
    const move = agent.channels.attach(boss.library.id, { address: NEW, secret: 'geheim' })
    while (knocks === 0) await nextTurn()
    for (let turn = 0; turn < 20; turn++) await nextTurn()
    release()
    await check
    return move
  }
  return { moveDuringCheck }
}

it('a check that began with the old password says nothing against the new one', async () => {
  const { moveDuringCheck } = await movedTeam()
  expect(await moveDuringCheck(true)).toMatchObject({
    ...{ address: NEW, status: 'current', problem: null, asksForSecret: false },
    ...{ offered: { version: 2 }, present: 2 },
  })
})

it('a check that began at the old address leaves nothing of it beside the new one', async () => {
  const { moveDuringCheck } = await movedTeam()
  expect(await moveDuringCheck(false)).toMatchObject({ address: NEW, offered: { version: 2 }, present: 2 })
})

it('a store that was being opened with the old password is held for nobody once there is a new one', async () => {
  const inside = memoryStore()
  let right = 'old secret'
  const openStore = (_: ChannelAddress, secret: string | null): ChannelStore => ({
    ...inside,
    async read(path, options) {
      if (secret !== null && secret !== right) throw new ChannelStoreError('denied', '密码不对')
      return inside.read(path, options)
    },
  })
  let held: Promise<void> | null = null
  let reached = () => {}
  const keyProtector = async () => ({
    protect: async (secret: string) => Buffer.from(secret),
    async reveal(wrapped: Buffer) {
      const secret = wrapped.toString()
      if (secret === 'old secret') {
        reached()
        await held
      }
      return secret
    },
  })
  const around = { channelWorld: { openStore }, keyProtector }
  const boss = await lead({ ...around, address: OLD })
  const id = boss.library.id
  await boss.publish()
  await boss.desk.channels.attach(id, { address: NEW, secret: 'old secret' })
  await boss.desk.close()

  const { promise, resolve: release } = Promise.withResolvers<void>()
  const asked = Promise.withResolvers<void>()
  held = promise
  reached = asked.resolve
  const next = openTestDesk({ presence: 'host', dataDir: boss.desk.dataDir, ...around })
  const inbox = next.channels.inbox(id)
  await asked.promise
  right = 'new secret'
  await next.channels.attach(id, { address: NEW, secret: 'new secret' })
  release()
  await inbox
  expect(await next.channels.check(id)).toMatchObject({ status: 'current', problem: null })
})
