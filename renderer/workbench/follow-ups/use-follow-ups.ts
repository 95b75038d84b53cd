import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { snoozedUntil } from '../../../shared/follow-ups/snooze.ts'
import { whenWords } from '../../../shared/follow-ups/time/when-words.ts'
import type { FollowUp, Snooze } from '../../../shared/model/follow-up.ts'
import { rpc } from '../../client/index.ts'
import { KEYS, useProducts } from '../data/queries.ts'
import { useNotice } from '../data/use-notice.tsx'
import { followUpStrings as words } from '../strings/follow-ups.ts'

/** Everything that is open, and what was done last. What was opened is forgotten with the page that showed it. */
export const useFollowUps = () =>
  useQuery({ queryKey: [KEYS.followUps, 'list'], queryFn: () => rpc.followUps.list.query(), gcTime: 0 })

/** For the badge of the menu. Time alone makes it stale; half a minute is soon enough for a number. */
export const useFollowUpCounts = () =>
  useQuery({
    queryKey: [KEYS.followUps, 'counts'],
    queryFn: () => rpc.followUps.counts.query(),
    refetchInterval: 30_000,
  })

/** What to say on the occasion of this follow-up: another when it is changed, or the library is. */
export const useOccasionPhrases = ({ id, kind, nickname, productId, phraseId }: FollowUp) =>
  useQuery({
    queryKey: [KEYS.preview, 'occasion', id, kind, nickname, productId, phraseId],
    queryFn: () => rpc.followUps.phrases.query(id),
    gcTime: 0,
  })

/** What a product is called in a line; null for one that is not in the catalogue any more. */
export function useProductNames(): (id: string) => string | null {
  const { data } = useProducts()
  return useMemo(() => {
    const names = new Map(data?.map(({ id, shortName, name }) => [id, shortName ?? name]))
    return (id) => names.get(id) ?? null
  }, [data])
}

export type FollowUpActions = ReturnType<typeof useFollowUpActions>

/** What one key does to a follow-up. Each says what it did; what cannot be seen to have happened can be taken back. */
export function useFollowUpActions() {
  const notice = useNotice()
  const client = useQueryClient()
  return useMemo(() => {
    const attempt = async (act: () => Promise<void>) => {
      try {
        await act()
        await client.invalidateQueries({ queryKey: [KEYS.followUps] })
      } catch (error) {
        notice.failed(error)
      }
    }
    const setDone = ({ id }: FollowUp, isDone: boolean) => rpc.followUps.setDone.mutate({ ids: [id], isDone })
    return {
      toggleDone: (followUp: FollowUp) =>
        attempt(async () => {
          const isDone = followUp.state.is !== 'done'
          await setDone(followUp, isDone)
          const said = isDone ? words.doneNotice : words.reopenedNotice
          notice.undoable(said(followUp.nickname), () => void attempt(() => setDone(followUp, !isDone)))
        }),
      snooze: (followUp: FollowUp, snooze: Snooze) =>
        attempt(async () => {
          await rpc.followUps.snooze.mutate({ ids: [followUp.id], snooze })
          const now = Date.now()
          notice.done(words.snoozedNotice(whenWords(snoozedUntil(snooze, now), now)))
        }),
      remove: (followUp: FollowUp) =>
        attempt(async () => {
          await rpc.followUps.remove.mutate([followUp.id])
          const restore = () => rpc.followUps.restore.mutate([followUp.id])
          notice.undoable(words.removedNotice(followUp.nickname), () => void attempt(restore))
        }),
    }
  }, [client, notice])
}
