import { addDays } from '../../../../shared/model/china-time.ts'
import type { ShopProfile } from '../../../../shared/model/shop.ts'
import type { FieldProblem } from '../../components/zod-words.ts'
import { strings } from '../../strings.ts'

/** A stretch of the shop's own calendar, both ends inclusive; an empty `until` means one day. */
export interface SpellForm {
  /** `YYYY-MM-DD`, empty while nothing is chosen. */
  from: string
  until: string
  /** Why nothing leaves; of no meaning for days with dispatch. */
  reason: string
}

export const NEW_SPELL: SpellForm = { from: '', until: '', reason: '' }

/** A year is never one spell of holidays. */
const LONGEST_DAYS = 200

type ClosedDay = ShopProfile['closedDays'][number]

/** Days as the stretches a person would write them in: neighbours with the same reason are one. */
export function spellsOf(days: readonly ClosedDay[]): SpellForm[] {
  const spells: SpellForm[] = []
  for (const { day, reason } of days.toSorted((a, b) => (a.day < b.day ? -1 : 1))) {
    const last = spells.at(-1)
    const end = last && (last.until || last.from)
    if (last && end && last.reason === reason && addDays(end, 1) === day) last.until = day
    else spells.push({ from: day, until: '', reason })
  }
  return spells
}

/** The days of all stretches, each once and in order. A stretch that is not complete, or runs backwards, has none. */
export function daysOf(spells: readonly SpellForm[]): ClosedDay[] {
  const days = new Map<string, ClosedDay>()
  for (const { from, until, reason } of spells) {
    const end = until || from
    if (!from) continue
    for (let day = from; day <= end && days.size <= LONGEST_DAYS; day = addDays(day, 1))
      if (!days.has(day)) days.set(day, { day, reason: reason?.trim() ?? '' })
  }
  return [...days.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1))
}

/** What is wrong with the shop's own calendar, at the field of the form that should change. */
export function calendarProblems(
  closures: readonly SpellForm[],
  openings: readonly SpellForm[],
): FieldProblem[] {
  const closed = new Set(daysOf(closures).map(({ day }) => day))
  const clash = openings.findIndex((spell) => daysOf([spell]).some(({ day }) => closed.has(day)))
  return [
    ...spellProblems('closures', closures),
    ...spellProblems('openings', openings),
    ...(clash < 0 ? [] : [{ path: ['openings', clash, 'from'], message: strings.settings.fields.bothDays }]),
  ]
}

function spellProblems(list: 'closures' | 'openings', spells: readonly SpellForm[]): FieldProblem[] {
  const words = strings.settings.fields
  const problems = spells.flatMap(({ from, until }, at): FieldProblem[] => {
    if (!from) return [{ path: [list, at, 'from'], message: words.dayMissing }]
    return until && until < from ? [{ path: [list, at, 'until'], message: words.daysReversed }] : []
  })
  if (daysOf(spells).length > LONGEST_DAYS)
    problems.push({ path: [list, spells.length - 1, 'until'], message: words.tooManyDays(LONGEST_DAYS) })
  return problems
}
