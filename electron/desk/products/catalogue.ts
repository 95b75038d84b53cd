import { type Product, ProductDraft, type ProductSummary } from '../../../shared/model/product.ts'
import type { Database } from '../database/open-database.ts'
import { DeskError } from '../desk-error.ts'
import { createProductRows } from './product-rows.ts'
import { createRemovedProducts } from './removed-products.ts'
import { ageOfAll, withStockTimes } from './stock-times.ts'

export interface Catalogue {
  /** Every product, by category and name; kept in memory, since each script may compute from all of them. */
  all(): readonly Product[]
  summaries(): ProductSummary[]
  /** @throws DeskError `not-found` */
  get(id: string): Product
  /** By id, else by article code without regard to case; null when there is none. */
  find(idOrCode: string): Product | null
  /** @throws DeskError `code-taken` */
  create(draft: ProductDraft): Product
  /** Replaces all that a draft says, the SKUs as a whole. @throws DeskError `not-found`, `code-taken` */
  update(id: string, draft: ProductDraft): Product
  /** Takes products out of the catalogue; their codes are free then, and `restore` brings them back whole. */
  remove(ids: readonly string[]): void
  /** All of them or none. @throws DeskError `not-found`, or `code-taken` when another product has the code now */
  restore(ids: readonly string[]): Product[]
  /** Writes products as they are, each whole, for an import or a refresh of stock that has checked them. */
  save(products: { added: readonly Product[]; changed: readonly Product[] }): void
  /** Runs `work` with the write lock held, and the catalogue as it is then; all that it writes or nothing. */
  whileLocked<Result>(work: () => Result): Result
  /** Forgets what is in memory, for when another program has changed the file. */
  refresh(): void
}

export function createCatalogue(
  database: Database,
  { now, newId }: { now: () => number; newId: () => string },
): Catalogue {
  const rows = createProductRows(database)
  const removed = createRemovedProducts(database)

  let known: Product[] | null = null
  const refresh = () => {
    known = null
  }

  /** The write lock is taken first: what is read here to decide is what stands there when it is written. */
  const writing =
    <Args extends unknown[], Result>(work: (...args: Args) => Result) =>
    (...args: Args): Result => {
      refresh()
      try {
        return database.transaction(work).immediate(...args)
      } finally {
        refresh() // what was read inside may have been rolled back
      }
    }

  function all(): readonly Product[] {
    known ??= rows.all()
    return known
  }

  function find(idOrCode: string): Product | null {
    const code = idOrCode.toLowerCase()
    return (
      all().find(({ id }) => id === idOrCode) ??
      all().find((product) => product.code.toLowerCase() === code) ??
      null
    )
  }

  function get(id: string): Product {
    const product = all().find((one) => one.id === id)
    if (!product) throw new DeskError('not-found', '这个商品已不存在')
    return product
  }

  function refuseTakenCode(code: string, ownId: string | null, advice: string): void {
    const holder = rows.byCode(code)
    if (holder && holder.id !== ownId)
      throw new DeskError('code-taken', `商家编码“${code}”已被《${holder.name}》使用，${advice}`)
  }

  return {
    all,
    find,
    get,
    refresh,

    summaries: () => all().map(summaryOf),

    create: writing((input: ProductDraft) => {
      const draft = ProductDraft.parse(input)
      refuseTakenCode(draft.code, null, '请换一个')
      const product = { ...withStockTimes(draft, null, now()), id: newId(), updatedAt: now() }
      rows.insert(product)
      return product
    }),

    update: writing((id: string, input: ProductDraft) => {
      const draft = ProductDraft.parse(input)
      const before = rows.byId(id)
      if (!before) throw new DeskError('not-found', '这个商品已被删除，改动没有保存')
      refuseTakenCode(draft.code, id, '请换一个')
      const product = { ...withStockTimes(draft, before, now()), id, updatedAt: now() }
      rows.replace(product)
      return product
    }),

    remove: writing((ids: readonly string[]) => {
      for (const id of ids) {
        const product = rows.byId(id)
        if (!product) continue
        removed.keep(product, now())
        rows.delete(id)
      }
    }),

    restore: writing((ids: readonly string[]) =>
      ids.map((id) => {
        const product = removed.take(id)
        if (!product) throw new DeskError('not-found', '这个商品不在已删除的商品里，没有恢复')
        refuseTakenCode(product.code, id, '请先改掉它的编码再恢复')
        rows.insert(product)
        return product
      }),
    ),

    save({ added, changed }) {
      for (const product of added) rows.insert(product)
      for (const product of changed) rows.replace(product)
    },

    whileLocked: <Result>(work: () => Result) => writing(work)(),
  }
}

function summaryOf(product: Product): ProductSummary {
  const { id, code, name, shortName, category, priceFen } = product
  const stocks = product.skus.flatMap((sku) => sku.stock ?? [])
  const stock = stocks.length > 0 ? stocks.reduce((sum, pieces) => sum + pieces, 0) : null
  const stockUpdatedAt = ageOfAll(product.skus, product.stockUpdatedAt)
  return { id, code, name, shortName, category, priceFen, stock, stockUpdatedAt }
}
