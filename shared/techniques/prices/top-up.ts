import type { Discount, ShopProfile, Tier } from '../../model/shop.ts'
import { type Outcome, refuse } from '../outcome.ts'
import { formatYuan } from './money.ts'
import { type Offers, offersOn, type Saving, savingOn } from './offers.ts'

type ShopOffers = Offers & Pick<ShopProfile, 'freeShippingFen'>

/** One benefit a larger basket would reach. Amounts in fen. */
export interface TopUp {
  kind: 'tier' | 'discount' | 'free-shipping'
  /** 满198减20, 满300打95折, 包邮 */
  name: string
  /** Where the benefit begins, and what is still lacking to it (always above zero). */
  reachFen: number
  gapFen: number
  /** What a basket of `reachFen` saves in all, rounded down; free shipping itself counts as nothing, its worth is not known. */
  savesFen: number
  /** How much of that the basket does not save yet. */
  moreFen: number
}

export interface TopUps {
  /** The nearest first, and of two as near the one that saves more. */
  options: [TopUp, ...TopUp[]]
  /** What the basket saves as it is. */
  now: Saving
  /** Offers of the shop that do not run today, by name. */
  over: string[]
  /** `再加 14 元就能享满198减20` */
  text: string
}

/**
 * 凑单: what more would bring a basket of `basketFen` on `day` (`YYYY-MM-DD`, China): every step of 满减, 折扣 and 包邮 ahead
 * that saves more than the basket does before it. An offer that a better one outdoes is no step. Refused when none is ahead.
 */
export function topUps(basketFen: number, shop: ShopOffers, day: string): Outcome<TopUps> {
  if (basketFen <= 0) return refuse('订单金额得大于 0 元')
  const { running, over } = offersOn(shop, day)
  const now = savingOn(basketFen, running)
  const [nearest, ...others] = [
    ...running.tiers.flatMap((tier) => stepTo(nextReach(tier, basketFen, now, running), tier, now, running)),
    ...running.discounts.flatMap((discount) => stepTo(discount.reachFen, discount, now, running)),
    ...toFreeShipping(shop, now, running),
  ]
    .map((step) => ({ ...step, gapFen: step.reachFen - basketFen }))
    .filter(({ gapFen }) => gapFen > 0)
    .sort((a, b) => a.gapFen - b.gapFen || b.savesFen - a.savesFen)
  if (!nearest) return whyNone(basketFen, shop, now)
  return { ok: true, options: [nearest, ...others], now, over, text: spoken(nearest, now) }
}

type Step = Omit<TopUp, 'gapFen'>

/** The step at `reachFen`, if it is `offer` that saves there, and more than a fen less would have. */
function stepTo(reachFen: number, offer: Tier | Discount, now: Saving, running: Offers): Step[] {
  const then = savingOn(reachFen, running)
  const justBefore = savingOn(reachFen - 1, running)
  if (!then.from.includes(offer) || then.savesFen <= Math.max(justBefore.savesFen, now.savesFen)) return []
  const kind = 'percent' in offer ? 'discount' : 'tier'
  return [{ kind, name: then.name, reachFen, savesFen: then.savesFen, moreFen: then.savesFen - now.savesFen }]
}

/** Where a tier begins; one that repeats (每满100减10) begins again at each multiple, the first that outdoes the present. */
function nextReach(
  { reachFen, offFen, every }: Tier,
  basketFen: number,
  now: Saving,
  { tiersStack }: Offers,
) {
  if (!every) return reachFen
  const reached = Math.floor(basketFen / reachFen)
  const outdone = tiersStack ? 0 : Math.floor(now.savesFen / offFen)
  return reachFen * (Math.max(reached, outdone) + 1)
}

function toFreeShipping({ freeShippingFen }: ShopOffers, now: Saving, running: Offers): Step[] {
  if (freeShippingFen === null) return []
  const { savesFen } = savingOn(freeShippingFen, running)
  const moreFen = Math.max(0, savesFen - now.savesFen)
  return [{ kind: 'free-shipping', name: '包邮', reachFen: freeShippingFen, savesFen, moreFen }]
}

/** `再加 14 元就能享满198减20`; what the basket saves already is not counted twice. */
function spoken({ kind, name, gapFen, moreFen }: TopUp, now: Saving): string {
  const more = `再加 ${formatYuan(gapFen)} 元就能`
  if (kind === 'free-shipping') return `${more}${name}`
  return `${more}享${name}${now.savesFen > 0 ? `，比现在多省 ${formatYuan(moreFen)} 元` : ''}`
}

function whyNone(basketFen: number, shop: ShopOffers, now: Saving) {
  const isShippedFree = shop.freeShippingFen !== null && basketFen >= shop.freeShippingFen
  const reached = [...(now.name ? [now.name] : []), ...(isShippedFree ? ['包邮'] : [])]
  if (reached.length)
    return refuse(
      `${formatYuan(basketFen)} 元已经满足全部优惠，不用再凑`,
      `您这单已经满足${reached.join('、')}了`,
    )
  const hadSome = shop.tiers.length + shop.discounts.length > 0
  return refuse(hadSome ? '满减和折扣都不在活动期内' : '店铺没有填写满减、折扣和包邮门槛')
}
