import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron'
import type { PasteTarget, PasteTrial } from '../../../shared/model/paste-target.ts'
import type { PasteService } from '../paste/paste.ts'
import type { Clock, WindowHandle } from '../paste/window-port.ts'
import type { TargetProfile } from '../targets.ts'

/** What is pasted: line breaks, wide characters and an emoji are what programs get wrong. */
export const SAMPLE = '亲，这是一次试粘贴 🙂\n第二行：¥9.9 起，满 198 减 20'

/** Between two looks at the window's text area. */
const LOOK_MS = 15
/** The slowest chat program known reads within 600 ms; after this nothing more will come. */
const ARRIVAL_LIMIT_MS = 3_000

interface TrialParts {
  makeWindow(options: BrowserWindowConstructorOptions): BrowserWindow
  url: string
  paste: Pick<PasteService, 'paste'>
  clock: Clock
  profileFor(target: PasteTarget): TargetProfile
  handleOf(window: BrowserWindow): WindowHandle
}

/**
 * Pastes a sample into a window of ours in the manner of a target: the real service, the real keys, the clipboard
 * borrowed and given back. It shows that keys and delays work on this machine, not that the target takes them.
 */
export function createPasteTrial({ makeWindow, url, paste, clock, profileFor, handleOf }: TrialParts) {
  async function run(window: BrowserWindow, target: PasteTarget): Promise<PasteTrial> {
    await window.loadURL(url)
    window.show()
    window.focus()
    await window.webContents.executeJavaScript('document.querySelector("textarea").focus()')
    const startedAt = clock.now()
    const outcome = await paste.paste({
      what: SAMPLE,
      target: handleOf(window),
      profile: profileFor(target),
      panelHasKeyboard: () => false,
      hidePanel: () => undefined,
    })
    if (outcome.status !== 'pasted') return { status: 'lost', reason: outcome.message }
    const sentAt = clock.now()
    const text = await arrival(window, sentAt)
    if (text === null) return { status: 'lost', reason: '按键已经发出，但文字没有到。换一组粘贴键再试' }
    return {
      ...{ status: 'arrived', text, isSame: text === SAMPLE },
      ...{ pastedMs: Math.round(sentAt - startedAt), arrivedMs: Math.round(clock.now() - sentAt) },
    }
  }

  /** What the text area holds as soon as it holds anything; null when nothing came in time. */
  async function arrival(window: BrowserWindow, from: number): Promise<string | null> {
    while (clock.now() - from < ARRIVAL_LIMIT_MS) {
      if (window.isDestroyed()) return null
      const text: unknown = await window.webContents.executeJavaScript(
        'document.querySelector("textarea").value',
      )
      if (typeof text === 'string' && text !== '') return text
      await clock.sleep(LOOK_MS)
    }
    return null
  }

  return async (target: PasteTarget): Promise<PasteTrial> => {
    const window = makeWindow({
      width: 460,
      height: 260,
      title: '黄金六秒 · 试粘贴',
      show: false,
      autoHideMenuBar: true,
      skipTaskbar: true,
    })
    try {
      return await run(window, target)
    } catch {
      return { status: 'lost', reason: '试粘贴的窗口被关掉了，请再试一次' }
    } finally {
      if (!window.isDestroyed()) window.destroy()
    }
  }
}
