import { addDays, chinaMoment, chinaTime, minuteOf } from '../model/china-time.ts'

/** The shifts of a day, in the order in which they follow each other. */
export const SHIFTS = ['early', 'middle', 'late'] as const
export type Shift = (typeof SHIFTS)[number]

export const SHIFT_NAMES: Record<Shift, string> = { early: '早班', middle: '中班', late: '晚班' }

/** When each shift begins, `HH:MM`, in rising order; the late one lasts until the early one of the next day. */
export type ShiftTimes = Readonly<Record<Shift, string>>

export const USUAL_SHIFTS: ShiftTimes = { early: '08:00', middle: '13:00', late: '18:00' }

/** A shift of one working day. */
export interface ShiftOfDay {
  /**
   * `YYYY-MM-DD`. A working day begins with its early shift: half past midnight belongs to the late shift of the day
   * before, for whoever works then has not gone to bed in between.
   */
  day: string
  shift: Shift
}

/** The shift in which `at` (ms since 1970) lies. */
export function shiftAt(at: number, times: ShiftTimes): ShiftOfDay {
  const { day, minuteOfDay } = chinaMoment(at)
  const shift = SHIFTS.findLast((one) => minuteOfDay >= minuteOf(times[one]))
  return shift ? { day, shift } : { day: addDays(day, -1), shift: 'late' }
}

/** From its first moment to that of the next shift, ms since 1970. */
export function spanOfShift({ day, shift }: ShiftOfDay, times: ShiftTimes): { from: number; until: number } {
  const next = SHIFTS[SHIFTS.indexOf(shift) + 1]
  const until = next
    ? chinaTime(day, minuteOf(times[next]))
    : chinaTime(addDays(day, 1), minuteOf(times.early))
  return { from: chinaTime(day, minuteOf(times[shift])), until }
}

/** The one that takes over. */
export function shiftAfter(shift: ShiftOfDay, times: ShiftTimes): ShiftOfDay {
  return shiftAt(spanOfShift(shift, times).until, times)
}

/** `08:00–13:00` */
export function shiftHours(shift: Shift, times: ShiftTimes): string {
  const next = SHIFTS[(SHIFTS.indexOf(shift) + 1) % SHIFTS.length] ?? 'early'
  return `${times[shift]}–${times[next]}`
}
