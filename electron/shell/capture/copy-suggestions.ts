import type { Notification, NotificationConstructorOptions } from 'electron'
import type { SearchAnswer } from '../../../shared/model/search.ts'
import { holdNotices } from '../held-notices.ts'
import type { WindowHandle } from '../paste/window-port.ts'

const SHOWN = 3

interface SuggestionParts {
  makeNotification(options: NotificationConstructorOptions): Notification
  /** Phrases that answer a message, the best first. */
  search(message: string, limit: number): Promise<Pick<SearchAnswer, 'hits'>>
  /** Opens the panel with the message, for the chat in which it was copied. */
  openPanelWith(message: string, chat: WindowHandle): void
}

/**
 * Offers what a copied message could be answered with. It takes no keyboard and covers no chat: a notification, and the
 * panel when that is clicked.
 */
export function createCopySuggestions({ makeNotification, search, openPanelWith }: SuggestionParts) {
  const hold = holdNotices()
  let last: Notification | null = null

  return async (message: string, chat: WindowHandle): Promise<void> => {
    const { hits } = await search(message, SHOWN)
    const usable = hits.filter(({ blockedBy }) => blockedBy === null)
    if (usable.length === 0) return
    last?.close()
    const notice = makeNotification({
      title: '可以这样回，点开就用',
      body: usable.map(({ title }) => title).join('\n'),
      silent: true,
    })
    notice.on('click', () => openPanelWith(message, chat))
    hold(notice)
    notice.show()
    last = notice
  }
}
