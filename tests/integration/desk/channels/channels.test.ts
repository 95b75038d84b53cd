import { existsSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { HEAD_FILE, readHead, signHead } from '../../../../electron/desk/channels/head.ts'
import { isReached } from '../../../../electron/desk/channels/share.ts'
import { newPublisherKey } from '../../../../electron/desk/packs/signing.ts'
import type { DeskEvent } from '../../../../shared/model/desktop.ts'
import { memoryStore } from '../../../support/channel-store.ts'
import { lead, subscribed, titlesOf } from '../../../support/channels.ts'
import { openTestDesk, temporaryFolder } from '../../../support/library.ts'

const ADDRESS = { kind: 'folder', path: '/anywhere' } as const

/** A lead and a store in memory that everybody reaches. */
async function team(options: Parameters<typeof lead>[0] = {}) {
  const store = memoryStore()
  const around = { channelWorld: { openStore: () => store } }
  const boss = await lead({ address: ADDRESS, ...around, ...options })
  return { store, boss, id: boss.library.id, join: () => subscribed(ADDRESS, around), around }
}

describe('a library that is published to a folder', () => {
  it('reaches an agent who agreed to the fingerprint, and so does the next release by itself', async () => {
    const { desk, library, publish, edit, phrases, address } = await lead()
    expect((await publish({ message: '双11 口径' })).version).toBe(1)

    const agent = openTestDesk({ presence: 'host' })
    const place = { address, secret: null }
    const meeting = await agent.channels.meet(place)
    expect(meeting).toMatchObject({
      ...{ trust: 'new', version: 1, publisher: '安然', fingerprint: library.fingerprint },
    })
    await expect(agent.channels.subscribe({ ...place, trusted: null })).rejects.toThrow('指纹')
    expect(agent.channels.list()).toEqual([])

    const state = await agent.channels.subscribe({ ...place, trusted: meeting.fingerprint })
    expect(state).toMatchObject({
      ...{ role: 'subscriber', present: 1, status: 'current', offered: { version: 1, message: '双11 口径' } },
    })
    expect(titlesOf(agent)).toEqual(titlesOf(desk))

    const arrived: DeskEvent[] = []
    agent.onEvent((event) => arrived.push(event))
    edit(phrases[0]!.id, { body: '亲，满 88 包邮。' })
    await publish({ message: '包邮口径改了' })
    expect(await agent.channels.check(library.id)).toMatchObject({ present: 2, status: 'current' })
    expect(agent.phrases.get(phrases[0]!.id).body).toBe('亲，满 88 包邮。')
    expect(arrived).toContainEqual(
      expect.objectContaining({ kind: 'release-arrived', message: '包邮口径改了', isApplied: true }),
    )
  })

  it('is not taken from a folder that is not there, or has none', async () => {
    const agent = openTestDesk()
    const at = (folder: string) => ({ address: { kind: 'folder', path: folder } as const, secret: null })
    await expect(agent.channels.meet(at('/nowhere/at/all'))).rejects.toMatchObject({
      code: 'channel-offline',
    })
    await expect(agent.channels.meet(at('team'))).rejects.toThrow('完整路径')
    await expect(agent.channels.meet(at(agent.dataDir))).rejects.toThrow('还没有频道')
  })
})

describe('a release that asks for a decision', () => {
  it('waits, and comes in as the person decides', async () => {
    const { boss, id, join } = await team()
    await boss.publish()
    const agent = await join()
    const phrase = boss.phrases[0]!
    agent.phrases.update(phrase.id, { ...agent.phrases.get(phrase.id), body: '亲，我改的这一句。' })
    boss.edit(phrase.id, { body: '亲，主管改的这一句。' })
    await boss.publish()
    expect(await agent.channels.check(id)).toMatchObject({
      status: 'waiting',
      present: 1,
      offered: { version: 2 },
    })
    expect(await agent.channels.check(id)).toMatchObject({ status: 'waiting', present: 1 })
    expect((await agent.channels.preview(id)).totals.conflict).toBe(1)
    await expect(agent.channels.apply(id, {})).rejects.toMatchObject({ code: 'undecided' })
    await agent.channels.apply(id, { [phrase.id]: 'mine' })
    expect(agent.phrases.get(phrase.id).body).toBe('亲，我改的这一句。')
    expect(agent.channels.list()).toMatchObject([{ status: 'current', present: 2 }])
  })

  it('waits, too, where nothing comes in without a click, and after an update was undone', async () => {
    const { boss, id, join } = await team()
    await boss.publish()
    const agent = await join()
    boss.write('新的一条')
    await boss.publish()
    await agent.channels.check(id)
    await agent.undo.undo()
    expect(await agent.channels.check(id)).toMatchObject({ status: 'waiting', present: 1 })
    await agent.channels.apply(id, {})
    agent.channels.configure(id, { isAutomatic: false, sendsFeedback: false })
    boss.write('又一条')
    await boss.publish()
    expect(await agent.channels.check(id)).toMatchObject({ status: 'waiting', present: 2 })
    agent.channels.configure(id, { isAutomatic: true, sendsFeedback: false })
    expect(await agent.channels.check(id)).toMatchObject({ status: 'current', present: 3 })
  })
})

describe('a release that a person looked at', () => {
  it('is what comes in: a newer one in its place is told, and looked at first', async () => {
    const { boss, id, join } = await team()
    await boss.publish()
    const agent = await join()
    agent.channels.configure(id, { isAutomatic: false, sendsFeedback: false })
    boss.write('看过的')
    await boss.publish()
    await agent.channels.check(id)
    const looked = await agent.channels.preview(id)
    boss.write('没看过的')
    await boss.publish()
    await agent.channels.check(id)
    await expect(agent.channels.apply(id, {}, looked.manifestHash)).rejects.toMatchObject({
      ...{ code: 'release-changed', message: expect.stringContaining('第 3 版') },
    })
    expect(titlesOf(agent)).not.toContain('看过的')
    const again = await agent.channels.preview(id)
    const unseen = again.changes.find((change) => 'theirs' in change && change.theirs.title === '没看过的')
    await agent.channels.apply(id, { [unseen?.id ?? '']: 'skip' }, again.manifestHash)
    expect(titlesOf(agent)).toContain('看过的')
    expect(titlesOf(agent)).not.toContain('没看过的')
  })
})

describe('what stands before a release is written', () => {
  it('is a backup: of each that a person brings in, and of those that come by themselves one an hour', async () => {
    let time = Date.parse('2026-11-22T09:00:00+08:00')
    const { boss, id, around } = await team()
    await boss.publish()
    const agent = openTestDesk({ ...around, presence: 'host', now: () => time })
    agent.phrases.create({ title: '我自己的', body: '在的' })
    const { fingerprint } = await agent.channels.meet({ address: ADDRESS, secret: null })
    await agent.channels.subscribe({ address: ADDRESS, secret: null, trusted: fingerprint })
    const backups = () =>
      agent.safekeeping.state().backups.map(({ reason, problem, holds }) => ({
        ...{ reason, problem, phrases: holds?.phrases },
      }))
    const before = { reason: 'import', problem: null, phrases: 1 }
    expect(backups()).toEqual([before])
    const next = async (minutes: number) => {
      time += minutes * 60_000
      boss.write(`又过了 ${minutes} 分钟`)
      await boss.publish()
      await agent.channels.check(id)
      return backups()
    }
    expect(await next(10)).toEqual([before])
    expect(await next(55)).toEqual([{ ...before, phrases: 5 }, before])
    agent.channels.configure(id, { isAutomatic: false, sendsFeedback: false })
    expect(await next(1)).toHaveLength(2)
    await agent.channels.apply(id, {})
    expect(backups()[0]).toEqual({ ...before, phrases: 6 })
  })
})

describe('what a store shows that is not to be believed', () => {
  it('is refused: an old head, another key, another library, a changed byte; and the library stays', async () => {
    const { boss, store, id, join } = await team()
    await boss.publish()
    const old = store.files.get(HEAD_FILE)!
    boss.write('第二版')
    await boss.publish()
    const agent = await join()
    const current = store.files.get(HEAD_FILE)!
    const head = readHead(current)
    const stranger = newPublisherKey()
    const refusedAs = async (bytes: Uint8Array) => {
      store.files.set(HEAD_FILE, bytes)
      const { status, problem, present } = await agent.channels.check(id)
      expect({ status, present }).toEqual({ status: 'refused', present: 2 })
      return problem
    }
    expect(await refusedAs(old)).toContain('以前的目录')
    expect(await refusedAs(signHead({ ...head, publicKey: stranger.publicKey }, stranger))).toContain(
      '密钥变了',
    )
    expect(await refusedAs(signHead(head, stranger))).toContain('签名不对')
    expect(await refusedAs(current.subarray(0, 200))).toContain('没有复制完')
    const newer = Buffer.from(current.toString().replace('"formatVersion":1', '"formatVersion":2'))
    expect(await refusedAs(newer)).toContain('升级')
    store.files.set(HEAD_FILE, current)
    expect(await agent.channels.check(id)).toMatchObject({ status: 'current', present: 2, problem: null })
    expect(titlesOf(agent)).toContain('第二版')
  })

  it('is refused when an object is not what its name says, until it is whole again', async () => {
    const { boss, store, id, join } = await team()
    await boss.publish()
    const agent = await join()
    const before = new Set(store.files.keys())
    boss.write('第二版')
    await boss.publish()
    const added = [...store.files].filter(([name]) => !before.has(name))
    const spoilt = [
      () => Buffer.from('[]\n'),
      () => Buffer.alloc(0),
      (bytes: Uint8Array) => bytes.subarray(0, bytes.length / 2),
    ]
    for (const spoil of spoilt) {
      for (const [name, bytes] of added) store.files.set(name, spoil(bytes))
      expect(await agent.channels.check(id)).toMatchObject({ status: 'refused', present: 1 })
    }
    for (const [name] of added) store.files.delete(name)
    expect(await agent.channels.check(id)).toMatchObject({ status: 'refused', present: 1 })
    for (const [name, bytes] of added) store.files.set(name, bytes)
    expect(await agent.channels.check(id)).toMatchObject({ status: 'current', present: 2 })
  })

  it('keeps an older publisher’s clock out of it', async () => {
    const { boss, id, join } = await team({ now: () => 0 })
    await boss.publish()
    const agent = await join()
    boss.write('第二版')
    await boss.publish()
    expect(await agent.channels.check(id)).toMatchObject({ present: 2 })
  })
})

describe('who publishes', () => {
  it('is told when another machine with the same key was quicker, merges, and publishes on top', async () => {
    const { boss, id, around } = await team()
    await boss.publish()
    const second = await subscribed(ADDRESS, around)
    await second.team.takeKey(id, await boss.desk.team.writeKey(id, undefined), undefined)
    second.phrases.create({
      title: '第二台写的',
      body: '在的',
      groupId: second.team.list()[0]!.rootGroups[0]!,
    })
    boss.write('第一台写的')
    const notes = { message: null, mustUpdateBy: null, share: 100 }
    const both = await Promise.allSettled([boss.publish(), second.channels.publish(id, notes)])
    const lost = both.findIndex(({ status }) => status === 'rejected')
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both[lost]).toMatchObject({ reason: { code: 'channel-behind' } })
    const slower = lost === 0 ? boss.desk : second
    await slower.channels.check(id)
    await slower.channels.apply(id, {})
    await slower.channels.publish(id, notes)
    const reader = await subscribed(ADDRESS, around)
    expect(titlesOf(reader)).toEqual(expect.arrayContaining(['第一台写的', '第二台写的']))
  })

  it('does not hide what another put into the channel behind releases of its own in files, and merges both', async () => {
    const { boss, id, around } = await team({ count: 3 })
    await boss.publish()
    const second = await subscribed(ADDRESS, around)
    await second.team.takeKey(id, await boss.desk.team.writeKey(id, undefined), undefined)
    const [first, last] = [boss.phrases[0]!.id, boss.phrases[2]!.id]
    second.phrases.update(last, { ...second.phrases.get(last), title: '第二台改的' })
    const notes = { message: null, mustUpdateBy: null, share: 100 }
    await second.channels.publish(id, notes)
    // Version 2 and 3 here, in files: as many as in the channel, and more.
    boss.edit(first, { title: '第一台改的' })
    const inFile = { message: null, mustUpdateBy: null }
    await boss.desk.team.publish(id, inFile)
    await expect(boss.publish()).rejects.toMatchObject({ code: 'channel-behind' })
    boss.write('第一台写的')
    await boss.desk.team.publish(id, inFile)
    await expect(boss.publish()).rejects.toMatchObject({
      ...{ code: 'channel-behind', message: expect.stringContaining('用文件发布的') },
    })
    expect(await boss.desk.channels.check(id)).toMatchObject({ status: 'waiting', present: 3 })
    const preview = await boss.desk.channels.preview(id)
    expect(preview.totals).toMatchObject({ changed: 1, conflict: 0, removed: 0, added: 0 })
    await boss.desk.channels.apply(id, {}, preview.manifestHash)
    expect(titlesOf(boss.desk)).toEqual(['第一台写的', '第一台改的', '第2条', '第二台改的'].sort())
    expect((await boss.publish()).version).toBe(4)
    const reader = await subscribed(ADDRESS, around)
    expect(titlesOf(reader)).toEqual(titlesOf(boss.desk))
  })

  it('merges another’s release in a file, too, where both gave away files beside the channel', async () => {
    const { boss, id, around } = await team({ count: 3 })
    await boss.publish()
    const second = await subscribed(ADDRESS, around)
    await second.team.takeKey(id, await boss.desk.team.writeKey(id, undefined), undefined)
    const [first, last] = [boss.phrases[0]!.id, boss.phrases[2]!.id]
    const inFile = { message: null, mustUpdateBy: null }
    second.phrases.update(last, { ...second.phrases.get(last), title: '第二台改的' })
    second.phrases.create({ title: '第二台写的', body: '在的', groupId: second.phrases.get(last).groupId })
    await second.team.publish(id, inFile)
    await second.channels.check(id)

    boss.edit(first, { title: '第一台改的' })
    await boss.desk.team.publish(id, inFile)
    const { bytes } = await boss.desk.team.publish(id, inFile)
    const pack = second.packs.open()
    second.packs.give(pack, bytes, true)
    const preview = await second.packs.preview(pack)
    expect(preview.totals).toMatchObject({ changed: 1, conflict: 0, removed: 0, added: 0 })
    await second.packs.add(pack, { seen: preview.manifestHash })
    expect(titlesOf(second)).toEqual(['第一台改的', '第2条', '第二台改的', '第二台写的'].sort())
    // And so it is with what that one puts into the channel afterwards.
    await boss.publish()
    await second.channels.check(id)
    await second.channels.apply(id, {})
    expect(titlesOf(second)).toEqual(['第一台改的', '第2条', '第二台改的', '第二台写的'].sort())
  })

  it('is told which changes of another’s the next release takes back, until it has', async () => {
    const { boss, id, around } = await team({ count: 3 })
    await boss.publish()
    const second = await subscribed(ADDRESS, around)
    await second.team.takeKey(id, await boss.desk.team.writeKey(id, undefined), undefined)
    const [leftOut, taken, own] = boss.phrases.map((phrase) => phrase.id) as [string, string, string]
    for (const one of [leftOut, taken]) boss.edit(one, { title: `主管改的${one === taken ? '甲' : '乙'}` })
    await boss.publish()
    second.phrases.update(own, { ...second.phrases.get(own), title: '自己改的' })
    await second.channels.check(id)
    await second.channels.apply(id, { [leftOut]: 'skip' })
    expect(second.team.removals(id)).toEqual({
      ...{ count: 0, titles: [] },
      takenBack: { count: 1, titles: ['主管改的乙'] },
    })
    await second.channels.publish(id, { message: null, mustUpdateBy: null, share: 100 })
    second.phrases.update(leftOut, { ...second.phrases.get(leftOut), title: '后来自己改的' })
    expect(second.team.removals(id).takenBack).toEqual({ count: 0, titles: [] })
  })

  it('sends only what the store lacks', async () => {
    const { boss, store } = await team({ count: 100 })
    await boss.publish()
    boss.edit(boss.phrases[0]!.id, { body: '亲，改了。' })
    const before = new Set(store.files.keys())
    const { sent } = await boss.publish()
    // One part, the manifest and what leads to it; the head is no object.
    expect(sent.objects).toBeLessThanOrEqual(3)
    expect(sent.bytes).toBe(
      [...store.files].reduce((sum, [name, bytes]) => sum + (before.has(name) ? 0 : bytes.length), 0),
    )
  })

  it('lets a release go to some first, always the same and more of them, and then to all', async () => {
    const { boss, id, join } = await team()
    await boss.publish()
    const agent = await join()
    boss.write('先给一部分人')
    await boss.publish({ share: 0 })
    expect(await agent.channels.check(id)).toMatchObject({ present: 1, offered: { version: 1 } })
    expect(boss.desk.channels.list()[0]!.releases).toMatchObject([
      { version: 2, share: 0 },
      { version: 1, share: 100 },
    ])
    await boss.desk.channels.setShare(id, 2, 100)
    expect(await agent.channels.check(id)).toMatchObject({ present: 2 })
    for (let subscriber = 0; subscriber < 200; subscriber++) {
      const reached = Array.from({ length: 101 }, (_, share) =>
        isReached(`s${subscriber}`, { version: 7, share }),
      )
      expect(reached).toEqual([...reached].sort())
      expect(reached.at(-1)).toBe(true)
    }
  })

  it('rolls back to what an earlier version said, as a new version', async () => {
    const { boss, id, join, store } = await team()
    await boss.publish()
    const first = titlesOf(boss.desk)
    boss.write('写错的一条')
    await boss.publish()
    const agent = await join()
    const objects = store.files.size
    expect(
      await boss.desk.channels.rollBack(id, 1, { message: '撤回', mustUpdateBy: null, share: 100 }),
    ).toMatchObject({
      version: 3,
    })
    expect(store.files.size - objects).toBeLessThanOrEqual(2)
    expect(await agent.channels.check(id)).toMatchObject({ present: 3, offered: { message: '撤回' } })
    expect(titlesOf(agent)).toEqual(first)
    // What the lead wrote is still there, to be put right and published again.
    expect(titlesOf(boss.desk)).toContain('写错的一条')
    await boss.publish()
    await agent.channels.check(id)
    expect(titlesOf(agent)).toContain('写错的一条')
  })
})

describe('what opens a channel', () => {
  it('is kept sealed, beside the library, and is in no answer and no file but its own', async () => {
    const keyProtector = async () => ({
      protect: async (secret: string) => Buffer.from([...secret].reverse().join('')),
      reveal: async (wrapped: Buffer) => [...wrapped.toString()].reverse().join(''),
    })
    const secrets: (string | null)[] = []
    const store = memoryStore()
    const boss = await lead({ address: ADDRESS, channelWorld: { openStore: () => store } })
    await boss.publish()
    const agent = openTestDesk({
      presence: 'host',
      keyProtector,
      channelWorld: {
        openStore: (_, secret) => {
          secrets.push(secret)
          return store
        },
      },
    })
    const address = { kind: 'webdav', url: 'https://dav.example.com/team/', user: '客服' } as const
    const { fingerprint } = await agent.channels.meet({ address, secret: 'p4ss-w0rd-9' })
    await agent.channels.subscribe({ address, secret: 'p4ss-w0rd-9', trusted: fingerprint })
    expect(secrets).not.toContain(null)
    expect(JSON.stringify(agent.channels.list())).not.toContain('p4ss')
    const file = readFileSync(path.join(agent.dataDir, 'channel-secrets.json'), 'utf8')
    expect(file).not.toContain('p4ss-w0rd-9')
    // Nor in what is carried to another machine.
    const folder = temporaryFolder()
    const { name } = await agent.safekeeping.exportEverything('1.0.0', folder)
    const carried = Object.entries(unzipSync(readFileSync(path.join(folder, name))))
    expect(carried.map(([inner]) => inner)).not.toContain('channel-secrets.json')
    for (const [, content] of carried) expect(Buffer.from(content).includes('p4ss-w0rd-9')).toBe(false)

    // Never to another server, nor for another account.
    await agent.channels.meet({ address, secret: null })
    expect(secrets.at(-1)).toBe('p4ss-w0rd-9')
    await agent.channels.meet({ address: { ...address, url: 'https://evil.example.com/' }, secret: null })
    await agent.channels.meet({ address: { ...address, user: '别人' }, secret: null })
    expect(secrets.slice(-2)).toEqual([null, null])
  })

  it('is asked for again where it is not, e.g. on another machine', async () => {
    const { boss, join, id } = await team()
    await boss.publish()
    const agent = await join()
    const address = { kind: 'webdav', url: 'https://dav.example.com/team/', user: '客服' } as const
    await agent.channels.attach(id, { address, secret: 'p4ss' })
    rmSync(path.join(agent.dataDir, 'channel-secrets.json'))
    await agent.channels.attach(id, { address, secret: null })
    expect(await agent.channels.check(id)).toMatchObject({
      ...{ status: 'refused', asksForSecret: true },
      problem: '请重新填写这个频道的密码：它不在这台电脑上',
    })
    await agent.channels.attach(id, { address, secret: 'p4ss' })
    expect(await agent.channels.check(id)).toMatchObject({ status: 'current', asksForSecret: false })
  })

  it('is asked for again when its file was damaged, and the lead hears of one agent still', async () => {
    const { boss, join, id, store } = await team()
    await boss.publish()
    const agent = await join()
    const address = { kind: 'webdav', url: 'https://dav.example.com/team/', user: '客服' } as const
    await agent.channels.attach(id, { address, secret: 'p4ss' })
    agent.channels.configure(id, { isAutomatic: true, sendsFeedback: true })
    const [entry] = agent.phrases.list({ offset: 0, limit: 1 }).phrases
    if (!entry) throw new Error('the agent has no phrases')
    const used = () =>
      agent.usage.record({ phraseId: entry.id, query: '', outcome: 'pasted', step: null, tookMs: 900 })
    used()
    await agent.channels.check(id)

    writeFileSync(path.join(agent.dataDir, 'channel-secrets.json'), '{"format":1,"secrets":{"')
    await agent.channels.attach(id, { address, secret: null })
    expect(await agent.channels.check(id)).toMatchObject({
      ...{ status: 'refused', asksForSecret: true },
      problem: expect.stringMatching(/请重新填写.*已损坏，改名为 channel-secrets\.damaged-/),
    })
    await agent.channels.attach(id, { address, secret: 'p4ss' })
    used()
    await agent.channels.check(id)
    expect([...store.files.keys()].filter((name) => name.startsWith('inbox/'))).toHaveLength(1)
  })
})

it('publishing into a folder takes away what a publisher left who was ended, and nothing of one who writes', async () => {
  const { publish, address } = await lead()
  if (address.kind !== 'folder') throw new Error('no folder')
  const [old, fresh] = ['.partial-old', '.partial-fresh'].map((name) => path.join(address.path, name))
  for (const file of [old!, fresh!]) writeFileSync(file, 'half')
  const twoDaysAgo = new Date(Date.now() - 2 * 24 * 60 * 60_000)
  utimesSync(old!, twoDaysAgo, twoDaysAgo)
  await publish()
  expect([existsSync(old!), existsSync(fresh!)]).toEqual([false, true])
})

describe('leaving', () => {
  it('a library leaves its channel and what opened it, too', async () => {
    const { boss, join, id } = await team()
    await boss.publish()
    const agent = await join()
    agent.team.leave(id, 'remove')
    expect(agent.channels.list()).toEqual([])
  })
})
