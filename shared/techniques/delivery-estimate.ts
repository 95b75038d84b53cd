import type { ShopProfile } from '../model/shop.ts'
import { courierRow } from './couriers.ts'
import { type NextDispatch, nextDispatch } from './cut-off.ts'
import type { Outcome } from './outcome.ts'

export interface DeliveryEstimate {
  /** Days on the way, from and to, both inclusive. */
  days: readonly [number, number]
  /** `2–3 天`, `1 天`, `当天` */
  text: string
  courier: string
  province: string
  dispatch: NextDispatch | null
}

/**
 * 时效: how many days a parcel travels to `place`, and when it leaves if it is paid at `now`. `courierName` empty means
 * the shop's default courier. Refused when the table has no row for the pair.
 */
export function deliveryEstimate(
  shop: Pick<ShopProfile, 'couriers' | 'cutOff' | 'dispatchDays'>,
  place: string,
  now: number,
  courierName = '',
): Outcome<DeliveryEstimate> {
  const found = courierRow(shop, courierName, place)
  if (!found.ok) return found
  const { courier, province, row } = found
  const days = [Math.min(...row.days), Math.max(...row.days)] as const
  return { ok: true, days, text: spokenDays(days), courier, province, dispatch: nextDispatch(shop, now) }
}

function spokenDays([from, to]: readonly [number, number]): string {
  if (to === 0) return '当天'
  return from === to ? `${to} 天` : `${from}–${to} 天`
}
