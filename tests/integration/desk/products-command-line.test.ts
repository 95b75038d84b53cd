import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { DATABASE_FILE } from '../../../electron/desk/database/open-database.ts'
import { ProductDraft } from '../../../shared/model/product.ts'
import { golden } from '../../support/command-line.ts'
import { openTestDesk, temporaryFolder } from '../../support/library.ts'
import { workbookOf } from '../../support/workbook.ts'

const CLI = [
  '--disable-warning=ExperimentalWarning',
  path.join(import.meta.dirname, '../../../electron/cli.ts'),
]

/** A folder for a library, and a file beside it. */
function place(name: string, content: string | Uint8Array) {
  const folder = temporaryFolder()
  const dataDir = path.join(folder, '话术库')
  mkdirSync(dataDir)
  const file = path.join(folder, name)
  writeFileSync(file, content)
  return { dataDir, file }
}

const run = (dataDir: string, ...args: string[]) => golden(...args, '--data-dir', dataDir, '--empty')

const inJson = async (dataDir: string, ...args: string[]) => {
  const { status, stdout } = await run(dataDir, ...args, '--json')
  return { status, printed: JSON.parse(stdout) }
}

const shirt = ProductDraft.parse({ code: 'T1', name: 'T恤', category: '男装', priceFen: 5900 })

describe("a lead's script", { timeout: 60_000 }, () => {
  it('imports a workbook after a dry run, with columns of its own names', async () => {
    const { dataDir, file } = place(
      '报价.xlsx',
      await workbookOf([
        ['款', '品名', '色', '价'],
        ['007', '大衣', '黑', 899],
      ]),
    )
    const args = [
      'import-products',
      file,
      '--map',
      '款=商家编码',
      '--map',
      '色=规格:颜色',
      '--map',
      '价=价格',
      '--category',
      '女装',
    ]
    expect(await inJson(dataDir, ...args, '--dry-run')).toMatchObject({
      status: 0,
      printed: { ok: true, added: 1 },
    })
    expect(await inJson(dataDir, ...args)).toMatchObject({ status: 0, printed: { added: 1, refused: [] } })
    expect(openTestDesk({ dataDir }).products.find('007')).toMatchObject({
      category: '女装',
      skus: [{ attributes: { 颜色: '黑' }, priceFen: 89900 }],
    })
  })

  it('refreshes stock every hour, and learns by the exit status that a code is unknown', async () => {
    const { dataDir, file } = place('库存.txt', 'T1 5\n')
    const desk = openTestDesk({ dataDir })
    desk.products.create(shirt)
    expect(await inJson(dataDir, 'stock', file)).toMatchObject({
      status: 0,
      printed: { matched: 1, changed: 1 },
    })
    expect(desk.products.find('T1')?.skus).toMatchObject([{ stock: 5 }])
    writeFileSync(file, 'T1 5\nT2 6\n')
    const { status, stdout } = await run(dataDir, 'stock', file)
    expect({ status, stdout }).toEqual({
      status: 1,
      stdout: '库存.txt(UTF-8)：读到 2 行，确认 1 个规格的库存，其中 0 个变了\n  没有这个编码 第 2 行：T2\n',
    })
  })

  it('asks what is still to be filled in', async () => {
    const { dataDir } = place('x', '')
    expect(await run(dataDir, 'missing')).toMatchObject({ status: 0, stdout: '话术要用的事实都填好了\n' })
    const desk = openTestDesk({ dataDir })
    desk.products.create(shirt)
    desk.phrases.create({ title: '质保', body: '{{ 商品.质保 }}', step: 'answer' })
    expect(await run(dataDir, 'missing')).toMatchObject({
      status: 1,
      stdout: 'T1 T恤 还缺：质保(1 条话术要用)\n',
    })
  })

  it('is told in one line what it got wrong', async () => {
    const { dataDir, file } = place('a.csv', '编码,名称\nA,B\n')
    for (const args of [
      ['import-products', path.join(dataDir, '没有.csv')],
      ['import-products', file, '--map', '编码=不存在的用途'],
      ['import-products', file, '--header', '0'],
      ['stock', dataDir],
    ]) {
      const { status, stdout, stderr } = await run(dataDir, ...args)
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
      expect(stderr).toMatch(/^[^\n]+\n$/)
    }
    expect(await inJson(dataDir, 'import-products', file)).toMatchObject({
      status: 1,
      printed: { ok: true, added: 0 },
    })
  })
})

const MANY = 8000

function goods(prefix: string): string {
  const rows = Array.from({ length: MANY }, (_, n) => `${prefix}${n},商品 ${prefix} ${n},9.9,色${n},${n}`)
  return `编码,名称,价格,颜色,库存\n${rows.join('\n')}\n`
}

function productsIn(dataDir: string) {
  const database = new Database(path.join(dataDir, DATABASE_FILE))
  try {
    const count = (table: string) => database.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
    return {
      integrity: database.pragma('integrity_check', { simple: true }),
      products: count('products'),
      skus: count('skus'),
    }
  } finally {
    database.close()
  }
}

describe('an import of products in a process of its own', { timeout: 120_000 }, () => {
  it('beside another, both come in whole', async () => {
    const { dataDir, file } = place('a.csv', goods('a'))
    const other = path.join(path.dirname(file), 'b.csv')
    writeFileSync(other, goods('b'))
    const outcomes = await Promise.all([file, other].map((one) => inJson(dataDir, 'import-products', one)))
    expect(outcomes).toMatchObject(Array(2).fill({ status: 0, printed: { added: MANY, refused: [] } }))
    expect(productsIn(dataDir)).toEqual({ integrity: 'ok', products: 2 * MANY, skus: 2 * MANY })
  })

  it('that is killed half-way leaves all or nothing, and can be done again', async () => {
    const { dataDir, file } = place('k.csv', goods('k'))
    const child = spawn(process.execPath, [...CLI, 'import-products', file, '--data-dir', dataDir, '--empty'])
    onTestFinished(() => void child.kill('SIGKILL'))
    const ended = once(child, 'close')
    const log = path.join(dataDir, `${DATABASE_FILE}-wal`)
    // So much is in the log only once products are being written; all of them take several times as much.
    await vi.waitUntil(() => (statSync(log, { throwIfNoEntry: false })?.size ?? 0) > 512 * 1024, {
      timeout: 60_000,
      interval: 2,
    })
    child.kill('SIGKILL')
    await ended

    expect([
      { integrity: 'ok', products: 0, skus: 0 },
      { integrity: 'ok', products: MANY, skus: MANY },
    ]).toContainEqual(productsIn(dataDir))
    expect(await inJson(dataDir, 'import-products', file)).toMatchObject({
      printed: { ok: true, refused: [] },
    })
    expect(productsIn(dataDir)).toEqual({ integrity: 'ok', products: MANY, skus: MANY })
  })
})
