import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../../electron/rpc/router.ts'
import { rpc } from '../../client/index.ts'
import { KEYS } from './keys.ts'

export { KEYS }

export type Answers = inferRouterOutputs<AppRouter>
export type AppState = Answers['app']['state']
export type Vocabulary = Answers['scripts']['vocabulary']

export const useAppState = () => useQuery({ queryKey: [KEYS.app], queryFn: () => rpc.app.state.query() })

export const groupsQuery = { queryKey: [KEYS.groups], queryFn: () => rpc.groups.list.query() }

export const useGroups = () => useQuery(groupsQuery)

export const ungroupedQuery = {
  queryKey: [KEYS.phrases, 'ungrouped'],
  queryFn: async () => {
    const query = { filter: { groupId: null } }
    return (await rpc.phrases.rows.query({ query, offset: 0, limit: 1 })).count
  },
}

/** How many phrases belong to no group. */
export const useUngroupedCount = () => useQuery(ungroupedQuery)

/** Every tag in use with the number of its phrases, most used first. */
export const useTags = () =>
  useQuery({ queryKey: [KEYS.phrases, 'tags'], queryFn: () => rpc.phrases.tags.query() })

/** Every product for an empty `text`, else those that match it, best first. */
export const useProducts = (text = '') =>
  useQuery({
    queryKey: [KEYS.products, 'list', text],
    queryFn: () =>
      text === '' ? rpc.products.list.query() : rpc.products.search.query({ text, limit: 200 }),
    placeholderData: keepPreviousData,
  })

export const useProduct = (id: string) =>
  useQuery({
    queryKey: [KEYS.products, 'one', id],
    queryFn: () => rpc.products.get.query(id),
    placeholderData: keepPreviousData,
  })

export const useVocabulary = () =>
  useQuery({
    queryKey: ['vocabulary'],
    queryFn: () => rpc.scripts.vocabulary.query(),
    staleTime: Number.POSITIVE_INFINITY,
  })

const THIRTY_DAYS_MS = 30 * 24 * 60 * 60 * 1_000

export const useSixSeconds = () =>
  useQuery({
    queryKey: [KEYS.figures],
    queryFn: () => rpc.figures.sixSeconds.query({ since: Date.now() - THIRTY_DAYS_MS }),
  })
