import { type Courier, PROVINCES, type Province } from '../../../../shared/model/shop.ts'
import { formatYuan } from '../../../../shared/techniques/prices/money.ts'

export type Route = NonNullable<Courier['provinces'][Province]>

/** What a courier's cell says, e.g. `包邮 · 2–3 天`; null where it does not go. */
export function routeWords(route: Route | undefined): { price: string; days: string } | null {
  if (!route) return null
  const [from, to] = route.days
  return {
    price: route.surchargeFen === 0 ? '不加价' : `+${formatYuan(route.surchargeFen)} 元`,
    days: from === to ? `${from} 天` : `${from}–${to} 天`,
  }
}

/** The couriers with one route set, or taken out when `route` is null. */
export function withRoute(
  couriers: readonly Courier[],
  index: number,
  province: Province,
  route: Route | null,
): Courier[] {
  return couriers.map((courier, at) => {
    if (at !== index) return courier
    const { [province]: _, ...others } = courier.provinces
    return { ...courier, provinces: route ? { ...others, [province]: route } : others }
  })
}

/** Exactly one courier is the one that goes when nobody asks for another. */
export function withDefault(couriers: readonly Courier[], index: number): Courier[] {
  return couriers.map((courier, at) => ({ ...courier, isDefault: at === index }))
}

/** The couriers with `route` for every province that the one at `index` does not serve yet. */
export function filledUp(couriers: readonly Courier[], index: number, route: Route): Courier[] {
  return couriers.map((courier, at) => {
    if (at !== index) return courier
    const everywhere = Object.fromEntries(PROVINCES.map((province) => [province, route]))
    return { ...courier, provinces: { ...everywhere, ...courier.provinces } }
  })
}
