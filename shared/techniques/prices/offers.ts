import type { Discount, ShopProfile, Tier } from '../../model/shop.ts'
import { formatYuan } from './money.ts'

/** What a shop takes off a basket by its size. */
export type Offers = Pick<ShopProfile, 'tiers' | 'tiersStack' | 'discounts'>

/** What a basket saves. Amounts in fen, rounded down, so that no more is promised than is taken off. */
export interface Saving {
  savesFen: number
  /** The offers that together make it; empty when nothing is taken off. */
  from: readonly (Tier | Discount)[]
  /** `满198减20`, `满204打95折`; empty when nothing is taken off. */
  name: string
}

const NOTHING: Saving = { savesFen: 0, from: [], name: '' }

/** The offers that run on `day` (`YYYY-MM-DD`, China), and the names of those that do not. */
export function offersOn(shop: Offers, day: string): { running: Offers; over: string[] } {
  const running = {
    tiersStack: shop.tiersStack,
    tiers: shop.tiers.filter((tier) => runsOn(tier, day) && tier.reachFen > 0 && tier.offFen > 0),
    discounts: shop.discounts.filter((discount) => runsOn(discount, day)),
  }
  const over = [
    ...shop.tiers.filter((tier) => !runsOn(tier, day)).map((tier) => tierName(tier.reachFen, tier.offFen)),
    ...shop.discounts.filter((discount) => !runsOn(discount, day)).map(discountName),
  ]
  return { running, over }
}

/**
 * What a basket of `basketFen` saves by offers that run. 满减 tiers are taken off together where the shop stacks them,
 * else the best one counts; whether 满减 and 折扣 add up differs by campaign, so the better of the two is all that is claimed.
 */
export function savingOn(basketFen: number, { tiers, tiersStack, discounts }: Offers): Saving {
  const ofTiers = tiers.map((tier) => byTier(tier, basketFen)).filter(({ savesFen }) => savesFen > 0)
  const tiersTogether = tiersStack ? together(ofTiers) : best(ofTiers)
  const saving = best([tiersTogether, ...discounts.map((discount) => byDiscount(discount, basketFen))])
  return saving.savesFen <= basketFen ? saving : { ...saving, savesFen: basketFen }
}

function byTier(tier: Tier, basketFen: number): Saving {
  const reached = Math.floor(basketFen / tier.reachFen)
  const times = tier.every ? reached : Math.min(1, reached)
  if (times === 0) return NOTHING
  const savesFen = tier.offFen * times
  return { savesFen, from: [tier], name: tierName(tier.reachFen * times, savesFen) }
}

function byDiscount(discount: Discount, basketFen: number): Saving {
  if (basketFen < discount.reachFen) return NOTHING
  const savesFen = Math.floor((basketFen * (100 - discount.percent)) / 100)
  return { savesFen, from: [discount], name: discountName(discount) }
}

function best(savings: readonly Saving[]): Saving {
  return savings.reduce((one, other) => (other.savesFen > one.savesFen ? other : one), NOTHING)
}

function together(savings: readonly Saving[]): Saving {
  return {
    savesFen: savings.reduce((sum, { savesFen }) => sum + savesFen, 0),
    from: savings.flatMap(({ from }) => from),
    name: savings.map(({ name }) => name).join('、'),
  }
}

function tierName(reachFen: number, offFen: number): string {
  return `满${formatYuan(reachFen)}减${formatYuan(offFen)}`
}

/** 95 is 95折, 90 is 9折. */
function discountName({ reachFen, percent }: Discount): string {
  const spoken = percent % 10 === 0 ? percent / 10 : percent
  return `${reachFen > 0 ? `满${formatYuan(reachFen)}打` : ''}${spoken}折`
}

function runsOn({ validFrom, validUntil }: Pick<Tier, 'validFrom' | 'validUntil'>, day: string): boolean {
  return (!validFrom || day >= validFrom) && (!validUntil || day <= validUntil)
}
