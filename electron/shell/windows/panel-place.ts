/** Where the panel opens. All numbers in DIP. */
export interface Rect {
  x: number
  y: number
  width: number
  height: number
}

export interface Placing {
  size: { width: number; height: number }
  /** The part of the display that taskbar and dock leave free. */
  workArea: Rect
  /** The window in front; null when there is none. */
  target: Rect | null
}

/** Between the panel and the window beside it. */
const GAP = 8
/** What chat programs use at the bottom for the text being written, with its row of buttons. */
const CHAT_INPUT_HEIGHT = 220

/**
 * Beside the target where there is room, so that the buyer's question stays in sight; else over its upper right part,
 * above the chat input. Always whole inside the work area, smaller where that is too small.
 */
export function placePanel({ size, workArea, target }: Placing): Rect {
  const width = Math.min(size.width, workArea.width)
  const height = Math.min(size.height, workArea.height)
  const place = (x: number, y: number): Rect => ({
    x: Math.round(clamp(x, workArea.x, workArea.x + workArea.width - width)),
    y: Math.round(clamp(y, workArea.y, workArea.y + workArea.height - height)),
    width,
    height,
  })
  if (target === null) {
    return place(workArea.x + (workArea.width - width) / 2, workArea.y + (workArea.height - height) / 3)
  }
  const right = target.x + target.width
  const roomRight = workArea.x + workArea.width - right
  const roomLeft = target.x - workArea.x
  if (roomRight >= width + GAP) return place(right + GAP, target.y)
  if (roomLeft >= width + GAP) return place(target.x - GAP - width, target.y)
  const lowestTop = target.y + target.height - CHAT_INPUT_HEIGHT - height
  return place(right - width - GAP, Math.min(target.y + GAP, lowestTop))
}

function clamp(value: number, lowest: number, highest: number): number {
  return Math.min(Math.max(value, lowest), highest)
}
