import { NUMBER, numberOf } from './numerals.ts'

/** A part of the day: what a time without a clock means, and what hours it makes of 1 to 12. */
interface DayPart {
  names: string
  /** Minutes since midnight when no hour is said. */
  usual: number
  /** From this hour on, of twelve, an hour is one of the morning; below, of the afternoon or of the night after. */
  hours: (hour: number) => number
}

const afternoon = (hour: number) => (hour < 12 ? hour + 12 : hour)
const asSaid = (hour: number) => hour

const PARTS: readonly DayPart[] = [
  { names: '凌晨', usual: 1 * 60, hours: (hour) => (hour === 12 ? 0 : hour) },
  { names: '清早|一早|清晨|早上|早晨|早班|早', usual: 9 * 60, hours: asSaid },
  { names: '上午|午前', usual: 10 * 60, hours: asSaid },
  { names: '中午|正午|午间', usual: 12 * 60, hours: (hour) => (hour <= 3 ? hour + 12 : hour) },
  { names: '下午|午后', usual: 15 * 60, hours: afternoon },
  { names: '傍晚', usual: 18 * 60, hours: afternoon },
  // Twelve at night, and the small hours after it, are of the next day.
  {
    names: '晚上|晚间|夜里|夜晚|半夜|今夜|晚|夜',
    usual: 20 * 60,
    hours: (hour) => (hour <= 4 || hour === 12 ? (hour % 12) + 24 : afternoon(hour)),
  },
]

/** Names that are a part of a day by themselves; 早 and 晚 are so only beside a day (今晚, 明早). */
export const PART = PARTS.flatMap(({ names }) => names.split('|'))
  .filter((name) => name.length > 1)
  .join('|')
export const PART_BY_DAY = PARTS.map(({ names }) => names).join('|')

/** 10:30, 三点半, 十点一刻, 3pm. */
export const CLOCK = [
  '(?<colonHour>\\d{1,2}):(?<colonMinute>\\d{2})(?!\\d)',
  `(?<hour>${NUMBER})(?:点钟?|时(?!间))(?:(?<half>半)|(?<quarters>[一三13])刻|整|过?(?<minute>${NUMBER})分?(?!钟|\\d|天|个|件|元))?`,
  '(?<englishHour>\\d{1,2})(?::(?<englishMinute>\\d{2}))? ?(?<english>[ap]m)',
].join('|')

export type ClockGroups = Readonly<Record<string, string | undefined>>

/**
 * What a clock time may mean, in minutes since midnight, the likelier first; from 1440 on it is the next day's. Null for
 * a time that no clock shows. Agents work from the morning into the night: 3点 is one of the afternoon.
 *
 * @param part the part of the day that was said with it, null for none
 */
export function clockMinutes(groups: ClockGroups, part: string | null): number[] | null {
  const { hour, minute, guess } = figuresOf(groups)
  if (hour === null || minute === null || hour > 24 || minute > 59) return null
  const spoken = PARTS.find(({ names }) => part !== null && names.split('|').includes(part))
  const hours = spoken && hour <= 12 && guess !== 'none' ? [spoken.hours(hour)] : likelyHours(hour, guess)
  return hours.map((one) => one * 60 + minute)
}

function likelyHours(hour: number, guess: Figures['guess']): number[] {
  if (guess === 'none' || hour === 0 || hour > 11) return [hour]
  if (hour <= 6) return [hour + 12]
  return guess === 'small-hours' ? [hour] : [hour, hour + 12]
}

/** Minutes since midnight of a part of the day whose hour nobody said. */
export function usualMinute(part: string): number {
  return PARTS.find(({ names }) => names.split('|').includes(part))?.usual ?? 0
}

interface Figures {
  hour: number | null
  minute: number | null
  /** Which half of the day may be guessed: of any hour, of those that nobody works in, or none. */
  guess: 'any-hour' | 'small-hours' | 'none'
}

function figuresOf(groups: ClockGroups): Figures {
  const { colonHour, colonMinute, englishHour, englishMinute, english } = groups
  if (colonHour !== undefined) {
    // 03:30 is of the morning: nobody writes the zero otherwise.
    const guess = colonHour.startsWith('0') ? 'none' : 'small-hours'
    return { hour: Number(colonHour), minute: Number(colonMinute), guess }
  }
  if (englishHour !== undefined) {
    const hour = Number(englishHour)
    const ofDay = hour > 12 ? null : (hour % 12) + (english === 'pm' ? 12 : 0)
    return { hour: ofDay, minute: Number(englishMinute ?? 0), guess: 'none' }
  }
  const { hour = '', half, quarters, minute = '0' } = groups
  if (half !== undefined) return { hour: numberOf(hour), minute: 30, guess: 'any-hour' }
  const ofQuarters = quarters === undefined ? null : (numberOf(quarters) ?? 0) * 15
  return { hour: numberOf(hour), minute: ofQuarters ?? numberOf(minute), guess: 'any-hour' }
}
