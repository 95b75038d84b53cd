import { EventEmitter } from 'node:events'
import type { Notification, NotificationConstructorOptions } from 'electron'
import { expect, it } from 'vitest'
import { createReleaseNotices } from '../../../electron/shell/release-notices.ts'
import type { ChannelState } from '../../../shared/model/channel.ts'
import { channelState } from '../../support/channel-state.ts'

class Shown extends EventEmitter {
  readonly options: NotificationConstructorOptions
  constructor(options: NotificationConstructorOptions) {
    super()
    this.options = options
  }
  show(): void {
    shown.push(this)
  }
}

const shown: Shown[] = []

it('tells of a release once, without a sound, and leads to 团队', () => {
  const opened: string[] = []
  let channels: ChannelState[] = [channelState()]
  const notices = createReleaseNotices({
    makeNotification: (options) => new Shown(options) as unknown as Notification,
    channels: () => channels,
    openWorkbenchAt: (place) => opened.push(place),
  })
  notices.look()
  expect(shown).toEqual([])

  channels = [channelState({ present: 2, offered: { version: 2, message: '双11 口径', mustUpdateBy: null } })]
  notices.look()
  notices.look()
  expect(shown.map(({ options }) => options)).toEqual([
    { title: '《屿禾团队》更新到第 2 版', body: '双11 口径', silent: true },
  ])
  shown[0]?.emit('click')
  expect(opened).toEqual(['/team'])
})
