import { EventEmitter } from 'node:events'
import type { Notification, NotificationConstructorOptions } from 'electron'
import { expect, it } from 'vitest'
import { createReleaseNotices } from '../../../electron/shell/release-notices.ts'

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

it('tells of a release without a sound, and leads to 团队', () => {
  const opened: string[] = []
  const notices = createReleaseNotices({
    makeNotification: (options) => new Shown(options) as unknown as Notification,
    openWorkbenchAt: (place) => opened.push(place),
  })
  notices.show({
    ...{ library: { id: 'team', name: '屿禾团队' }, version: 2, mustUpdateBy: null },
    ...{ message: '双11 口径', isApplied: true },
  })
  expect(shown.map(({ options }) => options)).toEqual([
    { title: '《屿禾团队》更新到第 2 版', body: '双11 口径', silent: true },
  ])
  shown[0]?.emit('click')
  expect(opened).toEqual(['/team'])
})
