import type { Product } from '../../model/product.ts'
import { lacking, type Outcome, refuse } from '../outcome.ts'
import { formatYuan } from './money.ts'

/** What a price can be divided by, with the word for one share and the fact that says how many there are. */
export const SPLITS = {
  days: { name: '每天', counts: '天', fact: '商品.可用天数' },
  uses: { name: '每次', counts: '次', fact: '商品.可用次数' },
  people: { name: '每人', counts: '人', fact: '商品.可用人数' },
} as const
export type Split = keyof typeof SPLITS

/**
 * 拆分法: one share of `priceFen` divided by `shares`, in fen. Rounded up to the next fen, so that the claim is never
 * less than the true price of a share (¥100 over 3 days is ¥33.34 a day).
 */
export function splitPrice(priceFen: number, shares: number, by: Split): Outcome<{ fen: number }> {
  const { counts } = SPLITS[by]
  if (priceFen <= 0) return refuse('价格是 0 元，没有什么可拆的')
  if (!Number.isFinite(shares) || shares < 1) return refuse(`要拆成至少 1 ${counts}`)
  return { ok: true, fen: Math.ceil(priceFen / shares) }
}

/** The same by what the product's own facts say of how long it lasts. */
export function splitProductPrice(
  priceFen: number,
  product: Pick<Product, 'lasts'>,
  by: Split,
): Outcome<{ fen: number }> {
  const shares = product.lasts[by]
  const { counts, fact, name } = SPLITS[by]
  if (shares === null) return lacking([fact], `商品没有填写能用多少${counts}，算不出${name}多少钱`)
  return splitPrice(priceFen, shares, by)
}

export interface PriceSplit {
  by: Split
  fen: number
  /** `每次 1.5 元` */
  text: string
}

/**
 * Every split that the facts allow, the smallest share (the most telling) first. A single share is the price itself and
 * tells nothing. Refused, with what to find out, when the facts allow none.
 */
export function priceSplits(
  priceFen: number,
  product: Pick<Product, 'lasts'>,
): Outcome<{ splits: readonly [PriceSplit, ...PriceSplit[]] }> {
  const known = (Object.keys(SPLITS) as Split[]).filter((by) => product.lasts[by] !== null)
  if (known.length === 0) return lacking([SPLITS.days.fact], '商品没有填写能用多少天、多少次，没有可拆的')
  const [first, ...others] = known
    .filter((by) => product.lasts[by] !== 1)
    .flatMap((by) => {
      const share = splitProductPrice(priceFen, product, by)
      return share.ok ? [{ by, fen: share.fen, text: `${SPLITS[by].name} ${formatYuan(share.fen)} 元` }] : []
    })
    .sort((a, b) => a.fen - b.fen)
  if (!first) return refuse('这个价格和用量拆不出更小的一份')
  return { ok: true, splits: [first, ...others] }
}
