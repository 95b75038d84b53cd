import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { onDeskEvent } from '../../client/index.ts'
import { lookAgain, noticeEvent } from './stale.ts'

/** Keeps every page true to the desk, whoever changed it: this page, the panel or the command line. */
export function useDeskEvents(): void {
  const client = useQueryClient()
  useEffect(() => onDeskEvent((event) => noticeEvent(client, event)), [client])
  useEffect(() => {
    const onFocus = () => lookAgain(client)
    window.addEventListener('focus', onFocus)
    return () => window.removeEventListener('focus', onFocus)
  }, [client])
}
