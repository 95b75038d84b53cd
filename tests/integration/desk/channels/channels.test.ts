import { describe, expect, it } from 'vitest'
import { HEAD_FILE, readHead, signHead } from '../../../../electron/desk/channels/head.ts'
import { newPublisherKey } from '../../../../electron/desk/packs/signing.ts'
import type { DeskEvent } from '../../../../shared/model/desktop.ts'
import { ANYWHERE, lead, teamAround, titlesOf } from '../../../support/channels.ts'
import { openTestDesk } from '../../../support/library.ts'

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
    const { boss, id, join } = await teamAround()
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
    const { boss, id, join } = await teamAround()
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
    const { boss, id, join } = await teamAround()
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
    const { boss, id, around } = await teamAround()
    await boss.publish()
    const agent = openTestDesk({ ...around, presence: 'host', now: () => time })
    agent.phrases.create({ title: '我自己的', body: '在的' })
    const { fingerprint } = await agent.channels.meet({ address: ANYWHERE, secret: null })
    await agent.channels.subscribe({ address: ANYWHERE, secret: null, trusted: fingerprint })
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
    const { boss, store, id, join } = await teamAround()
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
    const { boss, store, id, join } = await teamAround()
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
    const { boss, id, join } = await teamAround({ now: () => 0 })
    await boss.publish()
    const agent = await join()
    boss.write('第二版')
    await boss.publish()
    expect(await agent.channels.check(id)).toMatchObject({ present: 2 })
  })
})
