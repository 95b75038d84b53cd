import { EventEmitter } from 'node:events'
import type { Notification, NotificationConstructorOptions } from 'electron'
import { beforeEach, expect, it } from 'vitest'
import { createCopySuggestions } from '../../../../electron/shell/capture/copy-suggestions.ts'
import { hit } from '../../panel/pretend-desk.ts'
import { CHAT } from '../paste/pretend-desktop.ts'

class Notice extends EventEmitter {
  readonly options: NotificationConstructorOptions
  isShown = false
  constructor(options: NotificationConstructorOptions) {
    super()
    this.options = options
  }
  show(): void {
    this.isShown = true
  }
  close(): void {
    this.isShown = false
  }
}

let notices: Notice[]
let opened: [message: string, chat: number][]
let hits: ReturnType<typeof hit>[]
let suggest: (message: string, chat: number) => Promise<void>

beforeEach(() => {
  notices = []
  opened = []
  hits = [hit('by01', { title: '满99包邮' }), hit('by02', { title: '偏远地区', blockedBy: '活动已结束' })]
  suggest = createCopySuggestions({
    makeNotification: (options) => {
      const notice = new Notice(options)
      notices.push(notice)
      return notice as unknown as Notification
    },
    search: async () => ({ hits }),
    openPanelWith: (message, chat) => opened.push([message, chat]),
  })
})

it('offers the phrases that may be used now, and opens the panel only when asked to', async () => {
  await suggest('请问满多少包邮', CHAT)
  expect(notices[0]?.options).toMatchObject({ body: '满99包邮', silent: true })
  expect(opened).toEqual([])
  notices[0]?.emit('click')
  expect(opened).toEqual([['请问满多少包邮', CHAT]])
})

it('puts the last offer away when there is another', async () => {
  await suggest('请问满多少包邮', CHAT)
  await suggest('什么时候发货', CHAT)
  expect(notices.map(({ isShown }) => isShown)).toEqual([false, true])
})

it('says nothing when nothing answers the message', async () => {
  hits = []
  await suggest('今天天气真好', CHAT)
  expect(notices).toEqual([])
})
