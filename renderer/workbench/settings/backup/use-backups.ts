import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { onDeskEvent, rpc } from '../../../client/index.ts'

const KEY = 'backups'

/** Backups, archives, the folder they are in, and what kept the last one from being made. */
export function useBackups() {
  useFresh()
  return useQuery({ queryKey: [KEY, 'state'], queryFn: () => rpc.backups.state.query() })
}

/** What became of a damaged library, until the person has put it away. */
export function useRecovery() {
  useFresh()
  return useQuery({ queryKey: [KEY, 'recovery'], queryFn: () => rpc.backups.recovery.query() })
}

function useFresh(): void {
  const client = useQueryClient()
  useEffect(
    () =>
      onDeskEvent(({ kind }) => {
        if (kind === 'backups-changed') void client.invalidateQueries({ queryKey: [KEY] })
      }),
    [client],
  )
}
