import type { Product } from '../../model/product.ts'
import type { ShopProfile } from '../../model/shop.ts'

/** What a buyer has to keep for a return, by what kind of thing it is; the first that fits the category is used. */
const CONDITIONS: readonly (readonly [category: RegExp, condition: string])[] = [
  [/鞋|靴/, '先在干净地板上试穿，鞋底没磨、鞋盒完整'],
  [/[衣装裤裙衫帽袜]|服饰/, '吊牌在、没下水、没有穿过的痕迹'],
  [/护肤|美妆|彩妆|洗护|香水|个护|食品|零食|保健|母婴/, '包装没拆封、不影响二次销售'],
]
const ANY_CONDITION = '东西和配件保持原样、不影响二次销售'

/** Told for things made to order: the law excepts them from returns without a reason. */
const MADE_TO_ORDER = '刻字定制的做好后不支持无理由退换，有质量问题照样找我们'

/**
 * The buyer's rights with this product and what they depend on, in a sentence: 7 天内可以退换，要求吊牌在、没下水…
 * Null when the shop takes nothing back without a reason.
 */
export function returnConditions(
  product: Pick<Product, 'category'>,
  { returnDays }: Pick<ShopProfile, 'returnDays'>,
  isMadeToOrder = false,
): string | null {
  if (isMadeToOrder) return MADE_TO_ORDER
  if (returnDays === 0) return null
  const condition = CONDITIONS.find(([category]) => category.test(product.category))?.[1] ?? ANY_CONDITION
  return `签收后 ${returnDays} 天内可以退换：${condition}`
}
