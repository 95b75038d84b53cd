import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron'

interface WorkbenchParts {
  makeWindow(options: BrowserWindowConstructorOptions): BrowserWindow
  url: string
  icon: string
}

/** The workbench: an ordinary window, made when it is wanted and gone when it is closed. */
export interface WorkbenchWindow {
  /** `place` is what of the address comes after `#`, for a window that is not there yet; one that is stays where it is. */
  open(place?: string): void
  hasKeyboard(): boolean
}

export function createWorkbenchWindow({ makeWindow, url, icon }: WorkbenchParts): WorkbenchWindow {
  let window: BrowserWindow | null = null

  function create(place: string): BrowserWindow {
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
    void created.loadURL(place === '' ? url : `${url}#${place}`)
    return created
  }

  return {
    open(place = '') {
      if (window === null) {
        window = create(place)
        return
      }
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
    },
    hasKeyboard: () => window?.isFocused() ?? false,
  }
}
