import type { Notification, NotificationConstructorOptions } from 'electron'
import { SNOOZE_NAMES } from '../../shared/follow-ups/snooze.ts'
import type { Reminder, Snooze } from '../../shared/model/follow-up.ts'
import { holdNotices } from './held-notices.ts'

interface NoticeParts {
  makeNotification(options: NotificationConstructorOptions): Notification
  followUps: {
    setDone(ids: readonly string[], isDone: boolean): void
    snooze(ids: readonly string[], snooze: Snooze): void
  }
  /** Opens the workbench at a place in it. */
  openWorkbenchAt(place: string): void
  /** Linux shows no buttons, and Electron leaves them out there; the click on the notice opens the page, which has all. */
  hasActions: boolean
}

type Action = { text: string; snooze: Snooze | null }

/** What can be said without opening the page. Windows shows at most five buttons, macOS puts them into a menu. */
const ACTIONS: readonly Action[] = [
  { text: '完成', snooze: null },
  ...(['ten-minutes', 'one-hour', 'tomorrow'] as const).map((snooze) => ({
    text: SNOOZE_NAMES[snooze],
    snooze,
  })),
]

/** Shows reminders as desktop notifications; one that speaks of a single follow-up can be answered from there. */
export function createReminderNotices({
  makeNotification,
  followUps,
  openWorkbenchAt,
  hasActions,
}: NoticeParts) {
  const hold = holdNotices()

  return {
    show({ ids, title, body }: Reminder): void {
      const [id] = ids
      const isOne = ids.length === 1
      const actions = isOne && hasActions ? ACTIONS : []
      const notice = makeNotification({
        ...{ title, body, timeoutType: 'never' },
        actions: actions.map(({ text }) => ({ type: 'button', text })),
      })
      notice.on('click', () => openWorkbenchAt(isOne && id ? `/follow-ups/${id}` : '/follow-ups'))
      notice.on('action', (event, index) => {
        const action = actions[event.actionIndex ?? index]
        if (!action) return
        if (action.snooze) followUps.snooze(ids, action.snooze)
        else followUps.setDone(ids, true)
      })
      hold(notice)
      notice.show()
    },
  }
}
