import type { Notification, NotificationConstructorOptions } from 'electron'
import { releaseWords } from '../../shared/channels/release-words.ts'
import type { ReleaseArrival } from '../../shared/model/channel.ts'
import { holdNotices } from './held-notices.ts'

interface NoticeParts {
  makeNotification(options: NotificationConstructorOptions): Notification
  /** Opens the workbench at a place in it. */
  openWorkbenchAt(place: string): void
}

/** Tells agents of a team's new releases by desktop notifications that lead to 团队. */
export function createReleaseNotices({ makeNotification, openWorkbenchAt }: NoticeParts) {
  const hold = holdNotices()

  return {
    show(arrival: ReleaseArrival): void {
      // Without a sound: an agent is in the middle of a chat.
      const notice = makeNotification({ ...releaseWords(arrival), silent: true })
      notice.on('click', () => openWorkbenchAt('/team'))
      hold(notice)
      notice.show()
    },
  }
}
