import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DuplicatesFound } from '../../../../shared/model/phrase-duplicates.ts'
import { rpc } from '../../../client/index.ts'

/** A group goes by the phrase that leads it: no phrase is in two. */
export const keyOf = ({ ids }: DuplicatesFound): string => ids[0] ?? ''

/** What was found, once for as long as one looks through it, and which of it is still to be looked at. */
export function useDuplicates() {
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set())
  const [chosen, setChosen] = useState<string | null>(null)
  // Not made stale by changes of the library: one works through a list, and each merge is such a change.
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['duplicates'],
    queryFn: () => rpc.duplicates.find.query(),
    gcTime: 0,
  })
  const open = data?.groups.filter((group) => !settled.has(keyOf(group))) ?? []
  const current = open.find((group) => keyOf(group) === chosen) ?? open[0] ?? null
  return {
    report: data ?? null,
    error,
    isSearching: isFetching,
    open,
    current,
    choose: (group: DuplicatesFound) => setChosen(keyOf(group)),
    /** The group is dealt with; the one after it comes up. */
    settle(group: DuplicatesFound) {
      const next = open[open.indexOf(group) + 1] ?? null
      setSettled(new Set([...settled, keyOf(group)]))
      setChosen(next && keyOf(next))
    },
    again() {
      setSettled(new Set())
      setChosen(null)
      void refetch()
    },
  }
}
