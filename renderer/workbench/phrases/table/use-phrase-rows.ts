import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import type { PhraseQuery, PhraseRow } from '../../../../shared/model/phrase-listing.ts'
import { rpc } from '../../../client/index.ts'
import { KEYS } from '../../data/queries.ts'
import { PAGE_SIZE, type Stretch } from './pages-ahead.ts'

export interface PhraseRows {
  /** Rows the table has, loaded or not. */
  count: number
  /** Phrases that match; more than `count` when a search shows only the best. */
  total: number
  /** Null while its page is on the way. The same row is the same object until it changes. */
  rowAt: (index: number) => PhraseRow | null
  /** Whether what is there belongs to an earlier query. */
  isOld: boolean
  isLoading: boolean
  error: unknown
}

/** Pages out of sight are forgotten after so long: whoever scrolls through everything keeps no copy of it. */
const FORGOTTEN_MS = 20_000

/** The rows of a query, fetched page by page. @param stretch the pages that are wanted now */
export function usePhraseRows(query: PhraseQuery, stretch: Stretch): PhraseRows {
  const page = (index: number) => ({
    queryKey: [KEYS.phrases, 'rows', query, index],
    queryFn: () => rpc.phrases.rows.query({ query, offset: index * PAGE_SIZE, limit: PAGE_SIZE }),
    gcTime: FORGOTTEN_MS,
  })
  // The first page stays on the screen until that of the next query is there, so that nothing jumps.
  const head = useQuery({ ...page(0), placeholderData: keepPreviousData })
  const count = head.data?.count ?? 0
  const wanted = head.isPlaceholderData ? [] : pagesOf(stretch, count)
  const others = useQueries({ queries: wanted.map(page) })
  const pages = new Map([[0, head.data], ...wanted.map((index, at) => [index, others[at]?.data] as const)])

  return {
    count,
    total: head.data?.total ?? 0,
    rowAt: (index) => pages.get(Math.floor(index / PAGE_SIZE))?.rows[index % PAGE_SIZE] ?? null,
    isOld: head.isPlaceholderData,
    isLoading: head.isPending,
    error: head.error,
  }
}

/** The pages of a stretch that a table of `count` rows has, but for the first. */
function pagesOf({ first, last }: Stretch, count: number): number[] {
  const from = Math.max(1, first)
  const to = Math.min(last, Math.ceil(count / PAGE_SIZE) - 1)
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)
}
