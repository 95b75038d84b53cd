import { spawn } from 'node:child_process'
import path from 'node:path'
import { COMMANDS, HANGING, SCAN_CODE } from './edit-commands.ts'
import { find, numberOn, post, shown, type TextWindow, textWindow, until } from './text-window.ts'

/** Windows' own editor. */
export async function openNotepad(): Promise<TextWindow> {
  const already = new Set(notepadWindows())
  const program = spawn('notepad.exe', [], { stdio: 'ignore' })
  const handle = await until(() => notepadWindows().find((window) => !already.has(window)))
  const edit = await until(() => find(handle, 0, 'Edit', null) || undefined)
  await shown(handle)
  return textWindow(handle, edit, () => program.kill())
}

/** A program that can be asked to misbehave (edit-program.ts). */
export interface EditProgram extends TextWindow {
  /** Resolves when it has begun to hang. */
  hang(ms: number): Promise<void>
  /** Disabled, as a window is while a modal dialog of its own is open. */
  enable(isEnabled: boolean): void
  holdClipboard(ms: number): void
  /** Hardware code of the last V that came. */
  scanCode(): number
}

/** There is one at a time: no other program's top window is an edit control. */
export async function openEditProgram(): Promise<EditProgram> {
  const script = path.join(import.meta.dirname, 'edit-program.mjs')
  spawn(process.execPath, [script], { stdio: 'ignore' })
  const handle = await until(() => find(0, 0, 'Edit', null) || undefined)
  await shown(handle)
  return {
    ...textWindow(handle, handle, () => post(handle, COMMANDS.quit, 0)),
    async hang(ms) {
      post(handle, COMMANDS.hang, ms)
      await until(() => numberOn(handle, HANGING) === 1 || undefined)
    },
    enable: (isEnabled) => post(handle, COMMANDS.enable, isEnabled ? 1 : 0),
    holdClipboard: (ms) => post(handle, COMMANDS.holdClipboard, ms),
    scanCode: () => numberOn(handle, SCAN_CODE),
  }
}

function notepadWindows(): number[] {
  const windows: number[] = []
  for (let window = find(0, 0, 'Notepad', null); window; window = find(0, window, 'Notepad', null))
    windows.push(window)
  return windows
}
