import { addDays, weekdayOf } from '../../model/china-time.ts'
import { NUMBER, numberOf } from './numerals.ts'

/**
 * A day that was said. `next` is the day that was meant should the moment on `day` have passed (周五 said on a Friday
 * evening); null where the words leave no other (今天, 本周五).
 */
export type SaidDay = { is: 'day'; day: string; next: string | null } | { is: 'no-such-day' }

type Groups = Readonly<Record<string, string | undefined>>

const WEEK = '(?:周|星期|礼拜)'

/** Words for a day. A lone 今, 明 or 后 is one only beside a part of the day: 今晚, 明早. */
export const DAY = [
  '(?<named>大大后天|大后天|后天|后日|明天|明日|明儿|今天|今日|今儿|昨天|昨日|前天|[今明后昨](?=[早晚夜晨]|[上下中]午))',
  `(?<week>下下个?|下个?|这个?|本|上个?)?${WEEK}(?<weekday>[一二三四五六日天末]|[1-7](?!\\d))`,
  `(?:(?<year>\\d{4})年)?(?<month>${NUMBER})月(?<date>${NUMBER})[日号]?`,
  '(?<isoYear>\\d{4})[-/.](?<isoMonth>\\d{1,2})[-/.](?<isoDate>\\d{1,2})(?!\\d)',
  '(?<![\\d/])(?<slashMonth>\\d{1,2})/(?<slashDate>\\d{1,2})(?![\\d/])',
  '(?<monthEdge>下个?月|这个?月|本月)?(?<edge>月底|月末|月初|月中)',
  '(?<otherMonth>下个?月|这个?月|本月)?(?<ofMonth>\\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[号日](?![色码店线链仓款机院])',
  `(?<daysOn>${NUMBER})天(?:之后|以后|后|过后)`,
  `(?<weeksOn>${NUMBER})个?(?:星期|周|礼拜)(?:之后|以后|后|过后)`,
  `(?<monthsOn>${NUMBER})个月(?:之后|以后|后|过后)`,
  '(?<sale>双(?:十一|11|十二|12))',
].join('|')

const NAMED: Readonly<Record<string, number>> = {
  前天: -2,
  昨: -1,
  今: 0,
  明: 1,
  后: 2,
  大后天: 3,
  大大后天: 4,
}
const WEEKDAYS = '一二三四五六日'
/** A date without its year that lies further back than this is one of next year. */
const LONG_AGO_DAYS = 180

/** The day that `groups` of `DAY` speak of, said on the day `today` (`YYYY-MM-DD`). */
export function saidDay(groups: Groups, today: string): SaidDay {
  const { named, weekday, month, isoYear, slashMonth, edge, ofMonth, daysOn, weeksOn, monthsOn, sale } =
    groups
  if (named) return only(addDays(today, NAMED[named] ?? NAMED[named.charAt(0)] ?? 0))
  if (weekday) return ofWeek(groups.week ?? null, weekday, today)
  if (month) return ofYear(groups.year ?? null, numberOf(month), numberOf(groups.date ?? ''), today)
  if (isoYear) return ofYear(isoYear, Number(groups.isoMonth), Number(groups.isoDate), today)
  if (slashMonth) return ofYear(null, Number(slashMonth), Number(groups.slashDate), today)
  if (edge) return edgeOfMonth(groups.monthEdge ?? null, edge, today)
  if (ofMonth) return dateOfMonth(groups.otherMonth ?? null, numberOf(ofMonth), today)
  if (daysOn) return later(numberOf(daysOn), (count) => addDays(today, count))
  if (weeksOn) return later(numberOf(weeksOn), (count) => addDays(today, 7 * count))
  if (monthsOn) return later(numberOf(monthsOn), (count) => sameDateIn(today, count))
  if (sale) return /十一|11/.test(sale) ? ofYear(null, 11, 11, today) : ofYear(null, 12, 12, today)
  return { is: 'no-such-day' }
}

const only = (day: string): SaidDay => ({ is: 'day', day, next: null })

function later(count: number | null, day: (count: number) => string): SaidDay {
  return count === null ? { is: 'no-such-day' } : only(day(count))
}

/** 周五 is the next one, 本周五 that of this week from Monday on, 下周五 that of the next. 周末 is its Saturday. */
function ofWeek(week: string | null, weekday: string, today: string): SaidDay {
  const wanted = { 末: 6, 天: 7 }[weekday] ?? (Number(weekday) || WEEKDAYS.indexOf(weekday) + 1)
  const monday = addDays(today, 1 - weekdayOf(today))
  const inThisWeek = addDays(monday, wanted - 1)
  if (week === null) {
    const day = inThisWeek < today ? addDays(inThisWeek, 7) : inThisWeek
    return { is: 'day', day, next: addDays(day, 7) }
  }
  const weeks = week.startsWith('下下') ? 2 : week.startsWith('下') ? 1 : week.startsWith('上') ? -1 : 0
  return only(addDays(inThisWeek, 7 * weeks))
}

/** Without its year a date is the nearest: one of last week is a slip and past, one of last spring is next year's. */
function ofYear(year: string | null, month: number | null, date: number | null, today: string): SaidDay {
  const ofThisYear = dayOf(Number(year ?? today.slice(0, 4)), month, date)
  if (year !== null) return ofThisYear === null ? { is: 'no-such-day' } : only(ofThisYear)
  const ofNextYear = dayOf(Number(today.slice(0, 4)) + 1, month, date)
  const isLongAgo = ofThisYear !== null && ofThisYear < addDays(today, -LONG_AGO_DAYS)
  // 29 February may be there in one of the two years alone.
  const day = isLongAgo || ofThisYear === null ? ofNextYear : ofThisYear
  return day === null ? { is: 'no-such-day' } : only(day)
}

/** 25号: of this month, or of the next once it is over; 下个月25号 says which. */
function dateOfMonth(which: string | null, date: number | null, today: string): SaidDay {
  const here = inMonth(today, 0, date)
  const next = inMonth(today, 1, date)
  if (which?.startsWith('下')) return next === null ? { is: 'no-such-day' } : only(next)
  if (which !== null) return here === null ? { is: 'no-such-day' } : only(here)
  if (here !== null && here >= today) return { is: 'day', day: here, next }
  return next === null ? { is: 'no-such-day' } : only(next)
}

function edgeOfMonth(which: string | null, edge: string, today: string): SaidDay {
  const inMonthAfter = (months: number) => {
    if (edge === '月初') return inMonth(today, months, 1)
    if (edge === '月中') return inMonth(today, months, 15)
    const first = inMonth(today, months + 1, 1)
    return first && addDays(first, -1)
  }
  const [here, next] = [inMonthAfter(0), inMonthAfter(1)]
  if (here === null || next === null) return { is: 'no-such-day' }
  if (which?.startsWith('下')) return only(next)
  if (which !== null) return only(here)
  return here < today ? only(next) : { is: 'day', day: here, next }
}

function inMonth(today: string, months: number, date: number | null): string | null {
  const count = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + months
  return dayOf(Math.floor(count / 12), (count % 12) + 1, date)
}

/** The same date some months on; the last day of the month where it has fewer. */
function sameDateIn(today: string, months: number): string {
  const date = Number(today.slice(8))
  for (let last = date; last > 27; last--) {
    const day = inMonth(today, months, last)
    if (day) return day
  }
  return inMonth(today, months, Math.min(date, 28)) ?? today
}

/** `YYYY-MM-DD`, or null where the calendar has no such day. */
function dayOf(year: number, month: number | null, date: number | null): string | null {
  if (month === null || date === null || year > 9999) return null
  const day = [
    String(year).padStart(4, '0'),
    String(month).padStart(2, '0'),
    String(date).padStart(2, '0'),
  ].join('-')
  const time = Date.parse(day)
  // The parser takes 31 February for 3 March.
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? null : day
}
