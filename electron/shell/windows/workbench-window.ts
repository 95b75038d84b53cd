import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron'

interface WorkbenchParts {
  makeWindow(options: BrowserWindowConstructorOptions): BrowserWindow
  url: string
  icon: string
}

/** The workbench: an ordinary window, made when it is wanted and gone when it is closed. */
export interface WorkbenchWindow {
  open(): void
  hasKeyboard(): boolean
}

export function createWorkbenchWindow({ makeWindow, url, icon }: WorkbenchParts): WorkbenchWindow {
  let window: BrowserWindow | null = null

  function create(): BrowserWindow {
    const created = makeWindow({
      width: 1200,
      height: 780,
      minWidth: 880,
      minHeight: 560,
      title: '黄金六秒 · 管理台',
      icon,
      show: false,
      autoHideMenuBar: true,
    })
    // Shown when there is something to see: no white flash.
    created.once('ready-to-show', () => created.show())
    created.on('closed', () => {
      window = null
    })
    void created.loadURL(url)
    return created
  }

  return {
    open() {
      if (window === null) {
        window = create()
        return
      }
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
    },
    hasKeyboard: () => window?.isFocused() ?? false,
  }
}
