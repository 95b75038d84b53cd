import type { Product, Sku } from '../../model/product.ts'
import type { ShopProfile } from '../../model/shop.ts'
import { type Outcome, type Refused, refuse } from '../outcome.ts'
import { listed } from '../wording.ts'
import { skusWanted, spokenSku } from './skus-wanted.ts'
import { stockAge } from './stock.ts'

/**
 * 怕买不到: how many pieces are left of `wanted` (attribute values, e.g. 黑色 M), or of the whole product when nothing is
 * named. Refused unless the figures of those very SKUs are complete, fresh, above zero and at most the shop's threshold:
 * anything else would be an untrue claim.
 */
export function scarcity(
  product: Pick<Product, 'skus' | 'stockUpdatedAt'>,
  shop: Pick<ShopProfile, 'scarceAtMost' | 'stockFreshHours'>,
  now: number,
  wanted = '',
): Outcome<{ left: number }> {
  const skus = skusWanted(product.skus, wanted)
  if (product.skus.length === 0) return refuse('这款没有填写规格和库存')
  if (skus.length === 0)
    return refuse(`这款没有「${wanted}」，现有规格：${listed(product.skus.slice(0, 6).map(spokenSku))}`)
  const left = piecesOf(skus)
  const subject = wanted.trim() && `「${wanted.trim()}」`
  if (left === null) return refuse(`${subject}还有规格没有填写库存，说不准剩几件`)
  const problem = whyNotScarce(subject, left, shop.scarceAtMost) ?? whyNotTrusted(product, skus, shop, now)
  return problem ?? { ok: true, left }
}

function piecesOf(skus: readonly Sku[]): number | null {
  let sum = 0
  for (const { stock } of skus) {
    if (stock === null) return null
    sum += stock
  }
  return sum
}

function whyNotScarce(subject: string, left: number, atMost: number): Refused | null {
  if (left === 0) return refuse(`${subject}已经没有库存了`, '可以推荐还有货的规格，或者同类的替代款')
  if (left > atMost)
    return refuse(
      `${subject}库存还有 ${left} 件，超过紧缺线 ${atMost} 件`,
      '可以直接说现货充足，拍下就能安排',
    )
  return null
}

function whyNotTrusted(
  product: Pick<Product, 'stockUpdatedAt'>,
  skus: readonly Sku[],
  shop: Pick<ShopProfile, 'stockFreshHours'>,
  now: number,
): Refused | null {
  const age = stockAge(product, shop, now, skus)
  if (age.status === 'unknown') return refuse('库存没有更新时间，不能拿来催单', '先更新库存')
  if (age.status === 'stale') {
    return refuse(`库存是 ${age.age}前更新的，超过 ${shop.stockFreshHours} 小时，不能拿来催单`, '先更新库存')
  }
  return null
}
