import { electronEvent, StrictEmitter } from '../strict.ts'
import { records } from './records.ts'

/** A desktop notification as an object, recorded when shown. Nothing is drawn. */
export class Notification
  extends StrictEmitter
  implements
    Pick<
      Electron.Notification,
      'show' | 'close' | 'title' | 'body' | 'silent' | 'subtitle' | 'urgency' | 'timeoutType'
    >
{
  title: string
  body: string
  subtitle: string
  silent: boolean
  urgency: Electron.Notification['urgency']
  timeoutType: Electron.Notification['timeoutType']

  constructor(options: Electron.NotificationConstructorOptions = {}) {
    super('Notification', ['show', 'click', 'close', 'action', 'reply', 'failed'])
    this.title = options.title ?? ''
    this.body = options.body ?? ''
    this.subtitle = options.subtitle ?? ''
    this.silent = options.silent ?? false
    this.urgency = options.urgency ?? 'normal'
    this.timeoutType = options.timeoutType ?? 'default'
  }

  show(): void {
    records.notifications.push(this)
    this.emit('show', electronEvent({}))
  }
  close(): void {
    this.emit('close', electronEvent({}))
  }
  static isSupported(): boolean {
    return true
  }
}
