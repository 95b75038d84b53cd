/**
 * What the paste service asks of a window system. Each platform has one adapter beside this file; all are thin, so
 * that the rules (paste.ts) can be told and tested without any of them.
 */

/** A top-level window as its system numbers it: HWND, X11 window id, or on macOS the process id of the application. */
export type WindowHandle = number

/** Device pixels, origin at the top left of the virtual screen. */
export interface Bounds {
  x: number
  y: number
  width: number
  height: number
}

export interface WindowDetails {
  title: string
  /** File name of the program, e.g. `AliWorkbench.exe`; empty when the system does not tell. */
  exe: string
  /** True when the program has more rights than we have, and so cannot be typed into. */
  isElevated: boolean
}

/** Keys pressed together. `Control` stands for the system's main modifier: Command on macOS. */
export interface KeyChord {
  modifiers: readonly Modifier[]
  key: PasteKey | 'C'
}
/** Copies what is selected, in every program that agents chat in. */
export const COPY_KEYS: KeyChord = { modifiers: ['Control'], key: 'C' }
export type Modifier = 'Control' | 'Shift' | 'Alt'
/** The keys that paste somewhere. Enter is not among them: the program can never send a message. */
export type PasteKey = 'V' | 'Insert'

/** `advice`: what the person can do about it, when the system told why. */
export type KeysResult = { sent: true } | { sent: false; advice?: string }

/** Adapters on a fast call interface answer at once; those that start a process answer later. */
export type Eventually<T> = T | Promise<T>

export interface WindowPort {
  readonly name: 'win32' | 'x11' | 'xdotool' | 'darwin'
  /**
   * Whether showing our panel takes the front from the other program, so that its window must be noted before. False
   * on macOS, where a panel has the keyboard while the other application stays in front.
   */
  readonly losesFrontToPanel: boolean
  /** The window that has the keyboard now, or null when no window has it. */
  foregroundWindow(): Eventually<WindowHandle | null>
  /** Null when the window is gone. */
  details(window: WindowHandle): Eventually<WindowDetails | null>
  /** Null when the window is gone or the system does not tell. */
  bounds(window: WindowHandle): Eventually<Bounds | null>
  /** Asks the system to give the keyboard to a window. Whether it did is read with `foregroundWindow`. */
  bringToFront(window: WindowHandle): Eventually<void>
  /** True while a modifier key or Enter is physically down. */
  hasHeldKeys(): Eventually<boolean>
  /** True while a dialog of the window's own keeps keys from it. */
  hasDialogInFront(window: WindowHandle): Eventually<boolean>
  /**
   * Whether the window's program takes messages, by asking it: false when it has not answered after `limitMs`. True
   * where it cannot be asked, and for a window that is gone.
   */
  answers(window: WindowHandle, limitMs: number): Eventually<boolean>
  /** A number that is another one after whoever wrote the clipboard; null where the system does not tell, and after `close`. */
  clipboardVersion(): Eventually<number | null>
  /** Whether what is on the clipboard was written by the program of that window; true where the system does not tell. */
  wroteClipboard(window: WindowHandle): Eventually<boolean>
  /** Windows that a person can see, the one in front first where the system tells. */
  visibleWindows(): Eventually<readonly WindowHandle[]>
  /** Presses and releases the chord; the keys go to whichever window has the keyboard. */
  sendKeys(chord: KeyChord): Eventually<KeysResult>
  /** Frees what the adapter holds. */
  close(): void
}

/** Time, handed in so that tests tell stories of seconds in no time. */
export interface Clock {
  /** Milliseconds, monotonic. */
  now(): number
  sleep(ms: number): Promise<void>
}

export const systemClock: Clock = {
  now: () => performance.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}
