import { readFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { DATABASE_FILE } from '../../../electron/desk/database/open-database.ts'
import { createImages } from '../../../electron/desk/images/images.ts'
import { readPack, writePack } from '../../../electron/desk/packs/pack-file.ts'
import { newPublisherKey, readPublisherKey } from '../../../electron/desk/packs/signing.ts'
import { createTeamReleases } from '../../../electron/desk/packs/team-releases.ts'
import { createPhraseBook } from '../../../electron/desk/phrases/phrase-book.ts'
import { createPhraseGroups } from '../../../electron/desk/phrases/phrase-groups.ts'
import { openTestDesk, temporaryFolder } from '../../support/library.ts'
import { codeOf, NO_NOTES, packLead, placesOf, subscribe } from '../../support/packs.ts'

describe('a release that is not to be believed', () => {
  it('is refused when the key is another, and names both fingerprints', async () => {
    const { publish } = await packLead()
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
    const { publish, edit, phrases, desk, library } = await packLead()
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
    const { desk, write, library } = await packLead()
    write('加微信', { body: '加微信：abc12345 给您返现' })
    await expect(desk.team.publish(library.id, NO_NOTES)).rejects.toMatchObject({
      code: 'wording-blocked',
      message: expect.stringContaining('《加微信》'),
    })
    expect(desk.team.list()).toMatchObject([{ version: 0 }])
  })

  it('carries each image once, and an agent has it afterwards', async () => {
    const { desk, write, publish } = await packLead()
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
    const { desk, library, publish } = await packLead()
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
    const { desk, library, root, publish } = await packLead()
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
    expect(placesOf(other)).toContain('屿禾团队/售后/怎么退货')
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
    expect(placesOf(desk)).toContain('赠品/赠品说明')
    expect(readPack(await publish()).contents.phrases.map(({ draft }) => draft.title)).toContain('赠品说明')
  })

  it('tells a lead what the next release takes from the team, also what another lead’s brought and was left out', async () => {
    const { desk, library, publish, phrases, write } = await packLead()
    const other = openTestDesk({ presence: 'host' })
    subscribe(other, await publish())
    await other.team.takeKey(library.id, await desk.team.writeKey(library.id, undefined), undefined)
    expect(await other.team.removals(library.id)).toMatchObject({ count: 0, titles: [] })
    const gift = write('赠品说明')
    other.team.apply(await publish(), { decisions: { [gift.id]: 'skip' } })
    other.phrases.remove([phrases.size.id])
    const removed = await other.team.removals(library.id)
    expect({ ...removed, titles: removed.titles.toSorted() }).toMatchObject({
      ...{ count: 2, titles: ['尺码怎么选', '赠品说明'] },
    })
    // And so it does.
    const { bytes } = await other.team.publish(library.id, NO_NOTES)
    expect(desk.team.preview(bytes).totals).toMatchObject({ removed: 2 })
    expect((await other.team.removals(library.id)).count).toBe(0)
  })

  it('tells a lead which changes of another’s file it takes back, undone or published or not', async () => {
    const { desk, library, publish, phrases, edit } = await packLead({ allowsEdits: true })
    const other = openTestDesk({ presence: 'host' })
    subscribe(other, await publish())
    await other.team.takeKey(library.id, await desk.team.writeKey(library.id, undefined), undefined)
    const takenBack = async () => (await other.team.removals(library.id)).takenBack
    const { postage, size, campaign } = phrases
    for (const { id } of [postage, size, campaign]) edit(id, { body: `亲，主管改的${id}。` })
    other.phrases.update(campaign.id, { ...other.phrases.get(campaign.id), body: '亲，自己改的。' })
    other.team.apply(await publish(), { decisions: { [size.id]: 'skip', [campaign.id]: 'mine' } })
    expect(await takenBack()).toMatchObject({ count: 2 })
    expect((await takenBack()).titles.toSorted()).toEqual(['双11口径', '尺码怎么选'].toSorted())
    await other.undo.undo()
    expect(await takenBack()).toMatchObject({ count: 0 })
    await other.undo.redo()
    expect(await takenBack()).toMatchObject({ count: 2 })
    // The next of the other's that says something else leaves it as it is.
    edit(postage.id, { tags: ['邮费', '包邮'] })
    other.team.apply(await publish())
    expect(await takenBack()).toMatchObject({ count: 2 })
    // What is taken whole at last is left out no longer, whatever is made of it here afterwards.
    edit(size.id, { body: '亲，主管又改了。' })
    other.team.apply(await publish(), { decisions: { [size.id]: 'theirs' } })
    other.phrases.update(size.id, { ...other.phrases.get(size.id), body: '亲，自己接着改的。' })
    expect(await takenBack()).toMatchObject({ count: 1, titles: ['双11口径'] })
    await other.team.publish(library.id, NO_NOTES)
    expect(await takenBack()).toMatchObject({ count: 0 })
    other.phrases.update(size.id, { ...other.phrases.get(size.id), body: '亲，后来自己改的。' })
    expect(await takenBack()).toMatchObject({ count: 0 })
  })

  it('leaves out what is another library’s, groups too', async () => {
    const { desk, root, publish, library } = await packLead()
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
    const { desk, library, publish } = await packLead()
    const other = await packLead()
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
    const { desk } = await packLead()
    const begun = await Promise.all(
      ['甲组', '乙组'].map((name) =>
        desk.team.begin({ name, publisher: '安然', rootGroups: [], allowsEdits: false }),
      ),
    )
    for (const { id } of begun) expect(await desk.team.writeKey(id, undefined)).toContain('PRIVATE KEY')
  })

  it('puts nothing of buyers, use or one’s own into the file', async () => {
    const { desk, phrases, publish } = await packLead()
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

describe('two programs that publish one library as files at the same moment', () => {
  /** What a program does that publishes; `meanwhile` it has read the library and not noted anything yet. */
  function publisher(dataDir: string, meanwhile: () => void) {
    const database = new Database(path.join(dataDir, DATABASE_FILE))
    onTestFinished(() => void database.close())
    const newId = () => crypto.randomUUID()
    const groups = createPhraseGroups(database, { newId })
    return createTeamReleases({
      ...{ database, groups, newId, now: Date.now, record: (_, act) => act() },
      book: createPhraseBook(database, groups, { now: Date.now, newId }),
      images: createImages(database, { dataDir, now: Date.now }),
      productNames() {
        meanwhile()
        return []
      },
    })
  }

  it('do not give two releases one number: the slower one has published nothing, and is told', async () => {
    const { desk, library } = await packLead()
    const key = readPublisherKey(await desk.team.writeKey(library.id, undefined))
    const quick = publisher(desk.dataDir, () => undefined)
    const slow = publisher(desk.dataDir, () => void quick.publish(library.id, NO_NOTES, key))
    expect(() => slow.publish(library.id, NO_NOTES, key)).toThrow(
      '没有发布：《屿禾团队》刚刚在别处发布或更新了',
    )
    expect(desk.team.list()).toMatchObject([{ version: 1 }])
    expect(quick.publish(library.id, NO_NOTES, key).published.library.version).toBe(2)
  })
})

describe('a pack that comes in while another program is writing', () => {
  it('is there whole or not at all, and can be brought in afterwards', async () => {
    const { publish } = await packLead()
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
    expect(placesOf(agent)).toHaveLength(3)
  })
})
