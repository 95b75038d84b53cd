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

  let known: readonly Product[] | null = null
  const refresh = () => {
    known = null
  }

  function all(): readonly Product[] {
    known ??= rows.all().toSorted(byPlace)
    return known
  }

  /** The write lock is taken first: what is read here to decide is what stands there when it is written. */
  const writing = <Args extends unknown[], Result>(work: (...args: Args) => Result) =>
    database.transaction(work).immediate

  /** What is known follows a write: to read thousands of products again for one that changed takes 100 ms. */
  function follow(gone: readonly string[], come: readonly Product[]): void {
    if (!known) return
    const ids = new Set([...gone, ...come.map(({ id }) => id)])
    known = [...known.filter(({ id }) => !ids.has(id)), ...come].toSorted(byPlace)
  }

  const followed = (product: Product) => {
    follow([], [product])
    return product
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

  const create = writing((input: ProductDraft) => {
    const draft = ProductDraft.parse(input)
    refuseTakenCode(draft.code, null, '请换一个')
    const product = { ...withStockTimes(draft, null, now()), id: newId(), updatedAt: now() }
    rows.insert(product)
    return product
  })

  const update = writing((id: string, input: ProductDraft) => {
    const draft = ProductDraft.parse(input)
    const before = rows.byId(id)
    if (!before) throw new DeskError('not-found', '这个商品已被删除，改动没有保存')
    refuseTakenCode(draft.code, id, '请换一个')
    const product = { ...withStockTimes(draft, before, now()), id, updatedAt: now() }
    rows.replace(product)
    return product
  })

  const remove = writing((ids: readonly string[]) => {
    removed.forgetOld(now())
    for (const id of ids) {
      const product = rows.byId(id)
      if (!product) continue
      removed.keep(product, now())
      rows.delete(id)
    }
  })

  const restore = writing((ids: readonly string[]) =>
    ids.map((id) => {
      const product = removed.take(id)
      if (!product) throw new DeskError('not-found', '这个商品不在已删除的商品里，没有恢复')
      refuseTakenCode(product.code, id, '请先改掉它的编码再恢复')
      rows.insert(product)
      return product
    }),
  )

  return {
    all,
    find,
    get,
    refresh,

    summaries: () => all().map(summaryOf),

    create: (draft) => followed(create(draft)),
    update: (id, draft) => followed(update(id, draft)),

    remove(ids) {
      remove(ids)
      follow(ids, [])
    },

    restore(ids) {
      const products = restore(ids)
      follow([], products)
      return products
    },

    save({ added, changed }) {
      for (const product of added) rows.insert(product)
      for (const product of changed) rows.replace(product)
    },

    whileLocked<Result>(work: () => Result) {
      try {
        return writing(() => {
          refresh()
          return work()
        })()
      } finally {
        refresh() // what was read inside may have been rolled back
      }
    },
  }
}

function byPlace(a: Product, b: Product): number {
  return compare(a.category, b.category) || compare(a.name, b.name) || compare(a.id, b.id)
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function summaryOf(product: Product): ProductSummary {
  const { id, code, name, shortName, category, priceFen } = product
  const stocks = product.skus.flatMap((sku) => sku.stock ?? [])
  const stock = stocks.length > 0 ? stocks.reduce((sum, pieces) => sum + pieces, 0) : null
  const stockUpdatedAt = ageOfAll(product.skus, product.stockUpdatedAt)
  const image = product.images[0] ?? null
  return { id, code, name, shortName, category, priceFen, stock, stockUpdatedAt, image }
}
