import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { onDeskEvent } from '../../client/index.ts'
import { lookAgain, noticeEvent } from './stale.ts'

/** The click that brings the window to the front hits the row it was aimed at, before rows change places. */
const AFTER_A_CLICK_MS = 500

/** Keeps every page true to the desk, whoever changed it: this page, the panel or the command line. */
export function useDeskEvents(): void {
  const client = useQueryClient()
  useEffect(() => onDeskEvent((event) => noticeEvent(client, event)), [client])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const onFocus = () => {
      clearTimeout(timer)
      timer = setTimeout(() => lookAgain(client), AFTER_A_CLICK_MS)
    }
    window.addEventListener('focus', onFocus)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('focus', onFocus)
    }
  }, [client])
}
