import type { Product, Sku } from '../../model/product.ts'
import type { ShopProfile } from '../../model/shop.ts'

const HOUR_MS = 3_600_000

/** Pieces over the SKUs whose stock somebody has stated; null when none has. */
export function totalStock(product: Pick<Product, 'skus'>): number | null {
  const known = product.skus.flatMap((sku) => (sku.stock === null ? [] : [sku.stock]))
  return known.length ? known.reduce((sum, stock) => sum + stock, 0) : null
}

/** Whether a buyer can still have it; stock that nobody has stated counts as there. */
export function isInStock(sku: Sku): boolean {
  return sku.stock !== 0
}

/** Whether anything of a product can still be had; one without SKUs counts as there. */
export function isAvailable({ skus }: Pick<Product, 'skus'>): boolean {
  return skus.length === 0 || skus.some(isInStock)
}

/** The values that SKUs in stock have for `attribute`, in the order of the SKUs, each once. */
export function valuesInStock(product: Pick<Product, 'skus'>, attribute: string): string[] {
  const values = product.skus.filter(isInStock).flatMap((sku) => sku.attributes[attribute] ?? [])
  return [...new Set(values)]
}

export type StockAge = { status: 'fresh' } | { status: 'stale'; age: string } | { status: 'unknown' }

/**
 * Whether stock figures are recent enough, by the shop's own limit, to found a claim on: those of `skus`, as old as the
 * oldest of them, or of the product as a whole when none is named. A SKU without a time of its own has the product's.
 */
export function stockAge(
  product: Pick<Product, 'stockUpdatedAt'>,
  shop: Pick<ShopProfile, 'stockFreshHours'>,
  now: number,
  skus: readonly Pick<Sku, 'stockUpdatedAt'>[] = [],
): StockAge {
  const times = skus.map((sku) => sku.stockUpdatedAt ?? product.stockUpdatedAt)
  const known = (times.length ? times : [product.stockUpdatedAt]).filter((time) => time !== null)
  if (known.length < Math.max(1, times.length)) return { status: 'unknown' }
  // A clock set back must not make old figures look new: figures "from the future" count as of now.
  const hours = Math.max(0, now - Math.min(...known)) / HOUR_MS
  if (hours <= shop.stockFreshHours) return { status: 'fresh' }
  return { status: 'stale', age: hours < 48 ? `${Math.floor(hours)} 小时` : `${Math.floor(hours / 24)} 天` }
}
