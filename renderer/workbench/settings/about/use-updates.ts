import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { UpdateSettings, UpdateState } from '../../../../shared/model/updates.ts'
import { rpc } from '../../../client/index.ts'
import { useLeave } from '../../app/use-leave.ts'
import { KEYS } from '../../data/queries.ts'
import { useNotice } from '../../data/use-notice.tsx'

const QUERY = [KEYS.updates, 'state']

/** What is known of newer versions, and what a person can do about them. */
export function useUpdates() {
  const client = useQueryClient()
  const notice = useNotice()
  const leave = useLeave()
  const keep = (state: UpdateState) => client.setQueryData(QUERY, state)
  const { data: state } = useQuery({ queryKey: QUERY, queryFn: () => rpc.updates.state.query() })
  const check = useMutation({
    mutationFn: () => rpc.updates.check.mutate(),
    onSuccess: keep,
    onError: notice.failed,
  })
  const postpone = useMutation({
    mutationFn: () => rpc.updates.postpone.mutate(),
    onError: notice.failed,
  })
  const restart = useMutation({
    mutationFn: () => rpc.updates.restart.mutate(),
    onSuccess: (answer) => answer.status === 'refused' && notice.warned(answer.reason),
    onError: notice.failed,
  })
  const choose = useMutation({
    mutationFn: (settings: UpdateSettings) => rpc.updates.choose.mutate(settings),
    onSuccess(next) {
      keep(next)
      void client.invalidateQueries({ queryKey: [KEYS.app] })
    },
    onError: notice.failed,
  })
  return {
    state,
    check,
    postpone,
    choose,
    isRestarting: restart.isPending,
    /** Unsaved changes are asked after first. */
    restart: () => leave(() => restart.mutate()),
  }
}
