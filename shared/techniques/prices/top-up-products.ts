import type { Product } from '../../model/product.ts'
import { type Outcome, refuse } from '../outcome.ts'
import { isAvailable, isInStock } from '../stock/stock.ts'
import { formatYuan } from './money.ts'

/** How far above the gap a suggestion may cost: twice the gap, or this much more where the gap is small. */
const SLACK_FEN = 50_00
const MOST = 3

export interface TopUpProduct {
  product: Product
  /** What it costs at least, in fen: reaching the tier must not depend on which SKU the buyer takes. */
  priceFen: number
  isPaired: boolean
}

/**
 * 凑单商品: up to three products that close a gap of `gapFen`, each by itself, what goes with `chosen` first and then the
 * cheapest. Refused when nothing in the catalogue is in that range of price.
 */
export function topUpProducts(
  gapFen: number,
  catalogue: readonly Product[],
  chosen: Pick<Product, 'code' | 'pairings'> | null,
): Outcome<{ products: TopUpProduct[]; text: string }> {
  const dearest = Math.max(gapFen * 2, gapFen + SLACK_FEN)
  const products = catalogue
    .filter((product) => product.code !== chosen?.code && isAvailable(product))
    .map((product) => ({
      product,
      priceFen: leastPrice(product),
      isPaired: chosen?.pairings.includes(product.code) ?? false,
    }))
    .filter(({ priceFen }) => priceFen >= gapFen && priceFen <= dearest)
    .sort((a, b) => Number(b.isPaired) - Number(a.isPaired) || a.priceFen - b.priceFen)
    .slice(0, MOST)
  if (products.length === 0) return refuse(`没有价格合适的商品可以凑这 ${formatYuan(gapFen)} 元`)
  return { ok: true, products, text: products.map(spoken).join('、') }
}

/** `洁面乳（19 元）`, `面膜（19 元起）` where sizes differ in price. */
function spoken({ product, priceFen }: TopUpProduct): string {
  const isFrom = pricesOf(product).some((price) => price > priceFen)
  return `${product.shortName || product.name}（${formatYuan(priceFen)} 元${isFrom ? '起' : ''}）`
}

function leastPrice(product: Product): number {
  return Math.min(...pricesOf(product))
}

/** What can be paid for it today: the SKUs in stock decide, the product's own price only where it has none. */
function pricesOf({ priceFen, skus }: Product): number[] {
  return skus.length ? skus.filter(isInStock).map((sku) => sku.priceFen) : [priceFen]
}
