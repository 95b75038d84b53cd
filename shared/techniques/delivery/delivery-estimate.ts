import { addDays, spokenDate } from '../../model/china-time.ts'
import type { ShopProfile } from '../../model/shop.ts'
import type { Outcome } from '../outcome.ts'
import { dayKind } from './calendar.ts'
import { courierRow } from './couriers.ts'
import { type Dispatching, type NextDispatch, nextDispatch, UNCERTAIN_DAYS } from './cut-off.ts'
import { isUncertain } from './dispatch-days.ts'

export interface DeliveryEstimate {
  /** Days on the way, from and to, both inclusive. */
  days: readonly [number, number]
  /** `2–3 天`, `1 天`, `当天` */
  text: string
  courier: string
  province: string
  dispatch: NextDispatch | null
  /** When it arrives if it is paid now; null when no day of dispatch is in sight. */
  arrival: Arrival | null
}

export interface Arrival {
  /** First and last day, `YYYY-MM-DD`. */
  days: readonly [string, string]
  /** `11月24日`, `11月24日到25日`, `11月30日到12月2日` */
  text: string
  /** What may make it later, for the agent. */
  warnings: string[]
}

/**
 * 时效: how many days a parcel travels to `place`, when it leaves if it is paid at `now`, and when it then arrives.
 * `courierName` empty means the shop's default courier. Refused when the table has no row for the pair.
 */
export function deliveryEstimate(
  shop: Pick<ShopProfile, 'couriers'> & Dispatching,
  place: string,
  now: number,
  courierName = '',
): Outcome<DeliveryEstimate> {
  const found = courierRow(shop, courierName, place)
  if (!found.ok) return found
  const { courier, province, row } = found
  const days = [Math.min(...row.days), Math.max(...row.days)] as const
  const dispatch = nextDispatch(shop, now)
  const arrival = dispatch && arrivalOf(dispatch, days, shop)
  return { ok: true, days, text: spokenDays(days), courier, province, dispatch, arrival }
}

function spokenDays([from, to]: readonly [number, number]): string {
  if (to === 0) return '当天'
  return from === to ? `${to} 天` : `${from}–${to} 天`
}

function arrivalOf(
  dispatch: NextDispatch,
  [fewest, most]: readonly [number, number],
  shop: Dispatching,
): Arrival {
  const days = [addDays(dispatch.day, fewest), addDays(dispatch.day, most)] as const
  const holiday = firstHoliday(addDays(dispatch.day, 1), days[1])
  const warnings = holiday ? [`路上遇到${holiday}假期，可能比平时晚`] : []
  if (dispatch.isUncertain || isUncertain(dispatch.day, days[1], shop)) warnings.push(UNCERTAIN_DAYS)
  return { days, text: spokenSpan(days), warnings }
}

function firstHoliday(first: string, last: string): string | null {
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const kind = dayKind(day)
    if (kind.kind === 'holiday') return kind.name
  }
  return null
}

function spokenSpan([from, to]: readonly [string, string]): string {
  if (from === to) return spokenDate(from)
  const isSameMonth = from.slice(0, 7) === to.slice(0, 7)
  return `${spokenDate(from)}到${isSameMonth ? `${Number(to.slice(8))}日` : spokenDate(to, from)}`
}
