import chineseDays from 'chinese-days'
import { addDays } from '../../model/china-time.ts'

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

const LUNAR: Readonly<Record<string, string>> = {
  '1-1': '春节',
  '1-2': '春节',
  '1-3': '春节',
  '5-5': '端午',
  '8-15': '中秋',
}

/** What the day `YYYY-MM-DD` is in China. */
export function dayKind(day: string): DayKind {
  const detail = chineseDays.getDayDetail(day)
  // Holidays are named "National Day,国庆节,3"; other days by their English weekday.
  const name = detail.name.split(',')[1]
  if (name) return { kind: detail.work ? 'shifted-workday' : 'holiday', name }
  const statutory = isYearAnnounced(day) ? undefined : statutoryHoliday(day)
  return statutory ? { kind: 'holiday', name: statutory } : { kind: 'ordinary' }
}

/** Whether the year's arrangement of days off is in the calendar; it is announced each November for the year to come. */
export function isYearAnnounced(day: string): boolean {
  return chineseDays.getDayDetail(`${day.slice(0, 4)}-10-01`).name.includes('国庆')
}

function statutoryHoliday(day: string): string | undefined {
  if (day === tombSweeping(Number(day.slice(0, 4)))) return '清明'
  const { lunarMon, lunarDay } = chineseDays.getLunarDate(day)
  const tomorrow = chineseDays.getLunarDate(addDays(day, 1))
  if (tomorrow.lunarMon === 1 && tomorrow.lunarDay === 1) return '除夕'
  return FIXED[day.slice(5)] ?? LUNAR[`${lunarMon}-${lunarDay}`]
}

/**
 * 清明 of a year from 2000 to 2099, by the customary formula for solar terms. chinese-days reckons them in the machine's
 * own zone and is a day early in America; for days it is given as text it looks up that text, wherever it runs.
 */
function tombSweeping(year: number): string {
  const inCentury = year % 100
  const date = Math.floor(inCentury * 0.2422 + 4.81) - Math.floor(inCentury / 4)
  return `${year}-04-${String(date).padStart(2, '0')}`
}
