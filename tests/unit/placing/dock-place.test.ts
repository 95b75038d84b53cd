import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  chatInputOf,
  type Docking,
  NARROWEST,
  overlap,
  placeDock,
  RIB,
} from '../../../shared/placing/dock-place.ts'
import type { Rect } from '../../../shared/placing/panel-place.ts'

const SCREEN = { x: 0, y: 0, width: 1920, height: 1040 }
const INPUT = { height: 220, left: 0, right: 0 }

const dock = (docking: Partial<Docking>) =>
  placeDock({
    target: { x: 300, y: 100, width: 1000, height: 800 },
    chatInput: INPUT,
    workArea: SCREEN,
    side: 'right',
    width: 360,
    isDrawnOut: false,
    ...docking,
  })

describe('with room beside the chat window', () => {
  it('stands right of it, as high as it', () => {
    expect(dock({})).toEqual({
      form: 'beside',
      side: 'right',
      rect: { x: 1300, y: 100, width: 360, height: 800 },
    })
  })

  it('stands left of it where the agent wants that and there is room', () => {
    const target = { x: 500, y: 100, width: 1000, height: 800 }
    expect(dock({ target, side: 'left' })).toMatchObject({ side: 'left', rect: { x: 140, width: 360 } })
  })

  it('stands on the other side when the wanted one has no room', () => {
    const target = { x: 900, y: 100, width: 1000, height: 800 }
    expect(dock({ target })).toMatchObject({ form: 'beside', side: 'left', rect: { x: 540, width: 360 } })
  })

  it('is as narrow as the room, as long as its rows can be read', () => {
    const target = { x: 0, y: 0, width: 1920 - 330, height: 800 }
    expect(dock({ target })).toMatchObject({ form: 'beside', side: 'right', rect: { width: 330 } })
  })

  it('is as high as what can be seen of the window, and never lower than a list needs', () => {
    const below = { x: 300, y: 700, width: 1000, height: 800 }
    expect(dock({ target: below }).rect).toMatchObject({ y: 700, height: 340 })
    const flat = { x: 300, y: 900, width: 1000, height: 100 }
    expect(dock({ target: flat }).rect).toMatchObject({ y: 720, height: 320 })
  })

  it('stays on the display of the chat, left and above the main one too', () => {
    const workArea = { x: -1280, y: -200, width: 1280, height: 1024 }
    const target = { x: -1280, y: -200, width: 800, height: 700 }
    expect(dock({ workArea, target }).rect).toEqual({ x: -480, y: -200, width: 360, height: 700 })
  })
})

describe('with no room on either side', () => {
  const maximised = { ...SCREEN }

  it('is a rib on the edge of the window, below its buttons', () => {
    expect(dock({ target: maximised })).toEqual({
      form: 'rib',
      side: 'right',
      rect: { x: 1920 - RIB.width, y: 88, ...RIB },
    })
  })

  it('is a rib beside the window where there is so much room', () => {
    const target = { x: 40, y: 0, width: 1840, height: 1000 }
    expect(dock({ target }).rect.x).toBe(1880)
    expect(dock({ target, side: 'left' }).rect.x).toBe(12)
  })

  it('drawn out, it is over the chat and ends where the input begins', () => {
    expect(dock({ target: maximised, isDrawnOut: true })).toEqual({
      form: 'over',
      side: 'right',
      rect: { x: 1560, y: 0, width: 360, height: 820 },
    })
  })

  it('drawn out beside an input that ends before it, it has the whole height', () => {
    const chatInput = { height: 220, left: 300, right: 400 }
    expect(dock({ target: maximised, chatInput, isDrawnOut: true }).rect.height).toBe(1040)
  })

  it('reaches above a low window rather than be too low itself', () => {
    const target = { x: 0, y: 500, width: 1920, height: 400 }
    expect(dock({ target, isDrawnOut: true }).rect).toEqual({ x: 1560, y: 440, width: 360, height: 240 })
  })

  it('is below the input where the window is at the top of the screen', () => {
    const target = { x: 0, y: 0, width: 1920, height: 260 }
    const { rect } = dock({ target, isDrawnOut: true })
    expect(rect).toMatchObject({ y: 260, height: 260 })
  })
})

const length = (min: number, max: number) => fc.integer({ min, max })
const rects = (least: number): fc.Arbitrary<Rect> =>
  fc.record({
    x: length(-3000, 3000),
    y: length(-2000, 2000),
    width: length(least, 4000),
    height: length(least, 2200),
  })
const dockings: fc.Arbitrary<Docking> = fc.record({
  target: rects(200),
  chatInput: fc.record({ height: length(0, 400), left: length(0, 500), right: length(0, 500) }),
  workArea: rects(480),
  side: fc.constantFrom('left' as const, 'right' as const),
  width: length(320, 420),
  isDrawnOut: fc.boolean(),
})

const isInside = (inner: Rect, outer: Rect) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height

/** Rows of the work area that the input leaves free, above or below it. */
function freeRows(docking: Docking): number {
  const input = chatInputOf(docking)
  const { y, height } = docking.workArea
  return Math.max(input.y - y, y + height - input.y - input.height)
}

describe('wherever window and display are', () => {
  it('is whole on the display', () => {
    fc.assert(fc.property(dockings, (docking) => isInside(placeDock(docking).rect, docking.workArea)))
  })

  it('never covers the chat input, unless that fills the display from top to bottom', () => {
    fc.assert(
      fc.property(dockings, (docking) => {
        fc.pre(freeRows(docking) > 0)
        return !overlap(placeDock(docking).rect, chatInputOf(docking))
      }),
    )
  })

  it('never covers anything of the window while it stands beside it', () => {
    fc.assert(
      fc.property(dockings, (docking) => {
        const { form, rect } = placeDock(docking)
        return form !== 'beside' || (!overlap(rect, docking.target) && rect.width >= NARROWEST)
      }),
    )
  })

  it('is drawn out only when the agent asked for it, and a rib is no wider than one', () => {
    fc.assert(
      fc.property(dockings, (docking) => {
        const { form, rect } = placeDock(docking)
        if (form === 'over') return docking.isDrawnOut
        return form !== 'rib' || rect.width === RIB.width
      }),
    )
  })
})
