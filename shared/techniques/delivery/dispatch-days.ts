import { addDays, spokenDate, spokenWeekday, weekdayOf } from '../../model/china-time.ts'
import type { ShopProfile } from '../../model/shop.ts'
import { dayKind, isYearAnnounced } from './calendar.ts'

/** The shop's own calendar: its weekdays, the days it closes, the days it works although others rest. */
export type DispatchCalendar = Pick<ShopProfile, 'dispatchDays' | 'closedDays' | 'openDays'>

/** Monday to Friday. */
const WORKWEEK = [1, 2, 3, 4, 5]
/** How far ahead a day of dispatch is looked for. */
const HORIZON_DAYS = 62

/**
 * Whether parcels leave the shop on `day`. The shop's own closed days come first, then its open days, then public
 * holidays (days without dispatch), then its weekdays; a shifted workday is one where it works the whole working week.
 */
export function isDispatchDay(day: string, shop: DispatchCalendar): boolean {
  return restReason(day, shop) === null
}

/** `10月1日国庆节不发货`, `11月22日周日不发货`: why nothing leaves on `day`; null when parcels do. */
export function whyNoDispatch(day: string, shop: DispatchCalendar, today: string = day): string | null {
  const reason = restReason(day, shop)
  return reason && `${spokenDate(day, today)}${reason}不发货`
}

/** The first dispatch day on or after `day`; null when there is none within two months. */
export function dispatchDayFrom(day: string, shop: DispatchCalendar): string | null {
  for (let ahead = 0; ahead < HORIZON_DAYS; ahead += 1) {
    const candidate = addDays(day, ahead)
    if (isDispatchDay(candidate, shop)) return candidate
  }
  return null
}

/**
 * Whether what is said of the days from `first` to `last` rests on an arrangement of holidays that is not announced yet
 * and on no word of the shop's own.
 */
export function isUncertain(first: string, last: string, shop: DispatchCalendar): boolean {
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (!isYearAnnounced(day) && !isSettled(day, shop)) return true
  }
  return false
}

function isSettled(day: string, { closedDays, openDays }: DispatchCalendar): boolean {
  return openDays.includes(day) || closedDays.some((closed) => closed.day === day)
}

function restReason(day: string, { dispatchDays, closedDays, openDays }: DispatchCalendar): string | null {
  const closed = closedDays.find((candidate) => candidate.day === day)
  if (closed) return closed.reason || '店铺休息'
  if (openDays.includes(day)) return null
  const publicDay = dayKind(day)
  if (publicDay.kind === 'holiday') return publicDay.name
  const worksWholeWeek = WORKWEEK.every((weekday) => dispatchDays.includes(weekday))
  if (publicDay.kind === 'shifted-workday' && worksWholeWeek) return null
  return dispatchDays.includes(weekdayOf(day)) ? null : spokenWeekday(day)
}
