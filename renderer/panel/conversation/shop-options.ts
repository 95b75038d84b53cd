import type { ShopSummary } from '../../../shared/model/shop-summary.ts'

/** What the panel knows of shops, once the desk has answered. */
interface Answered {
  app: { shops: readonly ShopSummary[]; shopId: string } | null
}

/** The shops whose name holds what was typed: all of them before anything was, the current one included. */
export function shopOptions({ app }: Answered, text: string): readonly ShopSummary[] {
  const sought = text.trim().toLowerCase()
  return (app?.shops ?? []).filter(({ name }) => name.toLowerCase().includes(sought))
}

/** With one shop there is nothing to choose. */
export const hasSeveralShops = ({ app }: Answered): boolean => (app?.shops.length ?? 0) > 1
