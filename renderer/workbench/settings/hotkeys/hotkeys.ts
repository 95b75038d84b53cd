import type { HotkeyId } from '../../../../shared/model/desktop.ts'
import { strings } from '../../strings.ts'

/** A key that works in every window and can be bound anew. */
export interface Hotkey {
  id: HotkeyId
  does: string
  /** Electron accelerator that it has by itself. */
  byItself: string
}

const { does } = strings.settings.hotkey

/** Every such key; the section draws one row for each. */
export const HOTKEYS: readonly Hotkey[] = [
  { id: 'panel', does: does.panel, byItself: 'Control+Alt+Space' },
  { id: 'capture', does: does.capture, byItself: 'Control+Alt+S' },
  { id: 'nickname', does: does.nickname, byItself: 'Control+Alt+N' },
  { id: 'sidecar', does: does.sidecar, byItself: 'Control+Alt+D' },
]

/** What the panel itself does with keys: a global key of the same would never let them through. */
const IN_PANEL: ReadonlyMap<string, string> = new Map([
  ...Array.from({ length: 9 }, (_, at) => [`Alt+${at + 1}`, '直接用第几条话术'] as const),
  ['Alt+Left', '切换步骤'],
  ['Alt+Right', '切换步骤'],
  ['Alt+Up', '换一种说法'],
  ['Alt+Down', '换一种说法'],
  ['Alt+B', '复制承诺的备注'],
  ['Alt+D', '切换店铺'],
  ['Control+,', '打开管理台'],
  ['F1', '按键说明'],
])

/** What these keys do in the program already, or null. `bound` are the other global keys, with what they do. */
export function ownUseOf(accelerator: string, bound: ReadonlyMap<string, string>): string | null {
  return bound.get(accelerator) ?? IN_PANEL.get(accelerator) ?? null
}
