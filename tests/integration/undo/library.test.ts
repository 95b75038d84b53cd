import { Worker } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'
import type { Desk } from '../../../electron/desk/open-desk.ts'
import type { BulkChange } from '../../../shared/model/phrase-listing.ts'
import { ProductImportOptions, StockRefreshOptions } from '../../../shared/model/product-transfer.ts'
import { openTestDesk } from '../../support/library.ts'

const host = (options: Parameters<typeof openTestDesk>[0] = {}) =>
  openTestDesk({ presence: 'host', ...options })
const csv = (rows: number) => ({
  name: '千牛.csv',
  bytes: Buffer.from(
    `快捷短语编码,快捷短语,快捷短语分组\n${Array.from({ length: rows }, (_, row) => `c${row},亲，第 ${row} 句话,导入的组`).join('\n')}\n`,
  ),
})
const titles = (desk: Desk) => desk.phrases.list({ offset: 0, limit: 500 }).phrases.map(({ title }) => title)
const found = async (desk: Desk, text: string) => {
  const answer = await desk.phrases.search({
    text,
    limit: 50,
    filters: {},
    step: null,
    productId: null,
    buyer: null,
  })
  return answer.hits.map(({ title }) => title)
}

describe('a lead who changes the library', () => {
  it('takes back the last things she did, one by one, each in her words, and does them again', async () => {
    const desk = host()
    const group = desk.groups.create('售前', null)
    const phrase = desk.phrases.create({
      title: '包邮',
      body: '亲，满198元包邮',
      groupId: group.id,
      code: 'by',
    })
    desk.phrases.update(phrase.id, { ...phrase, title: '包邮说明' })
    desk.phrases.setPinned(phrase.id, true)
    desk.groups.rename(group.id, '售前接待')
    desk.groups.remove(group.id, null)
    desk.phrases.remove([phrase.id])
    desk.shop.save({ ...desk.shop.profile(), petName: '小主' })
    const product = desk.products.create({
      code: 'A1',
      name: '面霜',
      category: '护肤',
      priceFen: 27_000,
    } as never)
    desk.products.remove([product.id])

    const said: string[] = []
    while (desk.undo.state().undo) said.push((await desk.undo.undo()).done.label)
    expect(said).toEqual([
      '删除 1 个商品',
      '新建商品《面霜》',
      '修改店铺资料',
      '删除 1 条话术',
      '删除分组',
      '分组改名为“售前接待”',
      '置顶话术《包邮说明》',
      '修改话术《包邮说明》',
      '新建话术《包邮》',
      '新建分组“售前”',
    ])
    expect(titles(desk)).toEqual([])
    expect(desk.groups.list()).toEqual([])
    expect(desk.products.list()).toEqual([])
    expect(desk.shop.profile().petName).toBe('亲')

    while (desk.undo.state().redo) await desk.undo.redo()
    expect(titles(desk)).toEqual([])
    expect(desk.shop.profile().petName).toBe('小主')
    for (let back = 0; back < 4; back++) await desk.undo.undo()
    expect(desk.phrases.get(phrase.id)).toMatchObject({
      title: '包邮说明',
      code: 'by',
      pinned: true,
      groupId: null,
    })
  })

  it('goes back over sixty bulk edits to the library she began with, and forth again', {
    timeout: 90_000,
  }, async () => {
    const desk = host()
    await desk.imports.apply(csv(20))
    const groups = ['售前', '售后'].map((name) => desk.groups.create(name, null).id)
    const ids = desk.phrases.list({ offset: 0, limit: 50 }).phrases.map(({ id }) => id)
    const library = () => ids.map((id) => ({ ...desk.phrases.get(id), updatedAt: 0 }))
    const before = library()
    const edits = Array.from({ length: 12 }, (_, round): BulkChange[] => [
      { kind: 'tag', add: [`第${round}轮`] },
      { kind: 'move', groupId: groups[round % 2] ?? null },
      { kind: 'step', step: round % 2 ? 'goodbye' : 'greet' },
      { kind: 'dates', validFrom: `2026-01-${10 + round}`, validUntil: null },
      { kind: 'untag', remove: [`第${round}轮`] },
    ]).flat()
    for (const edit of edits) expect(await desk.phrases.change({ kind: 'some', ids }, edit)).toBe(20)
    const after = library()

    for (const _ of edits) await desk.undo.undo()
    expect(library()).toEqual(before)
    for (const _ of edits) await desk.undo.redo()
    expect(library()).toEqual(after)
  })

  it('finds by search what is there after each step, and every window is told', async () => {
    const desk = host()
    const phrase = desk.phrases.create({ title: '发货时间', body: '今天发出' })
    await desk.ready()
    const told: string[] = []
    desk.onEvent(({ kind }) => told.push(kind))
    desk.phrases.update(phrase.id, { title: '退换说明', body: '七天无理由' })
    expect(await found(desk, '退换')).toEqual(['退换说明'])
    await desk.undo.undo()
    expect(await found(desk, '退换')).toEqual([])
    expect(await found(desk, '发货')).toEqual(['发货时间'])
    await desk.undo.undo()
    expect(await found(desk, '发货')).toEqual([])
    expect(told).toEqual(['library-changed', 'library-changed', 'library-changed'])
  })

  it('takes back a whole import at once, groups and all, on a thread of its own', {
    timeout: 90_000,
  }, async () => {
    const desk = host()
    desk.phrases.create({ title: '原来的', body: '原来就有' })
    await desk.ready()
    await desk.imports.apply(csv(1100))
    expect(desk.phrases.list({ offset: 0, limit: 1 }).total).toBe(1101)
    expect((await desk.undo.undo()).done.label).toBe('导入 1100 条话术')
    expect(titles(desk)).toEqual(['原来的'])
    expect(desk.groups.list()).toEqual([])
    expect(await found(desk, '第 7 句话')).toEqual([])
    await desk.undo.redo()
    expect(desk.phrases.list({ offset: 0, limit: 1 }).total).toBe(1101)
    expect((await found(desk, 'c77'))[0]).toBe('亲，第 77 句话')
  })

  it('takes back an import of products, a refresh of stock, and a shop', async () => {
    const desk = host()
    const file = (text: string) => ({ name: '表.csv', bytes: Buffer.from(text) })
    const sheet = ProductImportOptions.parse({})
    const imported = await desk.products.importAdd(
      file('商家编码,名称,价格,库存\nA1,面霜,270,5\nA2,眼霜,99,7\n'),
      sheet,
    )
    expect(imported).toMatchObject({ ok: true, added: 2 })
    await desk.products.refreshStock(file('编码,库存\nA1,3\n'), StockRefreshOptions.parse({}))
    expect(desk.products.find('A1')?.skus).toMatchObject([{ stock: 3 }])
    const shop = desk.shops.create({ name: '分店', copyOf: null })

    expect((await desk.undo.undo()).done.label).toBe('新建店铺“分店”')
    expect(desk.shops.list()).toHaveLength(1)
    expect((await desk.undo.undo()).done.label).toBe('更新库存')
    expect(desk.products.find('A1')?.skus).toMatchObject([{ stock: 5 }])
    expect((await desk.undo.undo()).done.label).toBe('导入商品')
    expect(desk.products.list()).toEqual([])
    for (let forth = 0; forth < 3; forth++) await desk.undo.redo()
    expect(desk.products.find('A1')?.skus).toMatchObject([{ stock: 3 }])
    expect(desk.shops.list().map(({ id }) => id)).toContain(shop.id)
  })

  it('who presses twice while the first is under way goes back two steps', { timeout: 90_000 }, async () => {
    const desk = host()
    desk.phrases.create({ title: '先写的', body: '一' })
    await desk.imports.apply(csv(1050))
    const [first, second] = await Promise.all([desk.undo.undo(), desk.undo.undo()])
    expect([first.done.label, second.done.label]).toEqual(['导入 1050 条话术', '新建话术《先写的》'])
    expect(titles(desk)).toEqual([])
  })

  it('who takes a notice at its word undoes that very step, or nothing', async () => {
    const desk = host()
    desk.phrases.create({ title: '一', body: '一' })
    const offered = desk.undo.state().undo?.id
    desk.phrases.create({ title: '二', body: '二' })
    await expect(desk.undo.undo(offered)).rejects.toThrow('这之后还有别的改动')
    expect(titles(desk)).toEqual(['一', '二'])

    const { done } = await desk.undo.undo()
    desk.phrases.create({ title: '三', body: '三' })
    await expect(desk.undo.redo(done.id)).rejects.toThrow('这一步不能再重做')
    expect(titles(desk)).toEqual(['一', '三'])
  })
})

describe('a session', () => {
  it('begins with nothing to undo', async () => {
    const first = host()
    first.phrases.create({ title: '昨天写的', body: '一' })
    await first.close()
    const second = host({ dataDir: first.dataDir })
    expect(second.undo.state()).toEqual({ undo: null, redo: null })
    await expect(second.undo.undo()).rejects.toThrow('没有可以撤销的改动')
    expect(titles(second)).toEqual(['昨天写的'])
  })

  it('does not undo what the command line did beside it, and refuses where both changed the same', async () => {
    const window = host()
    const phrase = window.phrases.create({ title: '一', body: '一' })
    window.phrases.update(phrase.id, { title: '二', body: '一' })
    const beside = openTestDesk({ dataDir: window.dataDir })
    beside.phrases.create({ title: '别处写的', body: '别处' })
    expect((await window.undo.undo()).done.label).toBe('修改话术《二》')
    await window.undo.redo()

    beside.phrases.update(phrase.id, { title: '别处改的', body: '一' })
    await expect(window.undo.undo()).rejects.toThrow('“修改话术《二》”没有撤销：里面的话术')
    expect(titles(window).toSorted()).toEqual(['别处写的', '别处改的'].toSorted())
  })

  it('has nothing to undo after a restore: the steps were made to another library', async () => {
    const desk = host()
    desk.phrases.create({ title: '备份前', body: '一' })
    const backup = await desk.safekeeping.make()
    desk.phrases.create({ title: '备份后', body: '二' })
    await desk.safekeeping.restore(backup.name)
    expect(desk.undo.state()).toEqual({ undo: null, redo: null })
    // And goes on recording.
    desk.phrases.create({ title: '恢复后', body: '三' })
    await desk.undo.undo()
    expect(titles(desk)).toEqual(['备份前'])
  })

  it('that is killed in the midst of a step leaves neither half of it nor a step', async () => {
    const desk = host()
    desk.phrases.create({ title: '原来的', body: '一' })
    const worker = new Worker(new URL('./die-in-a-step.ts', import.meta.url), {
      workerData: desk.dataDir,
      execArgv: ['--disable-warning=ExperimentalWarning'],
    })
    await new Promise((resolve) => worker.once('exit', resolve))
    expect(titles(desk)).toEqual(['原来的'])
    expect(desk.undo.state().undo?.label).toBe('新建话术《原来的》')
    desk.phrases.create({ title: '后来的', body: '二' })
    expect((await desk.undo.undo()).done.label).toBe('新建话术《后来的》')
    expect(desk.integrityProblems()).toEqual([])
  })
})
