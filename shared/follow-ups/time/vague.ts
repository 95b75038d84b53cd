import { addDays, chinaDay, chinaTime, weekdayOf } from '../../model/china-time.ts'

/** A time that an agent may pick by one key. */
export interface TimeChoice {
  label: string
  /** ms since 1970 */
  at: number
}

const SOON =
  '晚一?点儿?(?!钟|半)|晚一?些|早一?点儿?(?!钟|半)|稍后|稍晚|稍等|等一?会儿?|待一?会儿?|过一?会儿?|一会儿?|等下|待下|尽快|马上|回头|空了|有空|下班前'
const SOME_DAY = '过几天|过两天|过些天|几天后|改天|改日|过一?阵子?|过段时间|最近|这几天|这两天'
const SOME_WEEK =
  '(?:下|这|本)个?(?:周|星期|礼拜)(?![一二三四五六日天末1-7])|(?:下|这|本)个?月(?!\\d|[初中底末一二三十])'

/** Words for a time that nobody can be reminded at. */
export const VAGUE = `(?<soon>${SOON})|(?<someDay>${SOME_DAY})|(?<someWeek>${SOME_WEEK})`

const MINUTE_MS = 60_000
const TEN = 10 * 60
const EVENING = 20 * 60

/** Times to choose from instead of a vague one, soonest first; all of them are still to come. */
export function choicesFor(kind: 'soon' | 'some-day' | 'some-week', now: number): TimeChoice[] {
  const today = chinaDay(now)
  const minute = now - (now % MINUTE_MS)
  const monday = addDays(today, 8 - weekdayOf(today))
  const tomorrow = { label: '明天上午10点', at: chinaTime(addDays(today, 1), TEN) }
  const nextMonday = { label: '下周一上午10点', at: chinaTime(monday, TEN) }
  const choices: Record<typeof kind, TimeChoice[]> = {
    soon: [
      { label: '30分钟后', at: minute + 30 * MINUTE_MS },
      { label: '2小时后', at: minute + 120 * MINUTE_MS },
      { label: '今晚8点', at: chinaTime(today, EVENING) },
      tomorrow,
    ],
    'some-day': [
      tomorrow,
      { label: '后天上午10点', at: chinaTime(addDays(today, 2), TEN) },
      { label: '3天后上午10点', at: chinaTime(addDays(today, 3), TEN) },
    ],
    'some-week': [
      nextMonday,
      { label: '下周三上午10点', at: chinaTime(addDays(monday, 2), TEN) },
      { label: '下周五上午10点', at: chinaTime(addDays(monday, 4), TEN) },
    ],
  }
  return choices[kind].filter(({ at }) => at > now).toSorted((one, other) => one.at - other.at)
}
