import path from 'node:path'
import Database from 'better-sqlite3'
import { createCustomerRecords } from '../../../electron/desk/customers/customer-records.ts'
import { openKeyRing } from '../../../electron/desk/customers/key-ring.ts'
import { DATABASE_FILE } from '../../../electron/desk/database/open-database.ts'
import { openDesk } from '../../../electron/desk/open-desk.ts'
import { CustomerDraft } from '../../../shared/model/customer.ts'
import { ProductDraft } from '../../../shared/model/product.ts'
import { makeCorpus } from '../../bench/search/corpus.ts'

export interface LibrarySize {
  phrases: number
  products: number
  buyers: number
  /** Uses of phrases in the past. */
  events: number
}

const SEED = 20261121
const DAY = 24 * 60 * 60 * 1_000

/** A library of `size` in `dataDir`, beside the starter library. Phrases come in by file, as they do for users. */
export async function fillLibrary(dataDir: string, size: LibrarySize): Promise<void> {
  const desk = openDesk({ dataDir })
  const outcome = await desk.imports.apply({
    name: 'phrases.csv',
    bytes: Buffer.from(phraseFile(size.phrases)),
  })
  if (!outcome.ok || outcome.added !== size.phrases) throw new Error('the phrases were not imported')
  for (let number = 0; number < size.products; number++) desk.products.create(productNumber(number))
  await desk.close()

  const database = new Database(path.join(dataDir, DATABASE_FILE))
  try {
    await addBuyers(database, dataDir, size.buyers)
    addEvents(database, size.events)
  } finally {
    database.close()
  }
}

function phraseFile(count: number): string {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
  const rows = makeCorpus(SEED, count).map(({ title, body }, number) =>
    [`k${number}`, title, `${body}（${title}${number}）`, '话术'].map(quoted).join(','),
  )
  return ['快捷短语编码,标题,快捷短语,快捷短语分组', ...rows].join('\n')
}

function productNumber(number: number): ProductDraft {
  const sizes = ['S', 'M', 'L', 'XL']
  const skus = ['黑色', '白色', '藏青'].flatMap((colour) =>
    sizes.map((size) => ({
      attributes: { 颜色: colour, 尺码: size },
      priceFen: 9_900 + number,
      stock: number % 40,
    })),
  )
  return ProductDraft.parse({
    code: `LOAD-${number}`,
    name: `负载测试商品 第${number}款 宽松连衣裙`,
    category: `类目${number % 20}`,
    priceFen: 9_900 + number,
    lasts: { days: 90, uses: null, people: null },
    skus,
    stockUpdatedAt: Date.now(),
  })
}

async function addBuyers(database: Database.Database, dataDir: string, count: number): Promise<void> {
  const ring = await openKeyRing(dataDir, null, Date.now)
  const records = createCustomerRecords(database, ring)
  const now = Date.now()
  database.transaction(() => {
    for (let number = 0; number < count; number++) {
      const seenAt = now - (number % 80) * DAY
      const draft = CustomerDraft.parse({
        nickname: `买家昵称${number}号`,
        province: '浙江',
        measures: { heightCm: 150 + (number % 40), weightKg: 45 + (number % 30) },
        notes: [{ at: seenAt, text: `喜欢宽松，第${number}次来，要顺丰` }],
      })
      records.insert({ id: `buyer-${number}`, draft, createdAt: seenAt, seenAt })
    }
  })()
}

function addEvents(database: Database.Database, count: number): void {
  const ids = database.prepare('SELECT id FROM phrases').pluck().all()
  const insert = database.prepare(
    "INSERT INTO usage_events (at, phrase_id, outcome, step, query_length, took_ms) VALUES (?, ?, 'pasted', 'answer', 4, ?)",
  )
  const now = Date.now()
  database.transaction(() => {
    for (let number = 0; number < count; number++)
      insert.run(
        now - (number % (365 * 24)) * 3_600_000,
        ids[(number * 7919) % ids.length],
        900 + (number % 6_000),
      )
  })()
}
