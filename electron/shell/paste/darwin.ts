import { execFile } from 'node:child_process'
import type { KeyChord, WindowPort } from './window-port.ts'

/** AppleScript may wait for the system's permission prompt; an agent does not. */
const LIMIT_MS = 2_000
const PERMISSION_ADVICE =
  '请到“系统设置 → 隐私与安全性 → 辅助功能”里打开黄金六秒，再试一次（打开后可能要重启本程序）'

/** Runs a script and returns what it prints, or the error text that the system gave. */
export type RunScript = (
  language: 'AppleScript' | 'JavaScript',
  script: string,
) => Promise<{ output: string } | { error: string }>

/**
 * macOS through `osascript`. A window handle here is the process id of an application: macOS gives the keyboard to
 * applications, and names no windows to others without special rights. Not verified on a machine.
 */
export function darwinPort(run: RunScript = osascript): WindowPort {
  const evaluate = async (script: string): Promise<string | null> => {
    const result = await run('JavaScript', script)
    return 'output' in result ? result.output : null
  }

  return {
    name: 'darwin',
    losesFrontToPanel: false,

    async foregroundWindow() {
      const script =
        "ObjC.import('AppKit'); String($.NSWorkspace.sharedWorkspace.frontmostApplication.processIdentifier)"
      return Number(await evaluate(script)) || null
    },

    async details(processId) {
      const name = await evaluate(
        `${applicationOf(processId)}; app.isNil() ? '' : ObjC.unwrap(app.localizedName)`,
      )
      // The title of the window itself would need the right to read the screen; the application's name must do.
      return name ? { title: name, exe: name, isElevated: false } : null
    },

    bounds: () => null,

    async bringToFront(processId) {
      const ACTIVATE_IGNORING_OTHER_APPS = 2
      await evaluate(
        `${applicationOf(processId)}; String(app.activateWithOptions(${ACTIVATE_IGNORING_OTHER_APPS}))`,
      )
    },

    async hasHeldKeys() {
      // Shift, Control, Option and Command (NSEventModifierFlags); Caps Lock may stay on.
      const HELD_KEYS = 0x1e0000
      const flags = Number(await evaluate("ObjC.import('AppKit'); String($.NSEvent.modifierFlags)"))
      return (flags & HELD_KEYS) !== 0
    },

    // A sheet belongs to the window that it hangs on, and takes what is pasted.
    hasDialogInFront: () => false,
    answers: () => true,

    async clipboardVersion() {
      const count = await evaluate(
        "ObjC.import('AppKit'); String($.NSPasteboard.generalPasteboard.changeCount)",
      )
      return count === null ? null : Number(count)
    },
    wroteClipboard: () => true,

    async visibleWindows() {
      const script =
        "ObjC.import('AppKit'); ObjC.unwrap($.NSWorkspace.sharedWorkspace.runningApplications)" +
        '.filter((app) => app.activationPolicy === 0).map((app) => app.processIdentifier).join()'
      return ((await evaluate(script)) ?? '').split(',').filter(Boolean).map(Number)
    },

    async sendKeys(chord) {
      const result = await run('AppleScript', `tell application "System Events" to ${keystroke(chord)}`)
      if ('output' in result) return { sent: true }
      return isPermissionError(result.error) ? { sent: false, advice: PERMISSION_ADVICE } : { sent: false }
    },

    close() {},
  }
}

/** The chord as AppleScript says it; Control stands for Command. Insert, which Macs lack, pastes by V too. */
export function keystroke(chord: KeyChord): string {
  const names = { Control: 'command down', Shift: 'shift down', Alt: 'option down' }
  const modifiers = chord.key === 'Insert' ? ['Control' as const] : chord.modifiers
  const key = chord.key === 'C' ? 'c' : 'v'
  return `keystroke "${key}" using {${modifiers.map((modifier) => names[modifier]).join(', ')}}`
}

/** Codes of System Events: 1002 not allowed to send keystrokes, -1719 and -25211 no assistive access, -1743 not authorised. */
export function isPermissionError(error: string): boolean {
  return /\((1002|-1719|-25211|-1743)\)/.test(error)
}

function applicationOf(processId: number): string {
  return `ObjC.import('AppKit'); const app = $.NSRunningApplication.runningApplicationWithProcessIdentifier(${processId})`
}

function osascript(
  language: 'AppleScript' | 'JavaScript',
  script: string,
): Promise<{ output: string } | { error: string }> {
  return new Promise((resolve) => {
    execFile('osascript', ['-l', language, '-e', script], { timeout: LIMIT_MS }, (error, stdout, stderr) => {
      resolve(error ? { error: stderr.trim() || error.message } : { output: stdout.trim() })
    })
  })
}
