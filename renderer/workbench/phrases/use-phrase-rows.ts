import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { chinaDay } from '../../../shared/model/china-time.ts'
import type { Step } from '../../../shared/model/steps.ts'
import { rpc } from '../../client/index.ts'
import { KEYS } from '../data/queries.ts'
import { type PhraseRow, rowOfHit, rowOfPhrase } from './phrase-row.ts'

/** Which phrases the table shows. `groupId` is a group with all below it, null for those in none, undefined for all. */
export interface PhraseFilter {
  text: string
  groupId: string | null | undefined
  step: Step | undefined
}

export interface PhraseRows {
  /** Rows the table has, loaded or not. */
  count: number
  /** Phrases that match; more than `count` when a search shows only the best. */
  total: number
  /** Null while its page is on the way. */
  rowAt: (index: number) => PhraseRow | null
  isLoading: boolean
  error: unknown
}

const PAGE_SIZE = 100
const SEARCH_LIMIT = 200

/** The rows of the list, fetched page by page as they come into sight, or those of a search. */
export function usePhraseRows(filter: PhraseFilter, visible: { from: number; to: number }): PhraseRows {
  const isSearch = filter.text.trim() !== ''
  const found = useSearch(filter, isSearch)
  const listed = useList(filter, visible, !isSearch)
  // Until the first answer the list stays: what was there is better than nothing.
  return isSearch && !found.isLoading ? found : listed
}

function useSearch({ text, groupId, step }: PhraseFilter, enabled: boolean): PhraseRows {
  const { data, isPending, error } = useQuery({
    queryKey: [KEYS.phrases, 'search', text, groupId, step],
    queryFn: () =>
      rpc.phrases.search.query({
        text,
        limit: SEARCH_LIMIT,
        filters: { ...(groupId && { groupId }), ...(step && { step }) },
      }),
    placeholderData: keepPreviousData,
    enabled,
  })
  const hits = data?.hits ?? []
  return {
    count: hits.length,
    total: data?.total ?? 0,
    rowAt: (index) => (hits[index] ? rowOfHit(hits[index]) : null),
    isLoading: isPending,
    error,
  }
}

function useList(
  { groupId, step }: PhraseFilter,
  { from, to }: { from: number; to: number },
  enabled: boolean,
): PhraseRows {
  const today = chinaDay(Date.now())
  const page = (index: number) => ({
    queryKey: [KEYS.phrases, 'list', groupId, step, index],
    queryFn: () =>
      rpc.phrases.list.query({
        ...(groupId !== undefined && { groupId }),
        ...(step && { step }),
        offset: index * PAGE_SIZE,
        limit: PAGE_SIZE,
      }),
  })
  // The first page stays on the screen until that of the next filter is there, so that nothing jumps.
  const head = useQuery({ ...page(0), placeholderData: keepPreviousData, enabled })
  const wanted = enabled && !head.isPlaceholderData ? pagesBetween(from, to) : []
  const others = useQueries({ queries: wanted.map(page) })
  const pages = new Map([[0, head.data], ...wanted.map((index, at) => [index, others[at]?.data] as const)])
  const total = head.data?.total ?? 0

  return {
    count: total,
    total,
    rowAt(index) {
      const phrase = pages.get(Math.floor(index / PAGE_SIZE))?.phrases[index % PAGE_SIZE]
      return phrase ? rowOfPhrase(phrase, today) : null
    },
    isLoading: head.isPending,
    error: head.error,
  }
}

/** The pages that hold the rows `from` to `to`, but for the first. */
function pagesBetween(from: number, to: number): number[] {
  const first = Math.max(1, Math.floor(from / PAGE_SIZE))
  const last = Math.floor(to / PAGE_SIZE)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
}

/** As many phrases as the desk removes at once. */
const MOST_IDS = 10_000
const LARGEST_PAGE = 500

/** The ids of all phrases that a filter without text leaves, up to the most that can be removed at once. */
export async function allIds({ groupId, step }: PhraseFilter): Promise<string[]> {
  const ids: string[] = []
  for (let offset = 0; offset < MOST_IDS; offset += LARGEST_PAGE) {
    const query = {
      ...(groupId !== undefined && { groupId }),
      ...(step && { step }),
      offset,
      limit: LARGEST_PAGE,
    }
    const { phrases, total } = await rpc.phrases.list.query(query)
    ids.push(...phrases.map(({ id }) => id))
    if (ids.length >= total || phrases.length === 0) break
  }
  return ids
}
