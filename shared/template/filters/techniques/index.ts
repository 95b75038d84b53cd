import type { Filter } from '../handler.ts'
import { ORDER_TECHNIQUES } from './orders.ts'
import { PRICE_TECHNIQUES } from './prices.ts'
import { PRODUCT_TECHNIQUES } from './products.ts'

/** The techniques as scripts call them. */
export const TECHNIQUE_FILTERS: Readonly<Record<string, Filter>> = Object.fromEntries([
  ...PRICE_TECHNIQUES,
  ...PRODUCT_TECHNIQUES,
  ...ORDER_TECHNIQUES,
])
