import type { Query, QueryClient } from '@tanstack/react-query'
import type { DeskEvent } from '../../../shared/model/desktop.ts'
import { KEYS } from './keys.ts'

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
  'updates-changed': [KEYS.updates],
  // Whoever made the change may be another program, which gave a library its channel.
  'channels-changed': [KEYS.channels, KEYS.team],
  'panel-hidden': [KEYS.figures],
}

/** What holds the numbers of uses. */
const COUNTS_USES = [
  [KEYS.phrases, 'rows'],
  [KEYS.phrases, 'unused'],
] as const

/** Questions that are asked again once their first answer is there. */
const askedAgain = new WeakSet<Query>()

/** Has what an event makes stale asked for again; after a use, when somebody next looks (see `lookAgain`). */
export function noticeEvent(client: QueryClient, { kind }: Pick<DeskEvent, 'kind'>): void {
  for (const key of STALE_AFTER[kind] ?? []) askAnew(client, key)
  // A busy agent uses a phrase every few seconds, and is looking at a chat meanwhile.
  if (kind === 'phrase-used')
    for (const queryKey of COUNTS_USES) void client.invalidateQueries({ queryKey, refetchType: 'none' })
}

/** The window was gone to: what it shows of uses is asked for again if there were any. */
export function lookAgain(client: QueryClient): void {
  for (const queryKey of COUNTS_USES) void client.refetchQueries({ queryKey, type: 'active', stale: true })
}

/**
 * The library of queries lets a question be whose first answer is on its way. That answer may be of before the event;
 * the question is then asked once more after it.
 */
function askAnew(client: QueryClient, key: string): void {
  const awaited = client
    .getQueryCache()
    .findAll({ queryKey: [key], predicate: ({ state }) => state.data === undefined, fetchStatus: 'fetching' })
  for (const query of awaited) {
    if (askedAgain.has(query)) continue
    askedAgain.add(query)
    const again = () => {
      askedAgain.delete(query)
      void client.invalidateQueries({ queryKey: query.queryKey, exact: true })
    }
    query.promise?.then(again, again)
  }
  void client.invalidateQueries({ queryKey: [key] })
}
