import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PANEL_SPOTS, type PanelPlace, Settings } from '../../../shared/model/settings.ts'
import {
  keptInside,
  type Placing,
  placePanel as placed,
  type Rect,
} from '../../../shared/placing/panel-place.ts'

const size = { width: 760, height: 480 }
const workArea = { x: 0, y: 0, width: 1920, height: 1040 }

const byItself = Settings.parse({}).panelPlace
const pointer = { x: 900, y: 500 }

/** Near the chat, unless the story says otherwise. */
const placePanel = (placing: Omit<Placing, 'place' | 'pointer'>, place: PanelPlace = byItself): Rect =>
  placed({ ...placing, place, pointer })

describe('the panel opens', () => {
  it('to the right of a chat window that leaves room there', () => {
    const target = { x: 100, y: 60, width: 900, height: 700 }
    expect(placePanel({ size, workArea, target })).toEqual({ x: 1008, y: 60, ...size })
  })

  it('to the left when the room is there', () => {
    const target = { x: 1000, y: 60, width: 900, height: 700 }
    expect(placePanel({ size, workArea, target })).toEqual({ x: 232, y: 60, ...size })
  })

  it('over a maximised chat window, above the line where the answer is written', () => {
    const place = placePanel({ size, workArea, target: workArea })
    expect(place).toEqual({ x: 1152, y: 8, ...size })
    expect(place.y + place.height).toBeLessThan(1040 - 220)
  })

  it('in the upper middle when no window is in front', () => {
    const place = placePanel({ size, workArea, target: null })
    expect(place).toEqual({ x: 580, y: 187, ...size })
  })

  it('on the second display when the chat is there', () => {
    const second = { x: -1280, y: 0, width: 1280, height: 1000 }
    const place = placePanel({
      size,
      workArea: second,
      target: { x: -1280, y: 0, width: 1280, height: 1000 },
    })
    expect(place.x).toBe(-768)
  })

  it('whole inside the work area, wherever the window in front is', () => {
    const length = fc.integer({ min: 1, max: 3_000 })
    const at = fc.integer({ min: -3_000, max: 3_000 })
    const point = fc.record({ x: at, y: at })
    const rect = fc.record({ x: at, y: at, width: length, height: length })
    const wish = fc.record({
      mode: fc.constantFrom('near-chat', 'at-pointer', 'at-spot', 'as-dragged'),
      spot: fc.constantFrom(...PANEL_SPOTS),
      dragged: fc.option(point),
    }) as fc.Arbitrary<PanelPlace>
    fc.assert(
      fc.property(
        rect,
        fc.option(rect),
        fc.record({ width: length, height: length }),
        wish,
        point,
        (area, target, wanted, place, pointer) => {
          const panel = placed({ size: wanted, workArea: area, target, place, pointer })
          expect(panel.x).toBeGreaterThanOrEqual(area.x)
          expect(panel.y).toBeGreaterThanOrEqual(area.y)
          expect(panel.x + panel.width).toBeLessThanOrEqual(area.x + area.width)
          expect(panel.y + panel.height).toBeLessThanOrEqual(area.y + area.height)
        },
      ),
    )
  })
})

describe('the agent chooses where', () => {
  const target = { x: 100, y: 60, width: 900, height: 700 }

  it('at the pointer, whatever window is in front', () => {
    const place = placePanel({ size, workArea, target }, { ...byItself, mode: 'at-pointer' })
    expect(place).toEqual({ x: 908, y: 508, ...size })
  })

  it('in one spot of the display', () => {
    const at = (spot: PanelPlace['spot']) => {
      const { x, y } = placePanel({ size, workArea, target }, { ...byItself, mode: 'at-spot', spot })
      return [x, y]
    }
    expect(at('top-left')).toEqual([8, 8])
    expect(at('centre')).toEqual([580, 280])
    expect(at('bottom-right')).toEqual([1152, 552])
  })

  it('where it was dragged to; before it ever was, near the chat', () => {
    const dragged = { ...byItself, mode: 'as-dragged' as const, dragged: { x: 300, y: 200 } }
    expect(placePanel({ size, workArea, target }, dragged)).toEqual({ x: 300, y: 200, ...size })
    expect(placePanel({ size, workArea, target }, { ...dragged, dragged: null })).toEqual(
      placePanel({ size, workArea, target }),
    )
  })

  it('comes back onto a display that is still there', () => {
    const small = { x: 0, y: 0, width: 1280, height: 720 }
    expect(keptInside({ x: 3_000, y: 500, ...size }, small)).toEqual({ x: 520, y: 240, ...size })
  })
})
