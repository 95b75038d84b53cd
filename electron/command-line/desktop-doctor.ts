import { HOTKEY_IDS } from '../../shared/model/desktop.ts'
import { chosenHotkeys, type Settings } from '../../shared/model/settings.ts'
import { readAccelerator } from '../shell/accelerator.ts'
import { chooseWindowPort } from '../shell/paste/choose-port.ts'
import type { WindowDetails, WindowPort } from '../shell/paste/window-port.ts'
import { createTargets } from '../shell/targets.ts'
import { chooseWindowLooks } from '../shell/tracking/choose-looks.ts'
import type { WindowLooks } from '../shell/tracking/window-look.ts'
import type { Finding } from './finding.ts'

/** A program that takes no messages for so long is said to hang. */
const ANSWER_LIMIT_MS = 700

/** What pasting stands on: the keys, the desktop, the clipboard, the chat windows that are open now, and the sidecar. */
export async function diagnoseDesktop(
  settings: Settings,
  openPort: () => Promise<WindowPort | null> = chooseWindowPort,
  openLooks: () => Promise<WindowLooks | null> = chooseWindowLooks,
): Promise<Finding[]> {
  const port = await openPort()
  try {
    return [
      hotkeys(settings),
      desktop(port),
      ...(port === null
        ? []
        : [await clipboard(port), ...(await targets(port, settings)), sidecar(await openLooks(), settings)]),
    ]
  } finally {
    port?.close()
  }
}

/** Whether other programs hold them only the window can tell: it says so as it starts, and in its settings. */
function hotkeys(settings: Settings): Finding {
  const chosen = chosenHotkeys(settings)
  const keys = HOTKEY_IDS.map((id) => chosen[id])
  const refused = keys.flatMap((key) => {
    const read = readAccelerator(key)
    return read.ok ? [] : [`${key}：${read.reason}`]
  })
  const twice = keys.filter((key, at) => keys.indexOf(key) !== at).map((key) => `${key} 用了两次`)
  const wrong = [...refused, ...twice]
  return { check: 'hotkeys', ok: wrong.length === 0, detail: (wrong.length === 0 ? keys : wrong).join('，') }
}

function desktop(port: WindowPort | null): Finding {
  const detail = port === null ? '这里没有能代为粘贴的桌面，话术会复制到剪贴板' : `能代为粘贴（${port.name}）`
  // On a machine without a screen, as a server is, nothing is wrong with that.
  const hasScreen = process.platform !== 'linux' || process.env.DISPLAY !== undefined
  return { check: 'desktop', ok: port !== null || !hasScreen, detail }
}

async function clipboard(port: WindowPort): Promise<Finding> {
  const holder = port.name === 'win32' ? await holderOnWindows() : null
  if (holder !== null) return { check: 'clipboard', ok: false, detail: `${holder} 正占着剪贴板` }
  const isHeard = (await port.clipboardVersion()) !== null
  return {
    check: 'clipboard',
    ok: isHeard,
    detail: isHeard ? '可以读写，变化能察觉' : '察觉不到变化：抓取选中的话之前，要先自己复制',
  }
}

/** Where windows cannot be followed, as under macOS, nothing is wrong with the machine. */
function sidecar(looks: WindowLooks | null, { sidecar: { isOn, side } }: Settings): Finding {
  looks?.close()
  const stands = isOn ? `站在聊天窗口${side === 'right' ? '右边' : '左边'}` : '已关闭'
  return {
    check: 'sidecar',
    ok: true,
    detail: looks === null ? '这里不能跟随别的窗口，没有侧边栏' : `能跟随聊天窗口，${stands}`,
  }
}

/** Who keeps it open just now; a name of our own where Windows does not tell. */
async function holderOnWindows(): Promise<string | null> {
  const { win32Clipboards } = await import('../shell/paste/win32-clipboards.ts')
  const { text } = win32Clipboards(() => null)
  return text.readText().then(
    () => null,
    () => text.holder?.() ?? '另一个程序',
  )
}

async function targets(port: WindowPort, settings: Settings): Promise<Finding[]> {
  const { profileOf } = createTargets(() => settings.targets)
  const open: { name: string; details: WindowDetails; isHanging: boolean }[] = []
  for (const window of await port.visibleWindows()) {
    const details = await port.details(window)
    const profile = details && profileOf(details)
    if (!details || !profile || profile.id === 'other') continue
    open.push({ name: profile.name, details, isHanging: !(await port.answers(window, ANSWER_LIMIT_MS)) })
  }
  const named = (windows: typeof open) => [...new Set(windows.map(({ name }) => name))].join('、')
  const hanging = open.filter(({ isHanging }) => isHanging)
  const elevated = open.filter(({ details }) => details.isElevated)
  return [
    {
      check: 'targets',
      ok: hanging.length === 0,
      detail:
        hanging.length > 0
          ? `没有响应：${named(hanging)}`
          : open.length === 0
            ? '没有打开聊天软件'
            : `${named(open)}，共 ${open.length} 个窗口`,
    },
    {
      check: 'elevation',
      ok: elevated.length === 0,
      detail:
        elevated.length === 0
          ? '没有聊天软件的权限比本程序高'
          : `以管理员身份运行，不能代为粘贴：${named(elevated)}。请用管理员身份启动黄金六秒，或让它正常启动`,
    },
  ]
}
