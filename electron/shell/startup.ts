import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { App } from 'electron'
import type { StartupState } from '../../shared/model/desktop.ts'

/** Starting with the system, out of sight in the tray. */
export interface Startup {
  state(): StartupState
  /** Returns what holds afterwards: the system may refuse. */
  set(isOn: boolean): StartupState
}

/** Started by the system: nothing is shown until the hotkey is pressed. */
export const HIDDEN_SWITCH = '--hidden'

interface LoginItemParts {
  app: Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>
  platform: NodeJS.Platform
  /** The program, and what it is started with, without the switch that hides it. */
  command: readonly [string, ...string[]]
}

/** Windows and macOS keep a list of such programs themselves. */
export function loginItemStartup({ app, platform, command: [program, ...args] }: LoginItemParts): Startup {
  const item = { path: program, args: [...args, HIDDEN_SWITCH] }

  function state(): StartupState {
    const { openAtLogin, executableWillLaunchAtLogin, status } = app.getLoginItemSettings(item)
    if (platform === 'darwin' && status === 'requires-approval')
      return { status: 'unavailable', reason: '请在“系统设置 › 通用 › 登录项”里允许黄金六秒' }
    // The task manager can forbid what the registry still lists.
    if (platform === 'win32' && openAtLogin && !executableWillLaunchAtLogin)
      return { status: 'unavailable', reason: '在任务管理器的“启动应用”里被禁用了，请在那里启用黄金六秒' }
    return { status: openAtLogin ? 'on' : 'off' }
  }

  return {
    state,
    set(isOn) {
      app.setLoginItemSettings({ openAtLogin: isOn, ...item })
      return state()
    },
  }
}

interface AutostartParts {
  /** `$XDG_CONFIG_HOME`, usually `~/.config`. */
  configFolder: string
  command: readonly [string, ...string[]]
}

/**
 * Linux desktops start what stands in `autostart/*.desktop`.
 * Source: XDG Desktop Application Autostart Specification 0.5.
 */
export function autostartStartup({ configFolder, command }: AutostartParts): Startup {
  const folder = path.join(configFolder, 'autostart')
  const file = path.join(folder, 'golden-six.desktop')

  function state(): StartupState {
    try {
      const text = readFileSync(file, 'utf8')
      // Desktops switch an entry off by a line instead of taking the file away.
      const isOff = /^Hidden=true$/m.test(text) || /^X-GNOME-Autostart-enabled=false$/m.test(text)
      return { status: isOff ? 'off' : 'on' }
    } catch {
      return { status: 'off' }
    }
  }

  return {
    state,
    set(isOn) {
      try {
        if (isOn) {
          mkdirSync(folder, { recursive: true })
          writeFileSync(file, desktopEntry([...command, HIDDEN_SWITCH]))
        } else rmSync(file, { force: true })
      } catch {
        return { status: 'unavailable', reason: `不能写入 ${folder}，请检查这个文件夹的权限` }
      }
      return state()
    },
  }
}

function desktopEntry(command: readonly string[]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Golden Six',
    'Name[zh_CN]=黄金六秒',
    `Exec=${command.map(execWord).join(' ')}`,
    'Terminal=false',
    '',
  ].join('\n')
}

/**
 * One argument of `Exec`, quoted. A backslash is doubled twice: once for the quoting, once because the value is a string
 * of a desktop file; `%` would begin a field code.
 */
function execWord(word: string): string {
  const quoted = word.replace(/["`$\\]/g, '\\$&').replaceAll('\\', '\\\\')
  return `"${quoted.replaceAll('%', '%%')}"`
}

interface System {
  app: Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings' | 'getPath' | 'getAppPath' | 'isPackaged'>
  platform?: NodeJS.Platform
}

/** The way of this system to start programs with it. */
export function systemStartup({ app, platform = process.platform }: System): Startup {
  // An AppImage runs from a folder that is gone after it: the image itself is the program.
  const program = process.env.APPIMAGE ?? process.execPath
  const command = [program, ...(app.isPackaged ? [] : [app.getAppPath()])] as const
  if (platform === 'win32' || platform === 'darwin') return loginItemStartup({ app, platform, command })
  return autostartStartup({ configFolder: app.getPath('appData'), command })
}
