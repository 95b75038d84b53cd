import { addDays, chinaDay, chinaTime } from '../../model/china-time.ts'
import type { Span } from '../../model/span.ts'
import { CLOCK, type ClockGroups, clockMinutes, PART, PART_BY_DAY, usualMinute } from './clock.ts'
import { DAY, type SaidDay, saidDay } from './days.ts'
import { NUMBER, numberOf } from './numerals.ts'
import { plainly } from './plain.ts'
import { choicesFor, type TimeChoice, VAGUE } from './vague.ts'
import { whenWords } from './when-words.ts'

/** What a text says of a time. Moments are ms since 1970, `span` is where in the text it stands. */
export type TimeReading =
  | { is: 'none' }
  | { is: 'time'; at: number; span: Span }
  /** Past, impossible or too far away; `message` says so to the agent. */
  | { is: 'refused'; message: string; span: Span }
  /** No time that anybody can be reminded at; `question` asks for one of `choices`. */
  | { is: 'vague'; question: string; choices: readonly TimeChoice[]; span: Span }

const SEPARATOR = '[的,， ]{0,2}'
/** A bare 一点 is more often a little (便宜一点) than one o'clock. */
const AT_A_START = '(?<=^|[\\s,，。;；])(?!一点(?!半|钟|整|[一二三四五六七八九十零]))'
const BARE_CLOCK = `(?:${AT_A_START}|(?<![\\d:.])(?=\\d))(?:${CLOCK})`

const ON_A_DAY = new RegExp(
  `(?:${DAY})(?:${SEPARATOR}(?<part>${PART_BY_DAY})(?!一?[点些](?!半)))?(?:${SEPARATOR}(?:${CLOCK}))?`,
  'd',
)
const IN_A_PART = new RegExp(`(?<part>${PART})(?:${SEPARATOR}(?:${CLOCK}))?`, 'd')
const BY_THE_CLOCK = new RegExp(BARE_CLOCK, 'd')
const AFTER = '(?:之后|以后|过后|后|内)'
const FROM_NOW = new RegExp(
  [
    `(?<halfHour>半)个?(?:小时|钟头|钟)${AFTER}`,
    `(?<quarters>[一二两三13])刻钟?${AFTER}`,
    `(?<hours>${NUMBER})个?(?<andHalf>半)?个?(?:小时|钟头|h)(?:(?<halfOn>半)|(?<minutesOn>${NUMBER})分钟?)?${AFTER}`,
    `(?<minutes>${NUMBER})(?:分钟|分|min)${AFTER}`,
  ].join('|'),
  'd',
)
const NO_REAL_TIME = new RegExp(VAGUE, 'd')
/** 2小时 alone in a field that asks for a time means from now on; in a sentence (48小时发货) it does not. */
const DURATION_ALONE =
  /^(?!过两天)(?:再?过)?(?<length>(?:半|\d+|[零一二两三四五六七八九十百]+)[^-~至到]{0,8}?(?:小时|钟头|分钟?|刻钟|h|min|天|周|星期|个月)半?)$/

const MINUTE_MS = 60_000
const LONGEST_DAYS = 366
const MORNING = 10 * 60

/**
 * Finds the time in a text as agents type it: 明天上午10点, 2小时后, 今晚8点, 下周一10:30, 11月25号, 月底. Of several the
 * first one counts. All times are China's.
 *
 * @param now ms since 1970
 */
export function readTime(text: string, now: number): TimeReading {
  const plain = plainly(text)
  const alone = DURATION_ALONE.exec(plain.trim())
  const offset = plain.length - plain.trimStart().length
  if (alone?.groups) {
    const reading = readPlain(`${alone.groups.length}后`, now)
    return reading.is === 'none'
      ? reading
      : { ...reading, span: { start: offset, end: offset + plain.trim().length } }
  }
  return readPlain(plain, now)
}

/** The time that a field asks for, which is the whole text: what is no time is refused, too. */
export function readWholeTime(text: string, now: number): Exclude<TimeReading, { is: 'none' }> {
  const reading = readTime(text, now)
  if (reading.is !== 'none') return reading
  const span = { start: 0, end: text.length }
  return { is: 'refused', message: '没看懂这个时间，可以写“明天上午10点”“2小时后”', span }
}

interface Found {
  match: RegExpExecArray
  read: (groups: ClockGroups, now: number) => Outcome
}

type Outcome =
  | { is: 'time'; at: number }
  | { is: 'refused'; message: string }
  | { is: 'vague'; question: string; choices: readonly TimeChoice[] }

function readPlain(plain: string, now: number): TimeReading {
  const found =
    firstOf([
      find(FROM_NOW, plain, fromNow),
      find(ON_A_DAY, plain, onADay),
      find(IN_A_PART, plain, inAPart),
      find(BY_THE_CLOCK, plain, byTheClock),
    ]) ?? firstOf([find(NO_REAL_TIME, plain, askFor)])
  if (!found) return { is: 'none' }
  const { index } = found.match
  const span = { start: index, end: index + found.match[0].length }
  return { ...withinReach(found.read(found.match.groups ?? {}, now), now), span }
}

function find(pattern: RegExp, plain: string, read: Found['read']): Found | null {
  const match = pattern.exec(plain)
  return match && { match, read }
}

/** The leftmost; of those that begin together, the longest. */
function firstOf(candidates: readonly (Found | null)[]): Found | null {
  return candidates.reduce<Found | null>((best, next) => {
    if (!best || !next) return best ?? next
    const isBefore = next.match.index < best.match.index
    const isLonger = next.match.index === best.match.index && next.match[0].length > best.match[0].length
    return isBefore || isLonger ? next : best
  }, null)
}

function fromNow(groups: ClockGroups, now: number): Outcome {
  const { halfHour, quarters, hours, andHalf, halfOn, minutesOn, minutes } = groups
  const count = (text: string | undefined) => (text === undefined ? 0 : (numberOf(text) ?? Number.NaN))
  const half = halfHour || andHalf || halfOn ? 30 : 0
  const length = count(hours) * 60 + half + count(quarters) * 15 + count(minutesOn) + count(minutes)
  if (!(length > 0)) return { is: 'refused', message: '没看懂要过多久' }
  const at = now + length * MINUTE_MS
  return { is: 'time', at: at - (at % MINUTE_MS) }
}

function onADay(groups: ClockGroups, now: number): Outcome {
  const today = chinaDay(now)
  const said = saidDay(groups, today)
  if (said.is === 'no-such-day') return { is: 'refused', message: '日历上没有这一天' }
  return onDay(said, groups, now)
}

/** Without a day it is today's, or tomorrow's once that has passed. */
function inAPart(groups: ClockGroups, now: number): Outcome {
  const today = chinaDay(now)
  return onDay({ is: 'day', day: today, next: addDays(today, 1) }, groups, now)
}

const byTheClock = inAPart

function onDay(said: Extract<SaidDay, { is: 'day' }>, groups: ClockGroups, now: number): Outcome {
  const part = groups.part ?? null
  const hasClock = [groups.hour, groups.colonHour, groups.englishHour].some((hour) => hour !== undefined)
  const isToday = said.day === chinaDay(now)
  if (!hasClock && part === null && isToday && said.next === null) return ask('今天几点？', 'soon', now)
  const minutes = hasClock ? clockMinutes(groups, part) : [part === null ? MORNING : usualMinute(part)]
  if (minutes === null) return { is: 'refused', message: '钟上没有这个时间' }
  const onThatDay = minutes.map((minute) => chinaTime(said.day, minute))
  const coming = onThatDay.find((at) => at > now)
  if (coming !== undefined) return { is: 'time', at: coming }
  const [likeliest = 0] = minutes
  if (said.next !== null) return { is: 'time', at: chinaTime(said.next, likeliest) }
  // 今晚 said at nine is still this evening.
  if (!hasClock && isToday) return ask('今天几点？', 'soon', now)
  const passed = onThatDay.at(isToday ? -1 : 0) ?? now
  return { is: 'refused', message: `${whenWords(passed, now)} 已经过去了，请写以后的时间` }
}

function askFor(groups: ClockGroups, now: number): Outcome {
  if (groups.soon) return ask('什么时候？', 'soon', now)
  return groups.someDay ? ask('哪一天？', 'some-day', now) : ask('哪一天？', 'some-week', now)
}

function ask(question: string, kind: Parameters<typeof choicesFor>[0], now: number): Outcome {
  return { is: 'vague', question, choices: choicesFor(kind, now) }
}

function withinReach(outcome: Outcome, now: number): Outcome {
  if (outcome.is !== 'time' || outcome.at <= now + LONGEST_DAYS * 24 * 60 * MINUTE_MS) return outcome
  return { is: 'refused', message: '太远了，跟单最多记一年以内的' }
}
