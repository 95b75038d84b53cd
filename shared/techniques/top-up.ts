import type { Discount, ShopProfile, Tier } from '../model/shop.ts'
import { formatYuan } from './money.ts'
import { type Outcome, refuse } from './outcome.ts'

type Offers = Pick<ShopProfile, 'tiers' | 'discounts' | 'freeShippingFen'>

/** One benefit a larger basket would reach. Amounts in fen. */
export interface TopUp {
  kind: 'tier' | 'discount' | 'free-shipping'
  /** 满198减20, 满300打95折, 包邮 */
  name: string
  /** Where the benefit begins, and what is still lacking to it (always above zero). */
  reachFen: number
  gapFen: number
  /** What it takes off at `reachFen`, rounded down; 0 for free shipping, whose worth is not known. */
  savesFen: number
}

/**
 * 凑单: what more would bring a basket of `basketFen` on `day` (`YYYY-MM-DD`, China): of every running 满减, 折扣 and 包邮
 * that lies ahead, the nearest first, and of two as near the one that saves more. Refused when nothing lies ahead.
 */
export function topUps(
  basketFen: number,
  shop: Offers,
  day: string,
): Outcome<{ options: [TopUp, ...TopUp[]]; text: string }> {
  if (basketFen <= 0) return refuse('订单金额得大于 0 元')
  const ahead = offersOn(shop, day, basketFen)
  const [nearest, ...others] = ahead
    .filter((offer) => offer.gapFen > 0)
    .sort((a, b) => a.gapFen - b.gapFen || b.savesFen - a.savesFen)
  if (!nearest) return whyNone(shop, day, basketFen)
  return { ok: true, options: [nearest, ...others], text: spoken(nearest) }
}

/** `再加 14 元就能享满198减20` */
function spoken({ kind, name, gapFen }: TopUp): string {
  return `再加 ${formatYuan(gapFen)} 元就能${kind === 'free-shipping' ? '' : '享'}${name}`
}

function offersOn(shop: Offers, day: string, basketFen: number): TopUp[] {
  const tiers = shop.tiers
    .filter((tier) => runsOn(tier, day) && tier.reachFen > 0)
    .map((tier) => nextOfTier(tier, basketFen))
  const discounts = shop.discounts
    .filter((discount) => runsOn(discount, day))
    .map((discount) => ofDiscount(discount, basketFen))
  const free = shop.freeShippingFen
  const shipping: TopUp[] =
    free === null
      ? []
      : [{ kind: 'free-shipping', name: '包邮', reachFen: free, gapFen: free - basketFen, savesFen: 0 }]
  return [...tiers, ...discounts, ...shipping]
}

/** A tier that repeats (每满100减10) has always a next multiple ahead. */
function nextOfTier(tier: Tier, basketFen: number): TopUp {
  const times = tier.every ? Math.floor(basketFen / tier.reachFen) + 1 : 1
  const reachFen = tier.reachFen * times
  const savesFen = tier.offFen * times
  return {
    kind: 'tier',
    name: `满${formatYuan(reachFen)}减${formatYuan(savesFen)}`,
    reachFen,
    gapFen: reachFen - basketFen,
    savesFen,
  }
}

function ofDiscount({ reachFen, percent }: Discount, basketFen: number): TopUp {
  return {
    kind: 'discount',
    name: `满${formatYuan(reachFen)}打${spokenDiscount(percent)}折`,
    reachFen,
    gapFen: reachFen - basketFen,
    savesFen: Math.floor((reachFen * (100 - percent)) / 100),
  }
}

/** 95 is 95折, 90 is 9折. */
function spokenDiscount(percent: number): string {
  return String(percent % 10 === 0 ? percent / 10 : percent)
}

function runsOn({ validFrom, validUntil }: Pick<Tier, 'validFrom' | 'validUntil'>, day: string): boolean {
  return (!validFrom || day >= validFrom) && (!validUntil || day <= validUntil)
}

function whyNone(shop: Offers, day: string, basketFen: number) {
  const reached = offersOn(shop, day, basketFen).sort((a, b) => b.savesFen - a.savesFen)
  if (reached.length) {
    return refuse(
      `${formatYuan(basketFen)} 元已经满足全部优惠，不用再凑`,
      `您这单已经满足${reached.map((offer) => offer.name).join('、')}了`,
    )
  }
  const hadSome = shop.tiers.length + shop.discounts.length > 0
  return refuse(hadSome ? '满减和折扣都不在活动期内' : '店铺没有填写满减、折扣和包邮门槛')
}
