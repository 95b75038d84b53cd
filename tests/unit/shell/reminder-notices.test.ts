import { EventEmitter } from 'node:events'
import type { Notification, NotificationConstructorOptions } from 'electron'
import { beforeEach, describe, expect, it } from 'vitest'
import { createReminderNotices } from '../../../electron/shell/reminder-notices.ts'

/** A notification as the system shows it: what stands on it, and what a hand does to it. */
class Shown extends EventEmitter {
  readonly options: NotificationConstructorOptions
  constructor(options: NotificationConstructorOptions) {
    super()
    this.options = options
  }
  show(): void {
    shown.push(this)
  }
  press(text: string): void {
    const actionIndex = this.options.actions?.findIndex((action) => action.text === text)
    this.emit('action', { actionIndex }, actionIndex)
  }
}

let shown: Shown[]
let done: string[]

beforeEach(() => {
  shown = []
  done = []
})

const notices = (hasActions = true) =>
  createReminderNotices({
    makeNotification: (options) => new Shown(options) as unknown as Notification,
    followUps: {
      setDone: (ids, isDone) => done.push(`${isDone ? 'done' : 'open'} ${ids}`),
      snooze: (ids, snooze) => done.push(`${snooze} ${ids}`),
    },
    openWorkbenchAt: (place) => done.push(place),
    hasActions,
  })

const ONE = { ids: ['owed'], title: '该催付了', body: '小***儿 · 面霜' }

describe('a reminder on the desktop', () => {
  it('says no more than it was given, and leads to its follow-up', () => {
    notices().show(ONE)
    expect(shown[0]?.options).toMatchObject({ title: '该催付了', body: '小***儿 · 面霜' })
    shown[0]?.emit('click')
    expect(done).toEqual(['/follow-ups/owed'])
  })

  it('is answered by its buttons', () => {
    notices().show(ONE)
    for (const text of ['完成', '10 分钟后', '1 小时后', '明天 10:00']) shown[0]?.press(text)
    expect(done).toEqual(['done owed', 'ten-minutes owed', 'one-hour owed', 'tomorrow owed'])
  })

  it('of many leads to the page, and has no buttons: nobody puts off what they have not read', () => {
    notices().show({ ids: ['a', 'b', 'c', 'd'], title: '有 4 条跟单到时间了', body: '催付 4 条' })
    expect(shown[0]?.options.actions).toEqual([])
    shown[0]?.emit('click')
    expect(done).toEqual(['/follow-ups'])
  })

  it('has none where the system shows none', () => {
    notices(false).show(ONE)
    expect(shown[0]?.options.actions).toEqual([])
  })
})
