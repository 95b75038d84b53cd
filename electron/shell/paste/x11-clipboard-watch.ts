import koffi from 'koffi'
import type { X11 } from './x11-library.ts'

/** By Xfixes' protocol: told whenever somebody takes the selection, be it the program that has it. */
const SET_SELECTION_OWNER_NOTIFY = 1

/** Kept: Xlib calls into it until the display is closed, and koffi unloads what nothing refers to. */
let xfixes: ReturnType<typeof koffi.load> | null = null

/**
 * Counts how often the clipboard was taken, by the XFixes extension. Returns the function that tells the count; null
 * for good where the library or the extension is missing.
 */
export function watchClipboard(x11: X11): () => number | null {
  const eventType = select(x11)
  let count = 0
  return () => {
    if (eventType === null) return null
    while (x11.takeEvent(eventType)) count += 1
    return count
  }
}

/** The number of the event that tells of a new owner, or null. */
function select(x11: X11): number | null {
  try {
    xfixes ??= koffi.load('libXfixes.so.3')
    const XFixesQueryExtension = xfixes.func(
      'int XFixesQueryExtension(void *display, _Out_ int *eventBase, _Out_ int *errorBase)',
    )
    const XFixesSelectSelectionInput = xfixes.func(
      'void XFixesSelectSelectionInput(void *display, unsigned long window, unsigned long selection, unsigned long mask)',
    )
    const eventBase = [0]
    if (!XFixesQueryExtension(x11.display, eventBase, [0])) return null
    XFixesSelectSelectionInput(x11.display, x11.root, x11.atom('CLIPBOARD'), SET_SELECTION_OWNER_NOTIFY)
    return eventBase[0] ?? null
  } catch {
    return null
  }
}
