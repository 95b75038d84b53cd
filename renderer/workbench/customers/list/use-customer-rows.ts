import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import type { Customer } from '../../../../shared/model/customer.ts'
import { rpc } from '../../../client/index.ts'
import { KEYS } from '../../data/queries.ts'

export interface CustomerRows {
  total: number
  /** Null while its page is on the way. */
  rowAt: (index: number) => Customer | null
  isLoading: boolean
  error: unknown
}

const PAGE_SIZE = 100

/** The buyers that `text` finds, fetched page by page as they come into sight. */
export function useCustomerRows(text: string, visible: { from: number; to: number }): CustomerRows {
  const page = (index: number) => ({
    queryKey: [KEYS.customers, 'list', text, index],
    queryFn: () => rpc.customers.list.query({ text, offset: index * PAGE_SIZE, limit: PAGE_SIZE }),
    gcTime: 0,
  })
  // The first page stays on the screen until that of the next search is there, so that nothing jumps.
  const head = useQuery({ ...page(0), placeholderData: keepPreviousData })
  const wanted = head.isPlaceholderData ? [] : pagesBetween(visible.from, visible.to)
  const others = useQueries({ queries: wanted.map(page) })
  const pages = new Map([[0, head.data], ...wanted.map((index, at) => [index, others[at]?.data] as const)])
  return {
    total: head.data?.total ?? 0,
    rowAt: (index) => pages.get(Math.floor(index / PAGE_SIZE))?.customers[index % PAGE_SIZE] ?? null,
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
