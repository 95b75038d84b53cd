import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { DeskEvent } from '../../../shared/model/desktop.ts'
import { onDeskEvent } from '../../client/index.ts'
import { KEYS } from './queries.ts'

/** What each event makes stale. A change of the shop arrives as `library-changed`: scripts compute from it. */
const STALE_AFTER: Readonly<Partial<Record<DeskEvent['kind'], readonly string[]>>> = {
  'library-changed': [
    KEYS.phrases,
    KEYS.groups,
    KEYS.products,
    KEYS.preview,
    KEYS.app,
    KEYS.undo,
    KEYS.channels,
    KEYS.team,
  ],
  'customers-changed': [KEYS.customers, KEYS.followUps],
  'follow-ups-changed': [KEYS.followUps],
  // How long buyers are kept moves the day on which each goes.
  'settings-changed': [KEYS.app, KEYS.customers],
  'hotkey-changed': [KEYS.app],
  // Whoever made the change may be another program, which gave a library its channel.
  'channels-changed': [KEYS.channels, KEYS.team],
  'panel-hidden': [KEYS.figures],
}

/** Keeps every page true to the desk, whoever changed it: this page, the panel or the command line. */
export function useDeskEvents(): void {
  const client = useQueryClient()
  useEffect(
    () =>
      onDeskEvent(({ kind }) => {
        for (const key of STALE_AFTER[kind] ?? []) void client.invalidateQueries({ queryKey: [key] })
      }),
    [client],
  )
}
