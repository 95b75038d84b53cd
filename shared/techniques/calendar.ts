import chineseDays from 'chinese-days'
import { addDays, weekdayOf } from '../model/china-time.ts'

export type DayKind =
  | { kind: 'ordinary' }
  /** A public holiday, with the weekends and shifted days off around it. */
  | { kind: 'holiday'; name: string }
  /** A weekend day worked in exchange for a day off, 调休. */
  | { kind: 'shifted-workday'; name: string }

/** The statutory holidays by law, for years whose shifted days the State Council has not yet announced. */
const FIXED: Readonly<Record<string, string>> = {
  '01-01': '元旦',
  '05-01': '劳动节',
  '05-02': '劳动节',
  '10-01': '国庆节',
  '10-02': '国庆节',
  '10-03': '国庆节',
}
/** Monday to Friday. */
const WORKWEEK = [1, 2, 3, 4, 5]

const LUNAR: Readonly<Record<string, string>> = {
  '1-1': '春节',
  '1-2': '春节',
  '1-3': '春节',
  '5-5': '端午',
  '8-15': '中秋',
}

/** What the day `YYYY-MM-DD` is in China. */
export function dayKind(day: string): DayKind {
  const detail = chineseDays.getDayDetail(localNoon(day))
  // Holidays are named "National Day,国庆节,3"; other days by their English weekday.
  const name = detail.name.split(',')[1]
  if (name) return { kind: detail.work ? 'shifted-workday' : 'holiday', name }
  const statutory = isYearAnnounced(day) ? undefined : statutoryHoliday(day)
  return statutory ? { kind: 'holiday', name: statutory } : { kind: 'ordinary' }
}

/** Whether the year's arrangement of days off is in the calendar; it is announced each November for the year to come. */
export function isYearAnnounced(day: string): boolean {
  return chineseDays.getDayDetail(localNoon(`${day.slice(0, 4)}-10-01`)).name.includes('国庆')
}

/**
 * Whether parcels leave the shop on `day`. `weekdays` are those of an ordinary week, 1 being Monday. Public holidays
 * are taken as days without dispatch; a shifted workday is one with it where the shop works the whole working week.
 */
export function isDispatchDay(day: string, weekdays: readonly number[]): boolean {
  const { kind } = dayKind(day)
  if (kind === 'holiday') return false
  const isWorked = kind === 'shifted-workday' && WORKWEEK.every((weekday) => weekdays.includes(weekday))
  return isWorked || weekdays.includes(weekdayOf(day))
}

/** The first dispatch day on or after `day`; null when there is none within two months. */
export function dispatchDayFrom(day: string, weekdays: readonly number[]): string | null {
  for (let ahead = 0; ahead < 62; ahead += 1) {
    const candidate = addDays(day, ahead)
    if (isDispatchDay(candidate, weekdays)) return candidate
  }
  return null
}

function statutoryHoliday(day: string): string | undefined {
  const tomb = chineseDays.getSolarTermDate(Number(day.slice(0, 4)), 4, 'pure_brightness')
  if (tomb === day) return '清明'
  const { lunarMon, lunarDay } = chineseDays.getLunarDate(localNoon(day))
  const tomorrow = chineseDays.getLunarDate(localNoon(addDays(day, 1)))
  if (tomorrow.lunarMon === 1 && tomorrow.lunarDay === 1) return '除夕'
  return FIXED[day.slice(5)] ?? LUNAR[`${lunarMon}-${lunarDay}`]
}

/** chinese-days reads the machine's own clock fields; noon there is the same calendar day whatever its zone. */
function localNoon(day: string): Date {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date, 12)
}
