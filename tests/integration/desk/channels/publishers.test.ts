import { existsSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { isReached } from '../../../../electron/desk/channels/share.ts'
import { ANYWHERE, lead, subscribed, teamAround, titlesOf } from '../../../support/channels.ts'

describe('who publishes', () => {
  it('is told when another machine with the same key was quicker, merges, and publishes on top', async () => {
    const { boss, id, around } = await teamAround()
    await boss.publish()
    const second = await subscribed(ANYWHERE, around)
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
    const reader = await subscribed(ANYWHERE, around)
    expect(titlesOf(reader)).toEqual(expect.arrayContaining(['第一台写的', '第二台写的']))
  })

  it('does not hide what another put into the channel behind releases of its own in files, and merges both', async () => {
    const { boss, id, around } = await teamAround({ count: 3 })
    await boss.publish()
    const second = await subscribed(ANYWHERE, around)
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
    const reader = await subscribed(ANYWHERE, around)
    expect(titlesOf(reader)).toEqual(titlesOf(boss.desk))
  })

  it('merges another’s release in a file, too, where both gave away files beside the channel', async () => {
    const { boss, id, around } = await teamAround({ count: 3 })
    await boss.publish()
    const second = await subscribed(ANYWHERE, around)
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
    const { boss, id, around } = await teamAround({ count: 3 })
    await boss.publish()
    const second = await subscribed(ANYWHERE, around)
    await second.team.takeKey(id, await boss.desk.team.writeKey(id, undefined), undefined)
    const [leftOut, taken, own] = boss.phrases.map((phrase) => phrase.id) as [string, string, string]
    for (const one of [leftOut, taken]) boss.edit(one, { title: `主管改的${one === taken ? '甲' : '乙'}` })
    await boss.publish()
    second.phrases.update(own, { ...second.phrases.get(own), title: '自己改的' })
    await second.channels.check(id)
    await second.channels.apply(id, { [leftOut]: 'skip' })
    expect(await second.team.removals(id)).toEqual({
      ...{ count: 0, titles: [] },
      takenBack: { count: 1, titles: ['主管改的乙'] },
    })
    await second.channels.publish(id, { message: null, mustUpdateBy: null, share: 100 })
    second.phrases.update(leftOut, { ...second.phrases.get(leftOut), title: '后来自己改的' })
    expect((await second.team.removals(id)).takenBack).toEqual({ count: 0, titles: [] })
  })

  it('never gives a release of the channel the number that a file took meanwhile', async () => {
    const { boss, id, store } = await teamAround()
    await boss.publish()
    boss.write('第二版才有的')
    const { write } = store
    store.write = async (...object) => {
      store.write = write
      await boss.desk.team.publish(id, { message: null, mustUpdateBy: null })
      return write(...object)
    }
    expect((await boss.publish()).version).toBe(3)
    expect(boss.desk.team.list()).toMatchObject([{ version: 3 }])
  })

  it('sends only what the store lacks', async () => {
    const { boss, store } = await teamAround({ count: 100 })
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
    const { boss, id, join } = await teamAround()
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
    const { boss, id, join, store } = await teamAround()
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
