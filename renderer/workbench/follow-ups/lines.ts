import type { Group } from '../../../shared/follow-ups/grouping.ts'
import type { FollowUp } from '../../../shared/model/follow-up.ts'

/** One line of the list: a heading, or a follow-up with its place among all of them. */
export type Line =
  | { is: 'heading'; title: string; count: number; isOverdue: boolean }
  | { is: 'entry'; followUp: FollowUp; place: number; isOverdue: boolean }

/** The groups as one list, for a window that shows a stretch of it. */
export function linesOf(groups: readonly Group[]): Line[] {
  let place = 0
  return groups.flatMap(({ title, followUps, isOverdue }): Line[] => [
    { is: 'heading', title, count: followUps.length, isOverdue },
    ...followUps.map((followUp): Line => ({ is: 'entry', followUp, place: place++, isOverdue })),
  ])
}

/**
 * Where the choice goes from `id`: some entries on, never beyond an end; the first one when nothing is chosen, or what
 * was chosen is gone from the list.
 */
export function entryBeside(entries: readonly FollowUp[], id: string | null, step: number): FollowUp | null {
  const at = entries.findIndex((one) => one.id === id)
  if (at < 0) return entries[0] ?? null
  return entries[Math.min(entries.length - 1, Math.max(0, at + step))] ?? null
}
