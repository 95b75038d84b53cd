import { runtime } from '../runtime.ts'
import { strictModule } from '../strict.ts'
import { grabKey, ungrabKey } from '../x11/keys.ts'
import { type Accelerator, parseAccelerator } from './accelerator.ts'

const registered = new Map<string, Accelerator & { callback: () => void }>()
let suspended = false

const identity = ({ keysym, modifiers }: Accelerator) => `${modifiers}:${keysym}`
function parse(accelerator: string): Accelerator {
  runtime('globalShortcut')
  return parseAccelerator(accelerator)
}

/** A passive grab on the X server's root: the key is ours alone, whichever window has the keyboard. */
export const globalShortcut = strictModule('globalShortcut', {
  register(accelerator: string, callback: () => void): boolean {
    const parsed = parse(accelerator)
    if (suspended || registered.has(identity(parsed))) return false
    if (!grabKey(parsed.keysym, parsed.modifiers, callback)) return false
    registered.set(identity(parsed), { ...parsed, callback })
    return true
  },
  registerAll(accelerators: string[], callback: () => void): void {
    for (const accelerator of accelerators) globalShortcut.register(accelerator, callback)
  },
  isRegistered: (accelerator: string): boolean => registered.has(identity(parse(accelerator))),
  unregister(accelerator: string): void {
    const parsed = parse(accelerator)
    if (registered.delete(identity(parsed)) && !suspended) ungrabKey(parsed.keysym, parsed.modifiers)
  },
  unregisterAll(): void {
    for (const { keysym, modifiers } of registered.values()) if (!suspended) ungrabKey(keysym, modifiers)
    registered.clear()
  },
  isSuspended: (): boolean => suspended,
  setSuspended(suspend: boolean): void {
    if (suspend === suspended) return
    suspended = suspend
    for (const { keysym, modifiers, callback } of registered.values()) {
      if (suspend) ungrabKey(keysym, modifiers)
      else grabKey(keysym, modifiers, callback)
    }
  },
} satisfies Electron.GlobalShortcut)
