/**
 * The shop's clock. China has one time zone and, since 1991, no summer time, so its wall clock is UTC+8 for every
 * moment this program meets, and needs no time zone database and nothing from the machine it runs on.
 */
const OFFSET_MS = 8 * 3_600_000
const DAY_MS = 86_400_000
const WEEKDAY_NAMES = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const

export interface ChinaMoment {
  /** `YYYY-MM-DD` */
  day: string
  /** 0 … 1439 */
  minuteOfDay: number
  /** `HH:MM` */
  time: string
}

/** The wall clock in China at `now` (ms since 1970, UTC). */
export function chinaMoment(now: number): ChinaMoment {
  const shifted = new Date(now + OFFSET_MS).toISOString()
  const time = shifted.slice(11, 16)
  return { day: shifted.slice(0, 10), minuteOfDay: minuteOf(time), time }
}

/** The calendar day at the shop, `YYYY-MM-DD`, at `now` (ms since 1970, UTC). */
export function chinaDay(now: number): string {
  return chinaMoment(now).day
}

/** ms since 1970 of a moment on the wall clock in China. Minutes from 1440 on are of the days after `day`. */
export function chinaTime(day: string, minuteOfDay: number): number {
  return Date.parse(day) + minuteOfDay * 60_000 - OFFSET_MS
}

/** Minutes since midnight of `HH:MM`. */
export function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** The day `count` days after `day`, both `YYYY-MM-DD`. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10)
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: string): number {
  return new Date(day).getUTCDay() || 7
}

/** `11月21日`, with the year when it is not that of `today`. */
export function spokenDate(day: string, today: string = day): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${day.slice(0, 4) === today.slice(0, 4) ? '' : `${year}年`}${month}月${date}日`
}

/** `周一` … `周日` */
export function spokenWeekday(day: string): string {
  return WEEKDAY_NAMES[weekdayOf(day) - 1] ?? ''
}

/** `今天`, `明天(11月22日 周日)`, `11月23日(周一)`: how an agent names `day` on the day `today`. */
export function spokenDay(day: string, today: string): string {
  if (day === today) return '今天'
  const weekday = spokenWeekday(day)
  const date = spokenDate(day, today)
  if (day === addDays(today, 1)) return `明天（${date} ${weekday}）`
  if (day === addDays(today, 2)) return `后天（${date} ${weekday}）`
  return `${date}（${weekday}）`
}
