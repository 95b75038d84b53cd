import { type FollowUp, timeOf } from '../model/follow-up.ts'
import type { FollowUpKind } from '../model/follow-up-kinds.ts'
import { SHIFT_NAMES, SHIFTS, type Shift, type ShiftTimes, shiftAt, shiftHours } from './shifts.ts'
import { dayWords } from './time/when-words.ts'

/** `today` is everything to be done in this working day: what is overdue, and what its shifts still bring. */
export const VIEWS = ['today', 'overdue', 'upcoming', 'done'] as const
export type View = (typeof VIEWS)[number]

export interface Filter {
  /** Null for all of them. */
  kind: FollowUpKind | null
  shift: Shift | null
}

export interface Group {
  title: string
  isOverdue: boolean
  followUps: FollowUp[]
}

interface Clock {
  /** ms since 1970 */
  now: number
  shifts: ShiftTimes
}

type Place = { in: 'overdue' | 'done' } | { in: 'today' | 'upcoming'; day: string; shift: Shift }

/** Where a follow-up stands at this moment. */
export function placeOf(followUp: FollowUp, { now, shifts }: Clock): Place {
  if (followUp.state.is === 'done') return { in: 'done' }
  const at = timeOf(followUp)
  if (at <= now) return { in: 'overdue' }
  const { day, shift } = shiftAt(at, shifts)
  return { in: day === shiftAt(now, shifts).day ? 'today' : 'upcoming', day, shift }
}

/** The follow-ups of a view under their headings, in the order in which they want to be done; done ones newest first. */
export function groupsOf(all: readonly FollowUp[], view: View, filter: Filter, clock: Clock): Group[] {
  const shown = all.filter((one) => isWanted(one, filter, clock))
  const inPlace = (place: Place['in']) =>
    shown.filter((one) => placeOf(one, clock).in === place).sort((one, other) => timeOf(one) - timeOf(other))
  const overdue = group('已到时间', inPlace('overdue'), true)
  switch (view) {
    case 'overdue':
      return overdue
    case 'today':
      return [...overdue, ...byShift(inPlace('today'), clock)]
    case 'upcoming':
      return byDay(inPlace('upcoming'), (one) => shiftAt(timeOf(one), clock.shifts).day, clock)
    case 'done':
      return byDay(
        inPlace('done').sort((one, other) => doneAt(other) - doneAt(one)),
        (one) => shiftAt(doneAt(one), clock.shifts).day,
        clock,
      )
  }
}

/** How many each view holds; what is overdue counts for today, too. */
export function countsOf(all: readonly FollowUp[], filter: Filter, clock: Clock): Record<View, number> {
  const counts = { today: 0, overdue: 0, upcoming: 0, done: 0 }
  for (const one of all) {
    if (!isWanted(one, filter, clock)) continue
    const place = placeOf(one, clock).in
    counts[place] += 1
    if (place === 'overdue') counts.today += 1
  }
  return counts
}

function isWanted(followUp: FollowUp, { kind, shift }: Filter, { shifts }: Clock): boolean {
  if (kind !== null && followUp.kind !== kind) return false
  return shift === null || shiftAt(timeOf(followUp), shifts).shift === shift
}

function byShift(followUps: FollowUp[], { shifts }: Clock): Group[] {
  return SHIFTS.flatMap((shift) =>
    group(
      `${SHIFT_NAMES[shift]} ${shiftHours(shift, shifts)}`,
      followUps.filter((one) => shiftAt(timeOf(one), shifts).shift === shift),
    ),
  )
}

function byDay(followUps: FollowUp[], dayOf: (one: FollowUp) => string, { now, shifts }: Clock): Group[] {
  const today = shiftAt(now, shifts).day
  const days = Map.groupBy(followUps, dayOf)
  return [...days].flatMap(([day, ofDay]) => group(dayWords(day, today), ofDay))
}

function group(title: string, followUps: FollowUp[], isOverdue = false): Group[] {
  return followUps.length === 0 ? [] : [{ title, isOverdue, followUps }]
}

const doneAt = ({ state }: FollowUp) => (state.is === 'done' ? state.at : 0)
