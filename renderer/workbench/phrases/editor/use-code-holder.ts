import { useQuery } from '@tanstack/react-query'
import { rpc } from '../../../client/index.ts'
import { KEYS } from '../../data/queries.ts'
import { useSettled } from './use-settled.ts'

/** A code is looked up once typing has paused for so long. */
const PAUSE_MS = 250

/** The other phrase that has `code` already; null while it is free, empty or still being typed. */
export function useCodeHolder(code: string, ownId: string | null): { title: string } | null {
  const settled = useSettled(code.trim(), PAUSE_MS)
  const { data } = useQuery({
    queryKey: [KEYS.phrases, 'code', settled, ownId],
    queryFn: () => rpc.phrases.codeHolder.query({ code: settled, exceptId: ownId }),
    enabled: settled !== '',
    gcTime: 0,
  })
  return settled === code.trim() && settled !== '' ? (data ?? null) : null
}
