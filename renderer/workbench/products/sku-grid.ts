import type { Sku } from '../../../shared/model/product.ts'
import type { ShopProfile } from '../../../shared/model/shop.ts'

export type StockState = 'unknown' | 'none' | 'scarce' | 'plenty'

/** How a SKU's stock stands against the shop's own line of scarcity. */
export function stockState(
  stock: number | null,
  { scarceAtMost }: Pick<ShopProfile, 'scarceAtMost'>,
): StockState {
  if (stock === null) return 'unknown'
  if (stock === 0) return 'none'
  return stock <= scarceAtMost ? 'scarce' : 'plenty'
}

/** The attributes that tell the SKUs apart, in the order in which they first appear. */
export function attributeNames(skus: readonly Sku[]): string[] {
  return [...new Set(skus.flatMap((sku) => Object.keys(sku.attributes)))]
}

/** E.g. `黑色 · M`; what an agent would type of a SKU. */
export function skuName(sku: Sku): string {
  return Object.values(sku.attributes).join(' · ')
}
