import type { Bounds, WindowHandle } from '../paste/window-port.ts'

/** How a window is to be seen at this moment. */
export interface WindowLook {
  /** `hidden`: taken away by its own program, or on another virtual desktop. */
  state: 'shown' | 'minimised' | 'hidden'
  /** What a person sees of it: with its frame, without the margin for its shadow. Device pixels. */
  bounds: Bounds
  /** Dots per inch that the window is drawn for; 96 is a scale of 100 %. */
  dpi: number
}

/** What following a window asks of a window system, beside what pasting asks (`WindowPort`). */
export interface WindowLooks {
  /** Null when the window is gone. */
  look(window: WindowHandle): WindowLook | null
  /**
   * Whether anything may have changed since this was last asked: which window is in front, or `window` itself. True on
   * systems that can only be looked at.
   */
  hasNews(window: WindowHandle | null): boolean
  /** Puts a window of ours on top of the others without giving it the keyboard. */
  raise(window: WindowHandle): void
  /**
   * Whether a click gives the keyboard to a window of ours. Null where Electron does this itself (`setFocusable`).
   */
  readonly letTakeFocus: ((window: WindowHandle, may: boolean) => void) | null
  close(): void
}
