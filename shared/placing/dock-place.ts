import type { ChatInput } from '../model/paste-target.ts'
import { keptInside, type Rect } from './panel-place.ts'

export type DockSide = 'right' | 'left'

/** How the sidecar is to stand. All numbers in DIP. */
export interface Docking {
  /** The chat window, as a person sees it: with its frame, without its shadow. */
  target: Rect
  chatInput: ChatInput
  /** The part of the target's display that taskbar and dock leave free. */
  workArea: Rect
  /** Where the agent wants it. */
  side: DockSide
  /** How wide the agent wants it. */
  width: number
  /** Whether the agent has drawn it out of its rib. */
  isDrawnOut: boolean
}

/**
 * `beside`: whole, next to the target. `rib`: there is no room for it, a narrow strip stands in. `over`: drawn out of the
 * rib, over the chat for a moment.
 */
export interface DockPlace {
  form: 'beside' | 'rib' | 'over'
  side: DockSide
  rect: Rect
}

/** Narrower than this its rows cannot be read; then it becomes a rib. */
export const NARROWEST = 320
export const RIB: Readonly<Pick<Rect, 'width' | 'height'>> = { width: 28, height: 168 }
/** Lower than this there is nothing to see of the list. */
const LOWEST = 320
/** What is over the chat would rather reach above the window than be lower than this. */
const LOWEST_OVER = 240
/** Below the target's buttons for minimising and closing. */
const BELOW_TITLE = 88

/**
 * Beside the target on the side that the agent wants, else on the other; where neither has room, a rib. Always whole
 * inside the work area, and never over the chat input, unless the input leaves nothing of the work area free.
 */
export function placeDock(docking: Docking): DockPlace {
  const { side, isDrawnOut } = docking
  const sides = [side, otherSide(side)] as const
  const roomy = sides.find((one) => roomOn(one, docking) >= NARROWEST)
  if (roomy) return { form: 'beside', side: roomy, rect: beside(roomy, docking) }
  const narrow = sides.find((one) => roomOn(one, docking) >= RIB.width) ?? side
  if (isDrawnOut) return { form: 'over', side: narrow, rect: drawnOut(narrow, docking) }
  return { form: 'rib', side: narrow, rect: rib(narrow, docking) }
}

/** Where the chat input stands on the screen; what of it would be outside of the window is left out. */
export function chatInputOf({ target, chatInput }: Pick<Docking, 'target' | 'chatInput'>): Rect {
  const height = Math.min(chatInput.height, target.height)
  const left = Math.min(chatInput.left, target.width)
  return {
    x: target.x + left,
    y: target.y + target.height - height,
    width: Math.max(0, target.width - left - chatInput.right),
    height,
  }
}

export function otherSide(side: DockSide): DockSide {
  return side === 'right' ? 'left' : 'right'
}

/** Free width between the target and the edge of the work area; negative where the target reaches past it. */
function roomOn(side: DockSide, { target, workArea }: Docking): number {
  return side === 'right' ? rightOf(workArea) - rightOf(target) : target.x - workArea.x
}

/** As high as the target, as far as that is to be seen. */
function beside(side: DockSide, docking: Docking): Rect {
  const { target, workArea } = docking
  const width = Math.min(docking.width, roomOn(side, docking))
  const top = Math.max(target.y, workArea.y)
  const height = Math.max(Math.min(bottomOf(target), bottomOf(workArea)) - top, LOWEST)
  const x = side === 'right' ? rightOf(target) : target.x - width
  return keptInside({ x: Math.round(x), y: top, width: Math.floor(width), height }, workArea)
}

/** Next to the target where there is so much room, else over its edge. */
function rib(side: DockSide, docking: Docking): Rect {
  const { target, workArea } = docking
  const hasRoom = roomOn(side, docking) >= RIB.width
  const outer = side === 'right' ? rightOf(target) : target.x
  const x = (side === 'right') === hasRoom ? outer : outer - RIB.width
  const wanted = keptInside({ ...RIB, x, y: target.y + BELOW_TITLE }, workArea)
  return hasRoom ? wanted : clearOfInput(wanted, docking, RIB.height)
}

/** From the target's outer edge inwards, or from the rib's where that has room of its own. */
function drawnOut(side: DockSide, docking: Docking): Rect {
  const { target, workArea } = docking
  const folded = rib(side, docking)
  const x = side === 'right' ? rightOf(folded) - docking.width : folded.x
  const wanted = { x, y: target.y, width: docking.width, height: target.height }
  return clearOfInput(keptInside(wanted, workArea), docking, LOWEST_OVER)
}

/**
 * The same columns of the screen, without those rows that the chat input has: above it, as high as `wanted` reaches and
 * at least `lowest` where the work area has that; else above or below it, whichever has more.
 */
function clearOfInput(wanted: Rect, docking: Docking, lowest: number): Rect {
  const { workArea } = docking
  const input = chatInputOf(docking)
  if (!overlap(wanted, input)) return wanted
  const roomAbove = input.y - workArea.y
  const roomBelow = bottomOf(workArea) - bottomOf(input)
  if (roomAbove < lowest && roomBelow > roomAbove) {
    const height = Math.min(wanted.height, roomBelow)
    return { ...wanted, y: bottomOf(input), height }
  }
  if (roomAbove <= 0) return wanted
  const height = Math.min(Math.max(input.y - wanted.y, lowest), roomAbove, wanted.height)
  return { ...wanted, y: input.y - height, height }
}

export function overlap(a: Rect, b: Rect): boolean {
  return a.x < rightOf(b) && b.x < rightOf(a) && a.y < bottomOf(b) && b.y < bottomOf(a)
}

const rightOf = ({ x, width }: Rect): number => x + width
const bottomOf = ({ y, height }: Rect): number => y + height
