import { addDays, chinaMoment, minuteOf, spokenDay } from '../../model/china-time.ts'
import type { ShopProfile } from '../../model/shop.ts'
import { type Outcome, refuse } from '../outcome.ts'
import { type DispatchCalendar, dispatchDayFrom, isUncertain, whyNoDispatch } from './dispatch-days.ts'

export type Dispatching = Pick<ShopProfile, 'cutOff'> & DispatchCalendar

/** What an agent is told where a date rests on public holidays that nobody has announced. */
export const UNCERTAIN_DAYS = '那一年的放假调休还没有公布，日期请再核对'

export interface NextDispatch {
  /** `YYYY-MM-DD` */
  day: string
  /** 今天, 明天（11月22日 周日）, 11月23日（周一） */
  spoken: string
  /** Why it is not the day before: `10月1日国庆节不发货`; null when no day was passed over. */
  because: string | null
  /** The arrangement of holidays for that year is not announced: shifted days are unknown. */
  isUncertain: boolean
}

/** When an order that is paid at `now` leaves the shop; null when no day within two months is one of dispatch. */
export function nextDispatch(shop: Dispatching, now: number): NextDispatch | null {
  const { day: today, minuteOfDay } = chinaMoment(now)
  const first = minuteOfDay < minuteOf(shop.cutOff) ? today : addDays(today, 1)
  const day = dispatchDayFrom(first, shop)
  if (day === null) return null
  const because = day === first ? null : whyNoDispatch(first, shop, today)
  return { day, spoken: spokenDay(day, today), because, isUncertain: isUncertain(first, day, shop) }
}

/**
 * 截单催付: how long an order can still be paid to leave today. `minutesLeft` is rounded down, so that whoever pays
 * within it is in time. Refused on days without dispatch and once the cut-off is past, with the next day instead.
 */
export function dispatchToday(
  shop: Dispatching,
  now: number,
): Outcome<{ text: string; minutesLeft: number; isUncertain: boolean }> {
  const { day, minuteOfDay } = chinaMoment(now)
  const rest = whyNoDispatch(day, shop)
  if (rest) return refuse(`今天${rest}`, afterwards(shop, now))
  const minutesLeft = minuteOf(shop.cutOff) - minuteOfDay - (now % 60_000 === 0 ? 0 : 1)
  if (minuteOfDay >= minuteOf(shop.cutOff))
    return refuse(`今天 ${shop.cutOff} 已经截单`, afterwards(shop, now))
  if (minutesLeft < 1) return refuse(`离 ${shop.cutOff} 截单不到 1 分钟`, afterwards(shop, now + 60_000))
  const text = urgency(shop.cutOff, minutesLeft)
  return { ok: true, minutesLeft, text, isUncertain: isUncertain(day, day, shop) }
}

function urgency(cutOff: string, minutesLeft: number): string {
  if (minutesLeft <= 60) return `${minutesLeft} 分钟内付款，今天就能发出`
  return `今天 ${cutOff} 前付款，今天就能发出`
}

function afterwards(shop: Dispatching, now: number): string | null {
  const next = nextDispatch(shop, now)
  return next && `现在付款，${next.spoken}发出`
}
