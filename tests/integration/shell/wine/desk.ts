import { BorrowedClipboard } from '../../../../electron/shell/paste/borrowed-clipboard.ts'
import { PasteService } from '../../../../electron/shell/paste/paste.ts'
import { win32Port } from '../../../../electron/shell/paste/win32.ts'
import { win32Clipboards } from '../../../../electron/shell/paste/win32-clipboards.ts'
import { systemClock, type WindowPort } from '../../../../electron/shell/paste/window-port.ts'
import { createTargets } from '../../../../electron/shell/targets.ts'
import type { PasteOutcome } from '../../../../shared/model/desktop.ts'
import { type TextWindow, until } from './text-window.ts'
import { copiedText } from './windows-clipboard.ts'

/** What stands in the chat and in the other window after a paste. */
export interface Landed {
  outcome: PasteOutcome
  chat: string
  other: string
  clipboard: string
}

export const port = win32Port()
const { profileOf } = createTargets()
const pixels = { width: 2, height: 1, bgra: Buffer.from([0, 0, 255, 255, 0, 255, 0, 255]) }
export const clipboards = win32Clipboards(() => pixels)

/** The shell's own service. A story looks for itself whether a text has landed, so that nothing waits for longer. */
export function serviceOver(
  windows: WindowPort = port,
  givesBackAfterMs = 500,
  readsWithinMs = 50,
): PasteService {
  return new PasteService({
    port: windows,
    clock: systemClock,
    clipboard: new BorrowedClipboard(clipboards.text, systemClock, '\r\n', clipboards.images),
    profileOf: (window) => ({ ...profileOf(window), readsWithinMs, givesBackAfterMs }),
  })
}

export const asWindowsHasIt = (text: string): string => text.replaceAll('\n', '\r\n')

/** Long enough for a paste that must not come. */
const NOTHING_COMES_MS = 150

export async function pasteAndLook(
  service: PasteService,
  text: string,
  { chat, other }: { chat: TextWindow; other: TextWindow },
  panelHasKeyboard = () => true,
): Promise<Landed> {
  for (const window of [chat, other]) window.clear()
  const outcome = await service.paste({
    what: text,
    target: chat.handle,
    panelHasKeyboard,
    hidePanel: () => undefined,
  })
  if (outcome.status === 'pasted') await until(() => chat.text() || undefined).catch(() => undefined)
  else await systemClock.sleep(NOTHING_COMES_MS)
  return { outcome, chat: chat.text(), other: other.text(), clipboard: copiedText() }
}

/** As a person does: who sees another window in front clicks again. */
export async function focus(window: TextWindow): Promise<void> {
  const isInFront = async () => (await port.foregroundWindow()) === window.handle
  await until(async () => {
    if (await isInFront()) return true
    await port.bringToFront(window.handle)
    await systemClock.sleep(30)
    return (await isInFront()) || undefined
  })
}

/** The adapter, with something that happens as the last keys are looked at, just before ours. */
export function withLastMoment(event: () => Promise<void>): WindowPort {
  let asked = 0
  return {
    ...port,
    async hasHeldKeys() {
      asked += 1
      if (asked === 2) await event()
      return false
    },
  }
}
