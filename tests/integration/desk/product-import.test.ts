import path from 'node:path'
import Database from 'better-sqlite3'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { DATABASE_FILE } from '../../../electron/desk/database/open-database.ts'
import type { Desk } from '../../../electron/desk/open-desk.ts'
import { ProductDraft } from '../../../shared/model/product.ts'
import { ProductImportOptions, type ProductImportOutcome } from '../../../shared/model/product-transfer.ts'
import { openTestDesk, temporaryFolder } from '../../support/library.ts'
import { taobaoFile } from '../../support/taobao-assistant.ts'
import { workbookOf } from '../../support/workbook.ts'

const NINE = Date.UTC(2026, 10, 21, 1)

const csv = (...lines: string[]) => ({ name: '商品.csv', bytes: Buffer.from(`${lines.join('\n')}\n`) })
const options = (given: Partial<ProductImportOptions> = {}) => ProductImportOptions.parse(given)

type Imported = Extract<ProductImportOutcome, { ok: true }>

async function add(desk: Desk, file: { name: string; bytes: Uint8Array }, given = {}): Promise<Imported> {
  const outcome = await desk.products.importAdd(file, options(given))
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome
}

const factsOf = (desk: Desk, code: string) => desk.products.find(code)!

describe("Taobao Assistant's items", () => {
  const dress = {
    宝贝名称: '法式连衣裙 春款',
    宝贝价格: '129.00',
    宝贝数量: '99',
    商家编码: 'D2601',
    宝贝描述: '<p>面料：<b>醋酸</b>&nbsp;混纺</p><p><img src="https://img.example/1.jpg">不透，\n有内衬</p>',
    宝贝卖点: '显瘦收腰；不易皱，好打理',
    销售属性组合:
      '129.00:12:D2601-W-S:1627207:-1001;20509:28314;139.00:0:D2601-W-M:1627207:-1001;20509:28315;',
    自定义属性值: '1627207:-1001:奶油白;',
    销售属性别名: '20509:28315:M(160/84A);',
  }

  it.each([
    { encoding: 'utf-16le', delimiter: '\t', read: 'UTF-16LE' },
    { encoding: 'gbk', delimiter: ',', read: 'GB18030' },
    { encoding: 'utf-8', delimiter: ',', read: 'UTF-8' },
  ] as const)('come in from $encoding with their SKUs, words and stock', async ({ read, ...written }) => {
    const desk = openTestDesk({ now: () => NINE })
    const report = await add(desk, taobaoFile([dress], written))
    expect(report).toMatchObject({ added: 1, skus: 2, refused: [], notes: [] })
    expect(report.table).toMatchObject({ format: 'taobao-assistant', encoding: read, headerRow: 3 })
    expect(factsOf(desk, 'd2601')).toMatchObject({
      name: '法式连衣裙 春款',
      priceFen: 12900,
      category: '未分类',
      warranty: null,
      sellingPoints: ['显瘦收腰', '不易皱，好打理'],
      questions: [{ doubt: 'product', answer: '面料：醋酸 混纺\n不透， 有内衬' }],
      skus: [
        { code: 'D2601-W-S', attributes: { 颜色: '奶油白', 尺码: 'S' }, priceFen: 12900, stock: 12 },
        { code: 'D2601-W-M', attributes: { 颜色: '奶油白', 尺码: 'M(160/84A)' }, priceFen: 13900, stock: 0 },
      ],
      stockUpdatedAt: NINE,
    })
  })

  it('without an article code go by their number, and without variants hold their stock themselves', async () => {
    const desk = openTestDesk()
    await add(
      desk,
      taobaoFile([{ 宝贝名称: '面霜', 宝贝价格: '270', 宝贝数量: '8', 数字ID: '645237589892' }]),
    )
    expect(factsOf(desk, '645237589892')).toMatchObject({
      skus: [{ attributes: {}, priceFen: 27000, stock: 8 }],
    })
  })

  it('of one code are two listings, and the second is told, not taken for a variant', async () => {
    const report = await add(openTestDesk(), taobaoFile([dress, { ...dress, 宝贝名称: '另一条' }]))
    expect(report).toMatchObject({ added: 1, refused: [{ row: 5, reason: '商家编码与第 4 行的商品相同' }] })
  })

  it('are only an empty template now and then', async () => {
    expect(await openTestDesk().products.importAdd(taobaoFile([]), options())).toMatchObject({
      ok: false,
      reason: '只有表头，没有商品',
    })
  })
})

describe("a shop's own table", () => {
  const HEADER = '货号,品名,类别,颜色,尺码,售价（元）,库存,材质'

  it('has a row for each variant, and comes in as products with SKUs', async () => {
    const desk = openTestDesk()
    const report = await add(
      desk,
      csv(
        HEADER,
        'C1,羊毛大衣,女装,黑色,S,"¥1,299.00",3,羊毛；羊绒',
        'C1,羊毛大衣,女装,黑色,M,1299元,0,',
        'T1,T恤,女装,白色,均码,59,12,棉',
      ),
    )
    expect(report).toMatchObject({ rowsRead: 3, added: 2, skus: 3, refused: [] })
    expect(factsOf(desk, 'C1')).toMatchObject({
      name: '羊毛大衣',
      category: '女装',
      priceFen: 129900,
      materials: ['羊毛', '羊绒'],
      skus: [
        { attributes: { 颜色: '黑色', 尺码: 'S' }, stock: 3 },
        { attributes: { 颜色: '黑色', 尺码: 'M' }, stock: 0 },
      ],
    })
  })

  it('may merge the cells of a product, so that its further rows name nothing but the variant', async () => {
    const desk = openTestDesk()
    const bytes = await workbookOf([
      ['2026 冬款', null, null, null, null],
      ['货号', '品名', '颜色', '价格', '库存'],
      ['00123', '大衣', '黑', 899.9, 3],
      [null, null, '白', 899.9, 5],
    ])
    const report = await add(desk, { name: '冬款.xlsx', bytes })
    expect(report.table).toMatchObject({ encoding: 'XLSX', sheet: 'Sheet1', headerRow: 2 })
    expect(factsOf(desk, '00123')).toMatchObject({
      priceFen: 89990,
      skus: [
        { attributes: { 颜色: '黑' }, stock: 3 },
        { attributes: { 颜色: '白' }, stock: 5 },
      ],
    })
  })

  it('tells of each row that cannot come in, by its number in the spreadsheet, and takes the others', async () => {
    const desk = openTestDesk()
    const report = await add(
      desk,
      csv(
        HEADER,
        'C1,大衣,女装,黑色,S,-5,3,',
        'C2,大衣,女装,黑色,S,5,1000000000,',
        'C3,,女装,黑色,S,5,3,',
        ',大衣,女装,,,5,3,',
        'C5,大衣,女装,黑色,S,5,3,,多一列',
        'C6,大衣😀 𠮷,女装,黑色,S,5,3,',
        'C6,大衣😀 𠮷,女装,黑色,S,5,4,',
        'C7,大衣,女装,黑色,S,,3,',
      ),
    )
    expect(report.added).toBe(1)
    expect(report.refused.map(({ row, reason }) => `${row} ${reason}`)).toEqual([
      '2 价格“-5”是负数',
      '3 库存“1000000000”太大，最多 1000 万件',
      '4 库里没有这个编码，新商品要有名称',
      '5 商家编码是空的',
      '6 有 9 列，比表头多 1 列（内容里的逗号要加双引号）',
      '8 规格与第 7 行相同',
      '9 没有价格',
    ])
    expect(factsOf(desk, 'C6').name).toBe('大衣😀 𠮷')
  })

  it.each([
    ['GBK', iconv.encode('编码,名称,价格\nA1,羽絨服 朱鎔,99\n', 'gb18030')],
    ['UTF-8 with a mark', Buffer.from('\ufeff编码,名称,价格\nA1,羽絨服 朱鎔,99\n')],
    [
      'UTF-16 without a mark',
      iconv.encode('编码\t名称\t价格\nA1\t羽絨服 朱鎔\t99\n1234567\t二\t99999\n', 'utf-16le'),
    ],
  ])('reads the same in %s, traditional characters included', async (_encoding, bytes) => {
    const desk = openTestDesk()
    await add(desk, { name: 'x.csv', bytes })
    expect(factsOf(desk, 'A1').name).toBe('羽絨服 朱鎔')
  })

  it.each([
    ['nothing at all', Buffer.alloc(0), '文件是空的'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), '这是图片'],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), '旧版 Excel'],
    ['200 MB', Buffer.alloc(200 * 1024 * 1024, 0x61), '超过 32 MB'],
    ['figures only', Buffer.from('1,2\n3,4\n'), '没有找到写着列名的一行'],
    ['no codes', Buffer.from('名称,价格\n大衣,5\n'), '没有找到商家编码这一列'],
    ['codes only', Buffer.from('编码,备注\nA1,x\n'), '除了编码，没有一列能用'],
    ['a quote that never closes', Buffer.from('编码,名称,价格\nA1,"大衣,5\n'), '双引号没有配对'],
  ])(
    'that is %s is refused with a reason and an advice, and changes nothing',
    async (_what, bytes, reason) => {
      const desk = openTestDesk()
      const outcome = await desk.products.importAdd({ name: 'x.csv', bytes }, options())
      expect(outcome).toMatchObject({
        ok: false,
        reason: expect.stringContaining(reason),
        advice: expect.stringMatching(/\S/),
      })
      expect(desk.products.list()).toEqual([])
    },
  )
})

describe('columns that the program does not know', () => {
  const file = csv('款,叫法,肤质,吊牌', 'K1,面霜,干性、敏感,270')
  const mapping = { 款: 'code', 叫法: 'name', 肤质: '属性:肤质', 吊牌: 'price' } as const

  it('are shown with samples to choose by, and come in as they were chosen', async () => {
    const desk = openTestDesk()
    const first = await desk.products.importPreview(file, options())
    expect(first).toMatchObject({
      ok: false,
      table: { headerRow: 1, columns: [{ name: '款', use: 'skip', samples: ['K1'] }, {}, {}, {}] },
    })
    await add(desk, file, { mapping })
    expect(factsOf(desk, 'K1')).toMatchObject({
      name: '面霜',
      priceFen: 27000,
      attributes: { 肤质: ['干性', '敏感'] },
    })
  })

  it('are remembered by their header, also where lines stand above it and after a restart', async () => {
    const dataDir = temporaryFolder()
    const desk = openTestDesk({ dataDir })
    await add(desk, file, { mapping })
    await desk.close()
    const tomorrow = csv('报价,,,', '款,叫法,肤质,吊牌', 'K2,水乳,油性,99')
    const report = await add(openTestDesk({ dataDir }), tomorrow)
    expect(report).toMatchObject({ added: 1, table: { headerRow: 2 } })
    expect(report.table.columns.map(({ because }) => because)).toEqual(Array(4).fill('remembered'))
  })

  it('can be chosen otherwise, and a preview remembers nothing', async () => {
    const desk = openTestDesk()
    const known = csv('编码,名称,价格,数量', 'K1,面霜,270,8')
    await desk.products.importPreview(known, options({ mapping: { 数量: 'days' } }))
    await add(desk, known, { mapping: { 数量: 'skip' } })
    expect(factsOf(desk, 'K1')).toMatchObject({ skus: [], lasts: { days: null } })
  })

  it('may stand in any row', async () => {
    const desk = openTestDesk()
    const odd = csv('编码,名称,价格', '款式,叫法,钱', 'K1,面霜,270')
    await add(desk, odd, { headerRow: 2, mapping: { 款式: 'code', 叫法: 'name', 钱: 'price' } })
    expect(desk.products.list()).toMatchObject([{ code: 'K1' }])
  })
})

describe('a product that is there already', () => {
  const coat = ProductDraft.parse({
    code: 'C1',
    name: '羊毛大衣',
    category: '女装',
    priceFen: 89900,
    materials: ['羊毛'],
    warranty: '一年',
    lasts: { days: 900 },
    skus: [
      { code: 'C1-B-M', attributes: { 颜色: '黑色', 尺码: 'M' }, priceFen: 89900, stock: 3 },
      { code: 'C1-W-M', attributes: { 颜色: '白色', 尺码: 'M' }, priceFen: 89900, stock: 8 },
    ],
  })

  it('changes in what the file says, in nothing else, and an empty cell says nothing', async () => {
    const desk = openTestDesk({ now: () => NINE })
    desk.products.create(coat)
    const report = await add(desk, csv('编码,名称,价格,材质,使用天数', 'c1,,929,"羊毛,羊绒",'))
    expect(report).toMatchObject({
      added: 0,
      changed: 1,
      products: [{ action: 'changed', changes: ['价格 899 → 929 元', '材质'] }],
    })
    expect(factsOf(desk, 'C1')).toMatchObject({
      code: 'C1',
      name: '羊毛大衣',
      priceFen: 92900,
      materials: ['羊毛', '羊绒'],
      warranty: '一年',
      lasts: { days: 900 },
    })
    expect(factsOf(desk, 'C1').skus).toEqual(desk.products.get(desk.products.find('C1')!.id).skus)
    expect(factsOf(desk, 'C1').skus).toHaveLength(2)
  })

  it('is found by the codes or the values of its variants; what the file leaves out stays', async () => {
    const desk = openTestDesk()
    desk.products.create(coat)
    const report = await add(
      desk,
      csv('编码,规格编码,颜色,尺码,库存,价格', 'C1,C1-B-M,,,1,', 'C1,,黑色,L,7,919'),
    )
    expect(report).toMatchObject({ changed: 1, notes: [{ reason: '库里另有 1 个规格不在文件里，没有动' }] })
    expect(factsOf(desk, 'C1').skus).toMatchObject([
      { code: 'C1-B-M', attributes: { 颜色: '黑色', 尺码: 'M' }, stock: 1, priceFen: 89900 },
      { code: 'C1-W-M', stock: 8 },
      { code: null, attributes: { 颜色: '黑色', 尺码: 'L' }, stock: 7, priceFen: 91900 },
    ])
  })

  it('is not changed on a guess when the file names its variants by half', async () => {
    const desk = openTestDesk()
    desk.products.create({
      ...coat,
      skus: [...coat.skus, { ...coat.skus[0]!, code: null, attributes: { 颜色: '黑色', 尺码: 'L' } }],
    })
    const report = await add(desk, csv('编码,颜色,库存', 'C1,黑色,1'))
    expect(report.refused).toMatchObject([{ row: 2, reason: '对应库里 2 个规格，请把规格写全' }])
    expect((await add(desk, csv('编码,颜色,库存', 'C1,白色,1'))).changed).toBe(1)
  })

  it('that says the same again is unchanged, but its stock is fresh', async () => {
    const clock = { now: NINE }
    const desk = openTestDesk({ now: () => clock.now })
    const file = csv('编码,名称,价格,颜色,库存', 'T1,T恤,59,白,5')
    await add(desk, file)
    clock.now += 3_600_000
    expect(await add(desk, file)).toMatchObject({ added: 0, changed: 0, unchanged: 1 })
    expect(factsOf(desk, 'T1').skus[0]?.stockUpdatedAt).toBe(clock.now)
  })

  it('with many variants does not take the stock of one figure', async () => {
    const desk = openTestDesk()
    desk.products.create(coat)
    const report = await add(desk, csv('编码,库存', 'C1,99'))
    expect(report).toMatchObject({
      unchanged: 1,
      notes: [{ reason: '这个商品有 2 个规格，库存要按规格写，没有动' }],
    })
    expect(factsOf(desk, 'C1').skus.map(({ stock }) => stock)).toEqual([3, 8])
  })
})

describe('an import', () => {
  it('is previewed as it will be, and nothing is written until then', async () => {
    const desk = openTestDesk({ now: () => NINE })
    const file = csv('编码,名称,价格,颜色,库存', 'T1,T恤,59,白,5', 'T2,,59,白,5')
    const preview = await desk.products.importPreview(file, options())
    expect(desk.products.list()).toEqual([])
    const told: string[] = []
    desk.onEvent(({ kind }) => told.push(kind))
    expect(await desk.products.importAdd(file, options())).toEqual(preview)
    expect(told.filter((kind) => kind === 'library-changed')).toHaveLength(1)
    expect(await desk.products.search('tx', 5)).toMatchObject([{ code: 'T1' }])
  })

  it('of 20,000 rows takes no longer than a person waits', { timeout: 60_000 }, async () => {
    const desk = openTestDesk()
    const rows = Array.from(
      { length: 20_000 },
      (_, n) => `P${n >> 2},商品 ${n >> 2},${(n % 900) + 0.5},色${n % 4},${n % 50}`,
    )
    const report = await add(desk, csv('编码,名称,价格,颜色,库存', ...rows))
    expect(report).toMatchObject({ added: 5000, skus: 20_000, refused: [] })
    expect(report.products).toHaveLength(500)
    expect(desk.products.list()).toHaveLength(5000)
  })

  it('that fails half-way leaves the catalogue as it was', async () => {
    const dataDir = temporaryFolder()
    const desk = openTestDesk({ dataDir })
    const disk = new Database(path.join(dataDir, DATABASE_FILE))
    disk.exec(
      "CREATE TRIGGER full BEFORE INSERT ON products WHEN NEW.code = 'T2' BEGIN SELECT raise(ABORT, 'full'); END",
    )
    const file = csv('编码,名称,价格', 'T1,一,59', 'T2,二,59')
    await expect(desk.products.importAdd(file, options())).rejects.toThrow('full')
    expect(desk.products.list()).toEqual([])
    disk.exec('DROP TRIGGER full')
    disk.close()
    expect(await add(desk, file)).toMatchObject({ added: 2 })
  })

  it('while another program has just added the same product changes it, instead of failing', async () => {
    const dataDir = temporaryFolder()
    const window = openTestDesk({ dataDir })
    const commandLine = openTestDesk({ dataDir })
    const importing = add(window, {
      name: 'x.xlsx',
      bytes: await workbookOf([
        ['编码', '名称', '价格'],
        ['T1', '甲', 59],
      ]),
    })
    await add(commandLine, csv('编码,名称,价格', 'T1,乙,69'))
    expect((await importing).added + (await importing).changed).toBe(1)
    expect(window.products.list()).toHaveLength(1)
  })
})
