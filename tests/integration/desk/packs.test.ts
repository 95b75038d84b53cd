import { readFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { DATABASE_FILE } from '../../../electron/desk/database/open-database.ts'
import type { Desk } from '../../../electron/desk/open-desk.ts'
import { readPack, writePack } from '../../../electron/desk/packs/pack-file.ts'
import { newPublisherKey, readPublisherKey } from '../../../electron/desk/packs/signing.ts'
import type { ReleaseNotes } from '../../../electron/desk/packs/team-desk.ts'
import { fieldChanges } from '../../../renderer/workbench/team/pack/decisions.ts'
import type { PhraseDraftInput } from '../../../shared/model/phrase.ts'
import { openTestDesk, temporaryFolder } from '../../support/library.ts'

const NO_NOTES: ReleaseNotes = { message: null, mustUpdateBy: null }

/** A lead's machine with a library of three phrases in two groups. */
async function lead({ allowsEdits = false } = {}) {
  const desk = openTestDesk({ presence: 'host' })
  const root = desk.groups.create('售前', null)
  const inner = desk.groups.create('大促', root.id)
  const write = (title: string, said: Partial<PhraseDraftInput> = {}) =>
    desk.phrases.create({ title, body: `亲，${title}。有问题随时找我。`, groupId: root.id, ...said })
  const phrases = {
    postage: write('包邮说明', { code: 'by', tags: ['邮费'] }),
    campaign: write('双11口径', { groupId: inner.id }),
    size: write('尺码怎么选'),
  }
  write('不在团队里', { groupId: null })
  const library = await desk.team.begin({
    ...{ name: '屿禾团队', publisher: '安然', rootGroups: [root.id], allowsEdits },
  })
  const publish = async (notes = NO_NOTES) => (await desk.team.publish(library.id, notes)).bytes
  const edit = (id: string, said: Partial<PhraseDraftInput>) =>
    desk.phrases.update(id, { ...desk.phrases.get(id), ...said })
  return { desk, root, inner, phrases, library, publish, edit, write }
}

const subscribe = (desk: Desk, pack: Uint8Array) =>
  desk.team.apply(pack, { trusted: desk.team.preview(pack).fingerprint })

const titles = (desk: Desk) =>
  desk.phrases
    .list({ offset: 0, limit: 100 })
    .phrases.map(({ groupPath, title }) => [...groupPath, title].join('/'))
    .sort()

const codeOf = (act: () => unknown) => {
  try {
    act()
  } catch (error) {
    return (error as { code: string }).code
  }
  return null
}

describe('an agent who gets the team’s pack for the first time', () => {
  it('is told what it holds and whose it is, and nothing is written before the fingerprint is agreed to', async () => {
    const { publish, library } = await lead()
    const agent = openTestDesk({ presence: 'host' })
    const pack = await publish({ message: '双11 口径', mustUpdateBy: '2026-11-10' })
    const preview = agent.team.preview(pack)
    expect(preview).toMatchObject({
      ...{ publisher: '安然', trust: 'new', version: 1, present: null, message: '双11 口径' },
      ...{ fingerprint: library.fingerprint, groups: { added: ['售前', '大促'], removed: [] } },
      totals: { added: 3, changed: 0 },
    })
    expect(codeOf(() => agent.team.apply(pack))).toBe('pack-untrusted')
    expect(codeOf(() => agent.team.apply(pack, { trusted: '0000-0000-0000-0000-0000' }))).toBe(
      'pack-untrusted',
    )
    expect(agent.phrases.list({ offset: 0, limit: 10 }).total).toBe(0)
    expect(agent.team.list()).toEqual([])
  })

  it('has the team’s groups and phrases in one place of their own, and finds them', async () => {
    const { publish, phrases } = await lead()
    const agent = openTestDesk({ presence: 'host' })
    agent.phrases.create({ title: '我自己的', body: '在的' })
    const { library } = subscribe(agent, await publish())
    expect(library).toMatchObject({ name: '屿禾团队', role: 'subscriber', version: 1, phrases: 3 })
    expect(titles(agent)).toEqual([
      ...['屿禾团队/售前/包邮说明', '屿禾团队/售前/大促/双11口径', '屿禾团队/售前/尺码怎么选', '我自己的'],
    ])
    const { hits } = await agent.phrases.search({
      ...{ text: 'byou', limit: 5, step: null, filters: {}, productId: null, buyer: null },
    })
    expect(hits[0]).toMatchObject({ id: phrases.postage.id, title: '包邮说明' })
  })

  it('can take it all back by one undo, and bring it in again', async () => {
    const { publish } = await lead()
    const agent = openTestDesk({ presence: 'host' })
    const pack = await publish()
    subscribe(agent, pack)
    expect((await agent.undo.undo()).done.label).toBe('更新团队话术《屿禾团队》到第 1 版')
    expect(titles(agent)).toEqual([])
    expect(agent.team.list()).toEqual([])
    await agent.undo.redo()
    expect(titles(agent)).toHaveLength(3)
    expect(agent.team.list()).toMatchObject([{ version: 1 }])
  })
})

describe('the team’s phrases at an agent', () => {
  it('cannot be changed or removed, in whatever way, but pinned', async () => {
    const { publish, phrases } = await lead()
    const agent = openTestDesk({ presence: 'host' })
    subscribe(agent, await publish())
    const { id } = phrases.postage
    const before = agent.phrases.get(id)
    expect(() => agent.phrases.update(id, { ...before, body: '改了' })).toThrow('team-phrase-is-read-only')
    expect(() => agent.phrases.remove([id])).toThrow('team-phrase-is-read-only')
    expect(agent.phrases.setPinned(id, true).pinned).toBe(true)
    await agent.undo.undo()
    expect(agent.phrases.get(id)).toEqual({ ...before, updatedAt: expect.any(Number) })
  })

  it('stay pinned through the next release', async () => {
    const { publish, phrases, edit } = await lead()
    const agent = openTestDesk({ presence: 'host' })
    subscribe(agent, await publish())
    agent.phrases.setPinned(phrases.postage.id, true)
    edit(phrases.postage.id, { body: '亲，满88包邮。' })
    agent.team.apply(await publish())
    expect(agent.phrases.get(phrases.postage.id)).toMatchObject({ pinned: true, body: '亲，满88包邮。' })
  })

  it('become the agent’s own, or leave, when the agent leaves the team', async () => {
    const { publish, phrases, library } = await lead()
    const agent = openTestDesk({ presence: 'host' })
    subscribe(agent, await publish())
    agent.team.leave(library.id, 'keep')
    expect(
      agent.phrases.update(phrases.size.id, { ...agent.phrases.get(phrases.size.id), title: '我的' }),
    ).toMatchObject({ source: 'personal', title: '我的' })
    expect(agent.team.list()).toEqual([])
  })
})

describe('the next release', () => {
  it('brings what was added, changed and removed, and nothing of one’s own', async () => {
    const { publish, phrases, edit, desk, write } = await lead()
    const agent = openTestDesk({ presence: 'host' })
    subscribe(agent, await publish())
    const mine = agent.phrases.create({ title: '我自己的', body: '在的' })
    edit(phrases.postage.id, { title: '包邮规则' })
    desk.phrases.remove([phrases.size.id])
    desk.groups.rename(desk.groups.list().find(({ name }) => name === '大促')?.id ?? '', '双十一')
    write('赠品说明')
    const pack = await publish()
    expect(agent.team.preview(pack)).toMatchObject({
      ...{ trust: 'known', version: 2, present: 1 },
      totals: { added: 1, changed: 1, removed: 1, conflict: 0 },
    })
    agent.team.apply(pack)
    expect(titles(agent)).toEqual([
      ...['屿禾团队/售前/包邮规则', '屿禾团队/售前/双十一/双11口径', '屿禾团队/售前/赠品说明', '我自己的'],
    ])
    expect(agent.phrases.get(mine.id)).toEqual(mine)
  })

  it('brings a group that took the name of one that is gone, and two that took each other’s', async () => {
    const { publish, phrases, desk, root, inner } = await lead()
    const [left, right] = [desk.groups.create('上午', root.id), desk.groups.create('下午', root.id)]
    const agent = openTestDesk({ presence: 'host' })
    subscribe(agent, await publish())
    desk.groups.remove(inner.id, root.id)
    const again = desk.groups.create('大促', root.id)
    const { groupPath: _, ...campaign } = desk.phrases.get(phrases.campaign.id)
    desk.phrases.update(phrases.campaign.id, { ...campaign, groupId: again.id })
    desk.groups.rename(left.id, '换')
    desk.groups.rename(right.id, '上午')
    desk.groups.rename(left.id, '下午')
    agent.team.apply(await publish())
    expect(titles(agent)).toContain('屿禾团队/售前/大促/双11口径')
    const names = agent.groups.list().map(({ name }) => name)
    expect(names).toEqual(['屿禾团队', '售前', '下午', '上午', '大促'])
  })

  it('moves a code from one phrase to another, whichever comes first', async () => {
    const { publish, phrases, edit } = await lead()
    const agent = openTestDesk({ presence: 'host' })
    edit(phrases.size.id, { code: 'cm' })
    subscribe(agent, await publish())
    edit(phrases.postage.id, { code: 'x' })
    edit(phrases.size.id, { code: 'by' })
    edit(phrases.postage.id, { code: 'cm' })
    expect(agent.team.apply(await publish()).notes).toEqual([])
    expect(agent.phrases.get(phrases.size.id).code).toBe('by')
    expect(agent.phrases.get(phrases.postage.id).code).toBe('cm')
  })

  it('never touches a personal phrase, though the pack speaks of its id and its code', async () => {
    const { publish, phrases } = await lead()
    const agent = openTestDesk({ presence: 'host', newId: ids([phrases.postage.id]) })
    const mine = agent.phrases.create({ title: '我的包邮', body: '包的', code: 'BY' })
    expect(mine.id).toBe(phrases.postage.id)
    const pack = await publish()
    expect(agent.team.preview(pack).notes).toEqual(['《包邮说明》不会带上编码“by”：它已被《我的包邮》使用'])
    const { notes } = subscribe(agent, pack)
    expect(notes).toHaveLength(1)
    expect(agent.phrases.get(mine.id)).toEqual(mine)
    expect(titles(agent)).toContain('屿禾团队/售前/包邮说明')
  })

  it('is not taken for an edit of the agent’s when a code was left out', async () => {
    const { publish, phrases, edit } = await lead({ allowsEdits: true })
    const agent = openTestDesk({ presence: 'host' })
    agent.phrases.create({ title: '我的包邮', body: '包的', code: 'by' })
    subscribe(agent, await publish())
    edit(phrases.postage.id, { title: '包邮规则' })
    const pack = await publish()
    expect(agent.team.preview(pack).totals).toMatchObject({ changed: 1, merged: 0, conflict: 0 })
  })
})

describe('a team that lets its agents change phrases', () => {
  it('merges what does not touch, and asks about what does', async () => {
    const { publish, phrases, edit, desk } = await lead({ allowsEdits: true })
    const agent = openTestDesk({ presence: 'host' })
    subscribe(agent, await publish())
    const change = (id: string, said: Partial<PhraseDraftInput>) =>
      agent.phrases.update(id, { ...agent.phrases.get(id), ...said })
    change(phrases.postage.id, { tags: ['邮费', '常用'] })
    change(phrases.campaign.id, { title: '我的叫法' })
    change(phrases.size.id, { body: '看尺码表。' })
    edit(phrases.postage.id, { title: '包邮规则' })
    edit(phrases.campaign.id, { title: '双12口径' })
    desk.phrases.remove([phrases.size.id])
    const pack = await publish()

    expect(agent.team.preview(pack).changes.map(({ id, kind }) => [id, kind])).toEqual(
      expect.arrayContaining([
        [phrases.postage.id, 'merged'],
        [phrases.campaign.id, 'conflict'],
        [phrases.size.id, 'removed-but-edited'],
      ]),
    )
    expect(codeOf(() => agent.team.apply(pack))).toBe('undecided')
    expect(agent.phrases.get(phrases.postage.id).title).toBe('包邮说明')

    agent.team.apply(pack, {
      decisions: {
        [phrases.campaign.id]: { ...agent.phrases.get(phrases.campaign.id), title: '双12（我的叫法）' },
        [phrases.size.id]: 'mine',
      },
    })
    expect(agent.phrases.get(phrases.postage.id)).toMatchObject({ title: '包邮规则', tags: ['邮费', '常用'] })
    expect(agent.phrases.get(phrases.campaign.id).title).toBe('双12（我的叫法）')
    expect(agent.phrases.get(phrases.size.id)).toMatchObject({ source: 'personal', body: '看尺码表。' })
  })
})

describe('one’s own words in a conflict', () => {
  it('stay, and what else was published comes', async () => {
    const { desk, phrases, publish, edit } = await lead({ allowsEdits: true })
    const agent = openTestDesk({ presence: 'host' })
    subscribe(agent, await publish())
    const { id } = phrases.campaign
    agent.phrases.update(id, { ...agent.phrases.get(id), title: '我的叫法' })
    edit(id, { title: '双12口径', tags: ['大促'], validUntil: '2026-12-12' })
    expect(agent.phrases.get(id).title).toBe('我的叫法')
    agent.team.apply(await publish(), { decisions: { [id]: 'mine' } })
    expect(agent.phrases.get(id)).toMatchObject({
      ...{ title: '我的叫法', tags: ['大促'], validUntil: '2026-12-12' },
    })
    edit(id, { body: '亲，双12见。' })
    expect(
      agent.team.preview((await desk.team.publish(desk.team.list()[0]!.id, NO_NOTES)).bytes),
    ).toMatchObject({
      totals: { conflict: 0, merged: 1 },
    })
  })
})

describe('a change that the agent leaves out', () => {
  it('does not come: what would be new is not here, what is here stays as it is', async () => {
    const { publish, phrases, edit, desk, write } = await lead()
    const agent = openTestDesk({ presence: 'host' })
    subscribe(agent, await publish())
    edit(phrases.postage.id, { title: '包邮规则' })
    desk.phrases.remove([phrases.size.id])
    const gift = write('赠品说明')
    const other = write('发货时间')
    const pack = await publish()
    const { totals } = agent.team.apply(pack, {
      decisions: { [gift.id]: 'skip', [phrases.postage.id]: 'skip', [phrases.size.id]: 'skip' },
    })
    expect(totals).toMatchObject({ added: 1, changed: 0, removed: 0 })
    expect(titles(agent)).toEqual([
      ...['屿禾团队/售前/包邮说明', '屿禾团队/售前/发货时间', '屿禾团队/售前/大促/双11口径'],
      '屿禾团队/售前/尺码怎么选',
    ])
    expect(agent.phrases.get(other.id).source).toBe('team')
    // The team has it no more: it is the agent's own, to change or to delete.
    expect(agent.phrases.get(phrases.size.id).source).toBe('personal')

    write('不相干的')
    const next = agent.team.preview(await publish())
    expect(next.totals).toMatchObject({ added: 1, changed: 0, removed: 0, conflict: 0 })
  })

  it('is offered again by the release that changes it next, and comes whole', async () => {
    const { publish, phrases, edit, write } = await lead()
    const agent = openTestDesk({ presence: 'host' })
    subscribe(agent, await publish())
    edit(phrases.postage.id, { title: '包邮规则', body: '亲，满88包邮。' })
    const gift = write('赠品说明', { code: 'zp' })
    agent.team.apply(await publish(), { decisions: { [gift.id]: 'skip', [phrases.postage.id]: 'skip' } })
    edit(phrases.postage.id, { body: '亲，满66包邮。' })
    edit(gift.id, { title: '赠品规则', body: '亲，随单送。' })
    const pack = await publish()
    expect(agent.team.preview(pack).changes.map(({ id, kind }) => [id, kind])).toEqual(
      expect.arrayContaining([
        [phrases.postage.id, 'conflict'],
        [gift.id, 'deleted-but-changed'],
      ]),
    )
    agent.team.apply(pack, { decisions: { [gift.id]: 'theirs', [phrases.postage.id]: 'theirs' } })
    expect(agent.phrases.get(gift.id)).toMatchObject({ title: '赠品规则', code: 'zp', source: 'team' })
    expect(agent.phrases.get(phrases.postage.id)).toMatchObject({ body: '亲，满66包邮。' })
    await agent.undo.undo()
    expect(titles(agent)).not.toContain('屿禾团队/售前/赠品规则')
  })

  it('is asked about when it became a conflict since the agent looked', async () => {
    const { publish, phrases, edit } = await lead({ allowsEdits: true })
    const agent = openTestDesk({ presence: 'host' })
    subscribe(agent, await publish())
    edit(phrases.postage.id, { title: '包邮规则' })
    const pack = await publish()
    agent.phrases.update(phrases.postage.id, { ...agent.phrases.get(phrases.postage.id), title: '我的' })
    expect(codeOf(() => agent.team.apply(pack, { decisions: { [phrases.postage.id]: 'skip' } }))).toBe(
      'undecided',
    )
  })
})

describe('a phrase that the team and the agent put into different groups', () => {
  it('is shown with the names of both', async () => {
    const { publish, phrases, edit, inner } = await lead({ allowsEdits: true })
    const agent = openTestDesk({ presence: 'host' })
    subscribe(agent, await publish())
    const mine = agent.groups.create('我的常用', null)
    agent.phrases.update(phrases.size.id, { ...agent.phrases.get(phrases.size.id), groupId: mine.id })
    edit(phrases.size.id, { groupId: inner.id })
    const { changes, groupNames } = agent.team.preview(await publish())
    const [change] = changes
    expect(change).toMatchObject({ kind: 'conflict', fields: ['groupId'] })
    expect(change && fieldChanges(change, groupNames)).toEqual([
      { field: 'groupId', before: '我的常用', after: '售前/大促' },
    ])
  })
})

describe('a release that is not to be believed', () => {
  it('is refused when the key is another, and names both fingerprints', async () => {
    const { publish } = await lead()
    const agent = openTestDesk({ presence: 'host' })
    const first = await publish()
    subscribe(agent, first)
    const { contents, manifest } = readPack(first)
    const { bytes: forged } = writePack(
      contents,
      [],
      { ...manifest, version: 9, publisherName: manifest.publisher.name, ...NO_NOTES },
      newPublisherKey(),
    )
    expect(() => agent.team.preview(forged)).toThrow(/密钥变了.*[0-9A-F-]{24}.*[0-9A-F-]{24}/)
    expect(codeOf(() => agent.team.apply(forged, { trusted: 'x' }))).toBe('pack-untrusted')
  })

  it('is refused when it is old, the same again, or another of the same number', async () => {
    const { publish, edit, phrases, desk, library } = await lead()
    const agent = openTestDesk({ presence: 'host' })
    const [first, second] = [await publish(), await publish()]
    subscribe(agent, first)
    agent.team.apply(second)
    expect(() => agent.team.preview(second)).toThrow('已经是第 2 版')
    expect(() => agent.team.preview(first)).toThrow('这是旧的第 1 版')
    edit(phrases.size.id, { title: '另一个' })
    const { manifest } = readPack(second)
    const key = await desk.team.writeKey(library.id, undefined)
    const { bytes: twin } = writePack(
      { groups: [], phrases: [] },
      [],
      { ...manifest, publisherName: '安然', publishedAt: 5, ...NO_NOTES },
      readPublisherKey(key),
    )
    expect(() => agent.team.preview(twin)).toThrow('内容却不同')
  })
})

describe('publishing', () => {
  it('is held back by what a team’s library may not say', async () => {
    const { desk, write, library } = await lead()
    write('加微信', { body: '加微信：abc12345 给您返现' })
    await expect(desk.team.publish(library.id, NO_NOTES)).rejects.toMatchObject({
      code: 'wording-blocked',
      message: expect.stringContaining('《加微信》'),
    })
    expect(desk.team.list()).toMatchObject([{ version: 0 }])
  })

  it('carries each image once, and an agent has it afterwards', async () => {
    const { desk, write, publish } = await lead()
    const png = readFileSync(path.join(import.meta.dirname, '../../../assets/icons/tray.png'))
    const { hash } = desk.images.add(png, '尺码表.png')
    write('尺码表', { images: [hash] })
    write('再发尺码表', { further: [{ body: '看图', images: [hash] }] })
    const agent = openTestDesk({ presence: 'host' })
    const pack = await publish()
    expect(readPack(pack).manifest.counts.images).toBe(1)
    subscribe(agent, pack)
    expect(agent.images.read(hash).content.equals(desk.images.read(hash).content)).toBe(true)
  })

  it('can be handed to another lead with the key', async () => {
    const { desk, library, publish } = await lead()
    const other = openTestDesk({ presence: 'host' })
    subscribe(other, await publish())
    const key = await desk.team.writeKey(library.id, '双11不打烊')
    await expect(other.team.takeKey(library.id, key, '错的')).rejects.toMatchObject({
      code: 'pack-untrusted',
    })
    expect(await other.team.takeKey(library.id, key, '双11不打烊')).toMatchObject({ role: 'publisher' })
    const [phrase] = other.phrases.list({ offset: 0, limit: 1 }).phrases
    other.phrases.update(phrase?.id ?? '', { ...phrase, title: '第二位主管改的', body: '改' })
    const { bytes } = await other.team.publish(library.id, NO_NOTES)
    expect(desk.team.preview(bytes).totals).toMatchObject({ changed: 1, added: 0, removed: 0 })
  })

  it('has, with two leads, one library: a group that either begins is in the other’s next release', async () => {
    const { desk, library, root, publish } = await lead()
    const other = openTestDesk({ presence: 'host' })
    subscribe(other, await publish())
    const container = other.groups.list().find(({ parentId }) => parentId === null)!
    other.groups.create('我自己的', container.id)
    await other.team.takeKey(library.id, await desk.team.writeKey(library.id, undefined), undefined)
    const afterSale = desk.groups.create('售后', null)
    desk.phrases.create({ title: '怎么退货', body: '亲，七天内都可以退。', groupId: afterSale.id })
    const { name, publisher } = library
    desk.team.change(library.id, {
      ...{ name, publisher, rootGroups: [afterSale.id, root.id], allowsEdits: false },
    })
    other.team.apply(await publish())
    expect(titles(other)).toContain('屿禾团队/售后/怎么退货')
    expect(
      other.team.list()[0]?.rootGroups.map((id) => other.groups.list().find((g) => g.id === id)?.name),
    ).toEqual(['售前', '售后'])
    const { bytes } = await other.team.publish(library.id, NO_NOTES)
    expect(desk.team.preview(bytes)).toMatchObject({
      ...{ totals: { added: 0, changed: 0, removed: 0 }, groups: { added: [], removed: [] } },
    })

    desk.team.apply(bytes)
    const gifts = other.groups.create('赠品', container.id)
    other.phrases.create({ title: '赠品说明', body: '亲，随单送。', groupId: gifts.id })
    other.team.change(library.id, {
      ...{ name, publisher, rootGroups: [...other.team.list()[0]!.rootGroups, gifts.id], allowsEdits: false },
    })
    desk.team.apply((await other.team.publish(library.id, NO_NOTES)).bytes)
    // Beside the groups that it publishes, not in one of them.
    expect(titles(desk)).toContain('赠品/赠品说明')
    expect(readPack(await publish()).contents.phrases.map(({ draft }) => draft.title)).toContain('赠品说明')
  })

  it('tells a lead what the next release takes from the team, also what another lead’s brought and was left out', async () => {
    const { desk, library, publish, phrases, write } = await lead()
    const other = openTestDesk({ presence: 'host' })
    subscribe(other, await publish())
    await other.team.takeKey(library.id, await desk.team.writeKey(library.id, undefined), undefined)
    expect(other.team.removals(library.id)).toMatchObject({ count: 0, titles: [] })
    const gift = write('赠品说明')
    other.team.apply(await publish(), { decisions: { [gift.id]: 'skip' } })
    other.phrases.remove([phrases.size.id])
    const removed = other.team.removals(library.id)
    expect({ ...removed, titles: removed.titles.toSorted() }).toMatchObject({
      ...{ count: 2, titles: ['尺码怎么选', '赠品说明'] },
    })
    // And so it does.
    const { bytes } = await other.team.publish(library.id, NO_NOTES)
    expect(desk.team.preview(bytes).totals).toMatchObject({ removed: 2 })
    expect(other.team.removals(library.id).count).toBe(0)
  })

  it('leaves out what is another library’s, groups too', async () => {
    const { desk, root, publish, library } = await lead()
    await publish()
    const all = desk.groups.create('全部', null)
    desk.groups.move(root.id, { parentId: all.id, before: null })
    desk.phrases.create({ title: '通用', body: '在的', groupId: all.id })
    const second = await desk.team.begin({
      ...{ name: '全店', publisher: '安然', rootGroups: [all.id], allowsEdits: false },
    })
    const { contents } = readPack((await desk.team.publish(second.id, NO_NOTES)).bytes)
    expect(contents.groups.map(({ name }) => name)).toEqual(['全部'])
    expect(contents.phrases.map(({ draft }) => draft.title)).toEqual(['通用'])
    const again = readPack((await desk.team.publish(library.id, NO_NOTES)).bytes)
    expect(again.contents.groups.map(({ name }) => name).sort()).toEqual(['售前', '大促'])
  })

  it('refuses the key of another library, and publishes by its own as before', async () => {
    const { desk, library, publish } = await lead()
    const other = await lead()
    const foreign = await other.desk.team.writeKey(other.library.id, undefined)
    await expect(desk.team.takeKey(library.id, foreign, undefined)).rejects.toMatchObject({
      code: 'pack-untrusted',
      message: expect.stringContaining('没有使用'),
    })
    expect(readPack(await publish()).manifest.publisher.publicKey).not.toBe(
      readPublisherKey(foreign).publicKey,
    )
    expect(desk.team.list()).toMatchObject([{ fingerprint: library.fingerprint }])
  })

  it('keeps the keys of libraries that are begun at the same moment', async () => {
    const { desk } = await lead()
    const begun = await Promise.all(
      ['甲组', '乙组'].map((name) =>
        desk.team.begin({ name, publisher: '安然', rootGroups: [], allowsEdits: false }),
      ),
    )
    for (const { id } of begun) expect(await desk.team.writeKey(id, undefined)).toContain('PRIVATE KEY')
  })

  it('puts nothing of buyers, use or one’s own into the file', async () => {
    const { desk, phrases, publish } = await lead()
    await desk.customers.create({ nickname: '小鱼tb_7731' })
    desk.usage.record({
      ...{ phraseId: phrases.size.id, outcome: 'pasted', step: null, tookMs: 100, query: '秘密问题' },
    })
    const { contents } = readPack(await publish())
    const text = JSON.stringify(contents)
    for (const secret of ['小鱼tb_7731', '秘密问题', '不在团队里', 'uses', 'lastUsedAt']) {
      expect(text).not.toContain(secret)
    }
  })
})

describe('a pack that comes in while another program is writing', () => {
  it('is there whole or not at all, and can be brought in afterwards', async () => {
    const { publish } = await lead()
    const dataDir = temporaryFolder()
    const agent = openTestDesk({ dataDir, presence: 'host' })
    const pack = await publish()
    // Another program holds the write lock for longer than SQLite waits.
    const other = new Database(path.join(dataDir, DATABASE_FILE))
    other.pragma('busy_timeout = 0')
    agent.team.preview(pack)
    other.exec('BEGIN IMMEDIATE')
    expect(() => subscribe(agent, pack)).toThrow()
    other.exec('ROLLBACK')
    other.close()
    expect(agent.team.list()).toEqual([])
    expect(agent.groups.list()).toEqual([])
    subscribe(agent, pack)
    expect(titles(agent)).toHaveLength(3)
  })
})

/** First these, then counted ones. */
function ids(first: string[]): () => string {
  let count = 0
  return () => first.shift() ?? `id-${count++}`
}
