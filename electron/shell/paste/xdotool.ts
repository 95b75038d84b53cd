import { execFile, execFileSync } from 'node:child_process'
import { readlink } from 'node:fs/promises'
import path from 'node:path'
import type { Bounds, KeyChord, WindowPort } from './window-port.ts'

/** A hung X server must not hang the program with it. */
const LIMIT_MS = 1_000

/**
 * X11 through the program `xdotool`, for where the X libraries cannot be loaded. Each call starts a process: about
 * 40 ms against 0.1 ms (x11.ts). Throws when `xdotool` is not installed.
 */
export function xdotoolPort(env: NodeJS.ProcessEnv = process.env): WindowPort {
  execFileSync('xdotool', ['version'], { env, stdio: 'ignore' })

  /** What xdotool prints, or null when it fails, as it does for a window that is gone. */
  const ask = (...args: string[]): Promise<string | null> =>
    new Promise((resolve) => {
      execFile('xdotool', args, { env, timeout: LIMIT_MS }, (error, stdout) =>
        resolve(error ? null : stdout.trim()),
      )
    })

  return {
    name: 'xdotool',
    losesFrontToPanel: true,

    async foregroundWindow() {
      return Number(await ask('getactivewindow')) || null
    },

    async details(window) {
      const title = await ask('getwindowname', String(window))
      if (title === null) return null
      return { title, exe: await programOf(await ask('getwindowpid', String(window))), isElevated: false }
    },

    async bounds(window) {
      const answer = await ask('getwindowgeometry', '--shell', String(window))
      return answer === null ? null : parseGeometry(answer)
    },

    async bringToFront(window) {
      await ask('windowactivate', String(window))
    },

    /** xdotool cannot tell which keys are down; `--clearmodifiers` below lifts them for the chord instead. */
    hasHeldKeys: () => false,

    hasDialogInFront: () => false,
    answers: () => true,
    clipboardVersion: () => null,
    wroteClipboard: () => true,

    async visibleWindows() {
      const found = (await ask('search', '--onlyvisible', '--name', '.')) ?? ''
      return found.split('\n').filter(Boolean).map(Number)
    },

    async sendKeys(chord) {
      return (await ask('key', '--clearmodifiers', keyName(chord))) === null
        ? { sent: false }
        : { sent: true }
    },

    close() {},
  }
}

/** The chord in xdotool's spelling, e.g. `ctrl+v`. */
export function keyName(chord: KeyChord): string {
  const modifiers = chord.modifiers.map((modifier) =>
    modifier === 'Control' ? 'ctrl' : modifier.toLowerCase(),
  )
  return [...modifiers, chord.key === 'Insert' ? chord.key : chord.key.toLowerCase()].join('+')
}

/** Reads the lines `X=…`, `Y=…`, `WIDTH=…`, `HEIGHT=…`. */
export function parseGeometry(output: string): Bounds | null {
  const values = new Map(output.split('\n').map((line) => line.split('=') as [string, string]))
  const [x, y, width, height] = ['X', 'Y', 'WIDTH', 'HEIGHT'].map((name) => Number(values.get(name)))
  if (x === undefined || y === undefined || !width || !height) return null
  return { x, y, width, height }
}

async function programOf(processId: string | null): Promise<string> {
  if (!processId) return ''
  return readlink(`/proc/${processId}/exe`).then(path.basename, () => '')
}
