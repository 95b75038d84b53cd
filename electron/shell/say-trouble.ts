import type { App, Dialog, Notification } from 'electron'
import { DeskError } from '../desk/desk-error.ts'

interface Voices {
  app: Pick<App, 'isReady' | 'exit'>
  dialog: Pick<Dialog, 'showErrorBox'>
  Notification: typeof Notification
}

/** What is said when something goes wrong that no page can tell of. */
export function troubleSayer({ app, dialog, Notification }: Voices) {
  return {
    /** In place of Electron's own box with a stack trace. The program goes on: every write is a transaction of its own. */
    unforeseen(error: Error): void {
      console.error(error.message)
      if (!app.isReady()) return
      const body = '刚才的操作没有完成，已有的话术没有受影响。反复出现的话，请退出后重新打开'
      new Notification({ title: '黄金六秒', body, silent: true }).show()
    },

    refusedToStart(error: unknown): void {
      const isExpected = error instanceof DeskError
      if (!isExpected) console.error(error instanceof Error ? error.message : error)
      const reason = isExpected ? error.message : '程序文件不完整，或系统缺少所需的部件。请重新安装后再试'
      dialog.showErrorBox('黄金六秒打不开', reason)
      app.exit(1)
    },
  }
}
