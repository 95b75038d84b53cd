import type { Buyer } from '../../model/buyer.ts'
import type { Product } from '../../model/product.ts'
import type { ShopProfile } from '../../model/shop.ts'

/** Everything a script may speak of. `now` is ms since 1970; the shop's clock is China's wherever the machine is. */
export interface Facts {
  shop: ShopProfile
  product: Product | null
  buyer: Buyer | null
  /** All products of the shop: pairings, substitutes, top-ups and the question funnel look here. */
  catalogue: readonly Product[]
  now: number
  /** How often the script was used before, or any number: which of its {% 随机 %} wordings comes next. */
  turn?: number
}
