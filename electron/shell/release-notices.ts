import type { Notification, NotificationConstructorOptions } from 'electron'
import { createReleaseNews } from '../../shared/channels/release-news.ts'
import type { ChannelState } from '../../shared/model/channel.ts'
import { holdNotices } from './held-notices.ts'

interface NoticeParts {
  makeNotification(options: NotificationConstructorOptions): Notification
  /** What stands in the channels now. */
  channels(): readonly ChannelState[]
  /** Opens the workbench at a place in it. */
  openWorkbenchAt(place: string): void
}

/** Tells agents of a team's new releases, each once, by a desktop notification that leads to 团队. */
export function createReleaseNotices({ makeNotification, channels, openWorkbenchAt }: NoticeParts) {
  const hold = holdNotices()
  const news = createReleaseNews()

  return {
    /** Looks whether there is news; the first look says what is here already. */
    look(): void {
      for (const { title, body } of news.learn(channels())) {
        // Without a sound: an agent is in the middle of a chat.
        const notice = makeNotification({ title, body, silent: true })
        notice.on('click', () => openWorkbenchAt('/team'))
        hold(notice)
        notice.show()
      }
    },
  }
}
