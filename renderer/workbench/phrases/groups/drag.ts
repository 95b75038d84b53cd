import type { PointerEvent as ReactPointerEvent } from 'react'
import { create } from 'zustand'

/** What hangs on the pointer. */
export type Dragged =
  | { kind: 'phrases'; label: string }
  /** `within` are the group itself and all below it: it cannot be dropped there. */
  | { kind: 'group'; label: string; within: ReadonlySet<string> }

/** Where it would land. `id` is a group's, null for 未分组 and undefined for the whole library. */
export interface Mark {
  id: string | null | undefined
  place: 'into' | 'before' | 'after'
}

interface Drag {
  dragged: Dragged | null
  mark: Mark | null
}

const NOTHING: Drag = { dragged: null, mark: null }

export const useDrag = create<Drag>()(() => NOTHING)

/** A press that moves less is a click. Px. */
const SLACK = 6
/** So near the edge of the tree it scrolls by itself. Px. */
const EDGE = 28
const SCROLL_STEP = 10

/**
 * Call when something is pressed that may be dragged: once the pointer has moved, it hangs on it until it is let go,
 * or Esc is pressed. Pointer events rather than the browser's own dragging, which files from outside use, which cannot
 * be styled and which ends no press by Esc under every system.
 *
 * @param onDrop told where it was let go, when that is a place for it
 */
export function beginDrag(event: ReactPointerEvent, dragged: Dragged, onDrop: (mark: Mark) => void): void {
  if (event.button !== 0) return
  const origin = { x: event.clientX, y: event.clientY }
  let pointer = origin
  let frame = 0
  const end = new AbortController()
  const isOn = () => useDrag.getState().dragged !== null

  const follow = () => {
    frame = requestAnimationFrame(follow)
    scrollAtEdge(pointer)
    const mark = markAt(pointer, dragged)
    const { mark: now } = useDrag.getState()
    if (now?.id !== mark?.id || now?.place !== mark?.place) useDrag.setState({ mark })
  }
  const stop = () => {
    cancelAnimationFrame(frame)
    end.abort()
    document.documentElement.removeAttribute('data-dragging')
    useDrag.setState(NOTHING)
  }

  const listen = { signal: end.signal, capture: true }
  addEventListener(
    'pointermove',
    ({ clientX: x, clientY: y }) => {
      pointer = { x, y }
      if (isOn() || Math.hypot(x - origin.x, y - origin.y) < SLACK) return
      getSelection()?.empty()
      document.documentElement.setAttribute('data-dragging', '')
      useDrag.setState({ dragged, mark: null })
      frame = requestAnimationFrame(follow)
    },
    listen,
  )
  addEventListener(
    'pointerup',
    ({ clientX: x, clientY: y }) => {
      const mark = isOn() ? markAt({ x, y }, dragged) : null
      if (isOn()) swallowClick()
      stop()
      if (mark) onDrop(mark)
    },
    listen,
  )
  addEventListener('pointercancel', stop, listen)
  addEventListener(
    'keydown',
    (key) => {
      if (key.key !== 'Escape' || !isOn()) return
      key.preventDefault()
      key.stopPropagation()
      swallowClick()
      stop()
    },
    listen,
  )
}

/** Letting go is no click on what is below. */
function swallowClick(): void {
  const swallow = (event: Event) => {
    event.preventDefault()
    event.stopPropagation()
  }
  addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => removeEventListener('click', swallow, { capture: true }))
}

interface Point {
  x: number
  y: number
}

/** Entries say by `data-drop` what they are: a group's id, `null` or `undefined`. */
function markAt({ x, y }: Point, dragged: Dragged): Mark | null {
  const entry = document.elementFromPoint(x, y)?.closest('[data-drop]')
  const drop = entry?.getAttribute('data-drop')
  if (!entry || drop === null || drop === undefined) return null
  if (drop === 'null') return dragged.kind === 'phrases' ? { id: null, place: 'into' } : null
  if (drop === 'undefined') return dragged.kind === 'group' ? { id: undefined, place: 'into' } : null
  if (dragged.kind === 'phrases') return { id: drop, place: 'into' }
  if (dragged.within.has(drop)) return null
  const { top, height } = entry.getBoundingClientRect()
  const share = (y - top) / height
  return { id: drop, place: share < 0.28 ? 'before' : share > 0.72 ? 'after' : 'into' }
}

function scrollAtEdge({ x, y }: Point): void {
  const list = document.elementFromPoint(x, y)?.closest('[data-drag-scroll]')
  if (!list) return
  const { top, bottom } = list.getBoundingClientRect()
  if (y < top + EDGE) list.scrollBy(0, -SCROLL_STEP)
  else if (y > bottom - EDGE) list.scrollBy(0, SCROLL_STEP)
}
