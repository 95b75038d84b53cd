import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { PhraseQuery, PhraseRow } from '../../../../shared/model/phrase-listing.ts'
import { rpc } from '../../../client/index.ts'
import { KEYS } from '../../data/queries.ts'
import { useView } from '../view.ts'
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

/** One page of a query's rows, as it is asked for. */
export function pageOf(query: PhraseQuery, index: number) {
  return {
    queryKey: [KEYS.phrases, 'rows', query, index],
    queryFn: () => rpc.phrases.rows.query({ query, offset: index * PAGE_SIZE, limit: PAGE_SIZE }),
    // Where one comes back to most often stays.
    ...(index > 0 && { gcTime: FORGOTTEN_MS }),
  }
}

/**
 * Asks for the first rows as soon as another filter or order is chosen: the desk is at work while the page still draws
 * what was clicked.
 */
export function useFirstRowsAhead(): void {
  const client = useQueryClient()
  useEffect(
    () =>
      useView.subscribe(({ filter, sort }, before) => {
        if (filter !== before.filter || sort !== before.sort)
          void client.prefetchQuery(pageOf({ filter, sort }, 0))
      }),
    [client],
  )
}

/** The rows of a query, fetched page by page. @param stretch the pages that are wanted now */
export function usePhraseRows(query: PhraseQuery, stretch: Stretch): PhraseRows {
  // The first page stays on the screen until that of the next query is there, so that nothing jumps.
  const head = useQuery({ ...pageOf(query, 0), placeholderData: keepPreviousData })
  const count = head.data?.count ?? 0
  const wanted = head.isPlaceholderData ? [] : pagesOf(stretch, count)
  const others = useQueries({ queries: wanted.map((index) => pageOf(query, index)) })
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
