import { useMemo, useState } from 'react'
import {
  countsOf,
  type Filter,
  type Group,
  groupsOf,
  placeOf,
  type View,
} from '../../../shared/follow-ups/grouping.ts'
import type { ShiftTimes } from '../../../shared/follow-ups/shifts.ts'
import type { FollowUp } from '../../../shared/model/follow-up.ts'

export const EVERYTHING: Filter = { kind: null, shift: null }

export interface Shown {
  view: View
  filter: Filter
  setView: (view: View) => void
  setFilter: (filter: Filter) => void
  groups: Group[]
  counts: Record<View, number>
  /** All of the groups' follow-ups, in their order. */
  entries: FollowUp[]
  /** The one that the address names, if it is among them. */
  chosen: FollowUp | null
}

/**
 * Which follow-ups the page shows. The one that the address names, from a notification say, is followed to the view
 * that holds it, also when it is given another day, until one looks elsewhere.
 *
 * @param id the follow-up that the address names
 */
export function useView(all: readonly FollowUp[], id: string | null, now: number, shifts: ShiftTimes): Shown {
  const [view, setView] = useState<View>('today')
  const [filter, setFilter] = useState(EVERYTHING)
  const [followed, setFollowed] = useState(id)
  const [lastId, setLastId] = useState(id)
  const clock = useMemo(() => ({ now, shifts }), [now, shifts])
  const groups = useMemo(() => groupsOf(all, view, filter, clock), [all, view, filter, clock])
  const entries = useMemo(() => groups.flatMap(({ followUps }) => followUps), [groups])
  const chosen = entries.find((one) => one.id === id) ?? null

  const named = all.find((one) => one.id === id) ?? null
  if (id !== lastId) {
    setLastId(id)
    setFollowed(id)
  }
  if (named && !chosen && followed === id) {
    const place = placeOf(named, clock).in
    setFilter(EVERYTHING)
    setView(place === 'overdue' ? 'today' : place)
  }
  const lookAt = (act: () => void) => {
    setFollowed(null)
    act()
  }

  const counts = countsOf(all, filter, clock)
  return {
    ...{ view, filter, groups, counts, entries, chosen },
    setView: (next) => lookAt(() => setView(next)),
    setFilter: (next) => lookAt(() => setFilter(next)),
  }
}
