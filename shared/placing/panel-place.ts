import type { PanelPlace, PanelSpot } from '../model/settings.ts'

/** Where the panel opens. All numbers in DIP. */
export interface Rect {
  x: number
  y: number
  width: number
  height: number
}

export interface Point {
  x: number
  y: number
}

export interface Placing {
  size: { width: number; height: number }
  /** The part of the display that taskbar and dock leave free. */
  workArea: Rect
  /** The window in front; null when there is none. */
  target: Rect | null
  /** What the agent chose. */
  place: PanelPlace
  pointer: Point
}

/** Between the panel and what it stands beside. */
const GAP = 8
/** What chat programs use at the bottom for the text being written, with its row of buttons. */
const CHAT_INPUT_HEIGHT = 220

/** Where the agent wants it, always whole inside the work area, and smaller where that is too small. */
export function placePanel(placing: Placing): Rect {
  const { workArea } = placing
  const width = Math.min(placing.size.width, workArea.width)
  const height = Math.min(placing.size.height, workArea.height)
  const { x, y } = wantedCorner({ ...placing, size: { width, height } })
  return keptInside({ x, y, width, height }, workArea)
}

/** The same panel, moved and shrunk as little as brings it whole into `workArea`. */
export function keptInside(rect: Rect, workArea: Rect): Rect {
  const width = Math.min(rect.width, workArea.width)
  const height = Math.min(rect.height, workArea.height)
  return {
    x: Math.round(clamp(rect.x, workArea.x, workArea.x + workArea.width - width)),
    y: Math.round(clamp(rect.y, workArea.y, workArea.y + workArea.height - height)),
    width,
    height,
  }
}

function wantedCorner(placing: Placing): Point {
  const { place, pointer } = placing
  switch (place.mode) {
    case 'near-chat':
      return nearChat(placing)
    case 'at-pointer':
      return { x: pointer.x + GAP, y: pointer.y + GAP }
    case 'at-spot':
      return atSpot(place.spot, placing)
    case 'as-dragged':
      return place.dragged ?? nearChat(placing)
  }
}

/**
 * Beside the target where there is room, so that the buyer's question stays in sight; else over its upper right part,
 * above the chat input.
 */
function nearChat({ size: { width, height }, workArea, target }: Placing): Point {
  if (target === null)
    return { x: workArea.x + (workArea.width - width) / 2, y: workArea.y + (workArea.height - height) / 3 }
  const right = target.x + target.width
  const roomRight = workArea.x + workArea.width - right
  const roomLeft = target.x - workArea.x
  if (roomRight >= width + GAP) return { x: right + GAP, y: target.y }
  if (roomLeft >= width + GAP) return { x: target.x - GAP - width, y: target.y }
  const lowestTop = target.y + target.height - CHAT_INPUT_HEIGHT - height
  return { x: right - width - GAP, y: Math.min(target.y + GAP, lowestTop) }
}

function atSpot(spot: PanelSpot, { size, workArea }: Placing): Point {
  const across = spot.endsWith('left') ? 0 : spot.endsWith('right') ? 1 : 0.5
  const down = spot.startsWith('top') ? 0 : spot.startsWith('bottom') ? 1 : 0.5
  const along = (from: number, room: number, taken: number, part: number) =>
    from + GAP + Math.max(0, room - taken - 2 * GAP) * part
  return {
    x: along(workArea.x, workArea.width, size.width, across),
    y: along(workArea.y, workArea.height, size.height, down),
  }
}

function clamp(value: number, lowest: number, highest: number): number {
  return Math.min(Math.max(value, lowest), highest)
}
