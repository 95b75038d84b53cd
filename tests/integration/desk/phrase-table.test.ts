import { describe, expect, it } from 'vitest'
import type { Desk } from '../../../electron/desk/open-desk.ts'
import type { PhraseDraftInput } from '../../../shared/model/phrase.ts'
import {
  type BulkChange,
  type PhraseChoice,
  type PhraseFilter,
  PhraseQuery,
} from '../../../shared/model/phrase-listing.ts'
import { openTestDesk } from '../../support/library.ts'

const NOON = Date.parse('2026-11-22T12:00:00+08:00')
const DAY_MS = 86_400_000

const write = (desk: Desk, title: string, draft: Partial<PhraseDraftInput> = {}) =>
  desk.phrases.create({ title, body: `${title}的内容`, ...draft })

async function titles(desk: Desk, filter: Partial<PhraseFilter> = {}, sort?: PhraseQuery['sort']) {
  const query = PhraseQuery.parse({ filter, ...(sort && { sort }) })
  const { rows } = await desk.phrases.rows(query, { offset: 0, limit: 100 })
  return rows.map(({ title }) => title)
}

const everything: PhraseChoice & { kind: 'all' } = {
  ...{ kind: 'all', query: PhraseQuery.parse({ filter: {} }), except: [] },
}

describe('the table of phrases', () => {
  it('stands in the order of the tree, and follows it when groups change places', async () => {
    const desk = openTestDesk()
    const greeting = desk.groups.create('迎接', null)
    const price = desk.groups.create('议价', null)
    write(desk, '没有分组的')
    write(desk, '满减', { groupId: price.id })
    write(desk, '问候', { groupId: greeting.id })
    expect(await titles(desk)).toEqual(['问候', '满减', '没有分组的'])
    desk.groups.move(price.id, { parentId: null, before: greeting.id })
    expect(await titles(desk)).toEqual(['满减', '问候', '没有分组的'])
  })

  it('filters by step, by all tags, by source and by group together', async () => {
    const desk = openTestDesk()
    const group = desk.groups.create('物流', null)
    const below = desk.groups.create('顺丰', group.id)
    write(desk, '发顺丰', { groupId: below.id, step: 'process', tags: ['包邮', '顺丰'] })
    write(desk, '发中通', { groupId: group.id, step: 'process', tags: ['包邮'] })
    write(desk, '别处的', { step: 'process', tags: ['包邮', '顺丰'] })
    expect(await titles(desk, { groupId: group.id, tags: ['包邮'], step: 'process' })).toEqual([
      '发中通',
      '发顺丰',
    ])
    expect(await titles(desk, { groupId: group.id, tags: ['顺丰', '包邮'], source: 'personal' })).toEqual([
      '发顺丰',
    ])
    expect(await titles(desk, { groupId: null })).toEqual(['别处的'])
    expect(await titles(desk, { tags: ['顺'] })).toEqual([])
    expect(desk.phrases.tags()).toEqual([
      { tag: '包邮', count: 3 },
      { tag: '顺丰', count: 2 },
    ])
  })

  it('does not take a tag with a quotation mark for another', async () => {
    const desk = openTestDesk()
    write(desk, '带引号', { tags: ['a"包邮'] })
    expect(await titles(desk, { tags: ['包邮'] })).toEqual([])
    expect(await titles(desk, { tags: ['a"包邮'] })).toEqual(['带引号'])
  })

  it('filters by validity, to the day', async () => {
    const desk = openTestDesk({ now: () => NOON })
    write(desk, '一直有效')
    write(desk, '昨天到期', { validUntil: '2026-11-21' })
    write(desk, '今天到期', { validUntil: '2026-11-22' })
    write(desk, '下周日到期', { validUntil: '2026-11-29' })
    write(desk, '下周一到期', { validUntil: '2026-11-30' })
    write(desk, '明天开始', { validFrom: '2026-11-23', validUntil: '2026-11-24' })
    expect((await titles(desk, { validity: 'expired' })).toSorted()).toEqual(['昨天到期'])
    expect((await titles(desk, { validity: 'upcoming' })).toSorted()).toEqual(['明天开始'])
    expect((await titles(desk, { validity: 'expiring' })).toSorted()).toEqual(
      ['下周日到期', '今天到期'].toSorted(),
    )
    expect(await titles(desk, { validity: 'current' })).toHaveLength(4)
  })

  it('filters by use: never, not for so many days, and most', async () => {
    let at = NOON - 100 * DAY_MS
    const desk = openTestDesk({ now: () => at })
    const use = (phraseId: string) =>
      desk.usage.record({ phraseId, query: '', outcome: 'copied', step: null, tookMs: null })
    const often = write(desk, '常用')
    const once = write(desk, '用过一次')
    write(desk, '从没用过')
    use(once.id)
    at = NOON
    for (const _ of [1, 2, 3]) use(often.id)
    write(desk, '今天刚写')
    expect((await titles(desk, { use: { kind: 'never' } })).toSorted()).toEqual(['今天刚写', '从没用过'])
    expect((await titles(desk, { use: { kind: 'idle', days: 90 } })).toSorted()).toEqual([
      '从没用过',
      '用过一次',
    ])
    expect(await titles(desk, { use: { kind: 'most' } }, { by: 'uses', descending: true })).toEqual([
      '常用',
      '用过一次',
    ])
    use(once.id)
    expect(await titles(desk, { use: { kind: 'idle', days: 90 } })).toEqual(['从没用过'])
  })

  it('sorts Chinese titles by pinyin, and puts what lacks a code last either way', async () => {
    const desk = openTestDesk()
    write(desk, '周末发货', { code: 'b2' })
    write(desk, '安心购买', { code: 'A1' })
    write(desk, '满减活动')
    expect(await titles(desk, {}, { by: 'title', descending: false })).toEqual([
      '安心购买',
      '满减活动',
      '周末发货',
    ])
    expect(await titles(desk, {}, { by: 'code', descending: false })).toEqual([
      '安心购买',
      '周末发货',
      '满减活动',
    ])
    expect(await titles(desk, {}, { by: 'code', descending: true })).toEqual([
      '周末发货',
      '安心购买',
      '满减活动',
    ])
  })

  it('searches as the panel does, within the filters', async () => {
    const desk = openTestDesk()
    write(desk, '退货流程', { step: 'process' })
    write(desk, '退货运费', { step: 'answer' })
    write(desk, '尺码建议', { step: 'answer' })
    expect((await titles(desk, { text: 'tuihuo' })).toSorted()).toEqual(['退货流程', '退货运费'])
    expect(await titles(desk, { text: 'tuihuo', step: 'answer' })).toEqual(['退货运费'])
  })

  it('shows any stretch of itself by its place', async () => {
    const desk = openTestDesk()
    for (const number of Array.from({ length: 30 }, (_, at) => at))
      write(desk, `第${String(number).padStart(2, '0')}条`)
    const query = PhraseQuery.parse({ filter: {} })
    const page = await desk.phrases.rows(query, { offset: 20, limit: 5 })
    expect(page.count).toBe(30)
    expect(page.rows[0]?.title).toBe('第20条')
    expect(await desk.phrases.idsBetween(query, 20, 24)).toEqual(page.rows.map(({ id }) => id))
    const [, , third] = page.rows
    expect(await desk.phrases.placeOf(query, third?.id ?? '')).toBe(22)
    const elsewhere = PhraseQuery.parse({ filter: { step: 'goodbye' } })
    expect(await desk.phrases.placeOf(elsewhere, third?.id ?? '')).toBeNull()
  })
})

describe('what is archived', () => {
  it('leaves the lists and the search, keeps its code, and comes back whole', async () => {
    const desk = openTestDesk()
    const old = write(desk, '冬装清仓', { code: 'jhd1' })
    write(desk, '尺码建议')
    const find = async (text: string) => {
      const filters = {}
      const { hits } = await desk.phrases.search({
        ...{ text, filters, limit: 10, step: null, productId: null, buyer: null },
      })
      return hits.map(({ title }) => title)
    }
    expect(await find('dongzhuang')).toEqual(['冬装清仓'])
    const archive = (archived: boolean) =>
      desk.phrases.change({ kind: 'some', ids: [old.id] }, { kind: 'archive', archived })
    expect(await archive(true)).toBe(1)
    expect(await archive(true)).toBe(0)
    expect(await find('dongzhuang')).toEqual([])
    expect(await titles(desk)).toEqual(['尺码建议'])
    expect(desk.phrases.list({ offset: 0, limit: 10 }).total).toBe(1)
    expect(await titles(desk, { archived: true })).toEqual(['冬装清仓'])
    expect(await titles(desk, { archived: true, text: '冬' })).toEqual(['冬装清仓'])
    expect(() => write(desk, '占用编码', { code: 'JHD1' })).toThrow(/已被/)
    await archive(false)
    expect(await find('dongzhuang')).toEqual(['冬装清仓'])
  })
})

describe('many phrases at once', () => {
  it.each<[string, BulkChange, Partial<PhraseFilter>]>([
    ['get a step', { kind: 'step', step: 'goodbye' }, { step: 'goodbye' }],
    ['get tags', { kind: 'tag', add: ['双11', '大促'] }, { tags: ['大促', '双11'] }],
    ['get dates', { kind: 'dates', validFrom: null, validUntil: '2020-01-01' }, { validity: 'expired' }],
    ['are archived', { kind: 'archive', archived: true }, { archived: true }],
  ])('%s, all that a filter finds but for some, and one step takes it back', async (_, change, filter) => {
    const desk = openTestDesk({ presence: 'host' })
    const kept = write(desk, '留着')
    write(desk, '改一')
    write(desk, '改二')
    expect(await desk.phrases.change({ ...everything, except: [kept.id] }, change)).toBe(2)
    expect((await titles(desk, filter)).toSorted()).toEqual(['改一', '改二'])
    await desk.undo.undo()
    expect(await titles(desk, filter)).toEqual([])
    expect(await titles(desk)).toHaveLength(3)
  })

  it('lose a tag, and keep the others', async () => {
    const desk = openTestDesk()
    const phrase = write(desk, '一条', { tags: ['旧', '留'] })
    expect(await desk.phrases.change(everything, { kind: 'untag', remove: ['旧'] })).toBe(1)
    expect(desk.phrases.get(phrase.id).tags).toEqual(['留'])
  })

  it('are moved, and removed until that is undone', async () => {
    const desk = openTestDesk({ presence: 'host' })
    const group = desk.groups.create('新家', null)
    write(desk, '一条')
    await desk.phrases.change(everything, { kind: 'move', groupId: group.id })
    expect(await titles(desk, { groupId: group.id })).toEqual(['一条'])
    await desk.phrases.change(everything, { kind: 'remove' })
    expect(await titles(desk)).toEqual([])
    await desk.undo.undo()
    expect(await titles(desk, { groupId: group.id })).toEqual(['一条'])
  })

  it('are changed and exported when there are more than windows can wait for, and one step takes it back', async () => {
    const desk = openTestDesk({ presence: 'host' })
    const rows = Array.from({ length: 1_100 }, (_, at) => `bh${at},第${at}条备货说明`)
    await desk.imports.apply({
      name: '话术.csv',
      bytes: Buffer.from(`快捷短语编码,快捷短语\n${rows.join('\n')}`),
    })
    const exported = () => desk.exports.write({ choice: everything, format: 'table', encoding: 'utf-8-bom' })
    const count = async (text: string) =>
      Buffer.from((await exported()).bytes)
        .toString()
        .split(text).length - 1
    expect(await desk.phrases.change(everything, { kind: 'tag', add: ['双11'] })).toBe(1_100)
    expect(await count('双11')).toBe(1_100)
    expect(
      await desk.exports.preview({ choice: everything, format: 'table', encoding: 'utf-8-bom' }),
    ).toMatchObject({ written: 1_100, lossCount: 0 })
    await desk.undo.undo()
    expect(await count('双11')).toBe(0)
    await expect(desk.phrases.change(everything, { kind: 'move', groupId: '没有' })).rejects.toThrow(
      /已不存在/,
    )
  })

  it('are left as they are, every one, when one of them would get too many tags', async () => {
    const desk = openTestDesk()
    write(desk, '满了', { tags: Array.from({ length: 20 }, (_, at) => `标签${at}`) })
    const other = write(desk, '还空')
    await expect(desk.phrases.change(everything, { kind: 'tag', add: ['再一个'] })).rejects.toThrow(
      /都没有改/,
    )
    expect(desk.phrases.get(other.id).tags).toEqual([])
  })

  it('are not moved to a group that is gone', async () => {
    const desk = openTestDesk()
    write(desk, '一条')
    await expect(desk.phrases.change(everything, { kind: 'move', groupId: '没有' })).rejects.toThrow(
      /已不存在/,
    )
  })
})
