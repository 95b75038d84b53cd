import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placePanel } from '../../../../electron/shell/windows/panel-place.ts'

const size = { width: 760, height: 480 }
const workArea = { x: 0, y: 0, width: 1920, height: 1040 }

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
    const place = fc.integer({ min: -3_000, max: 3_000 })
    const rect = fc.record({ x: place, y: place, width: length, height: length })
    fc.assert(
      fc.property(
        rect,
        fc.option(rect),
        fc.record({ width: length, height: length }),
        (area, target, wanted) => {
          const panel = placePanel({ size: wanted, workArea: area, target })
          expect(panel.x).toBeGreaterThanOrEqual(area.x)
          expect(panel.y).toBeGreaterThanOrEqual(area.y)
          expect(panel.x + panel.width).toBeLessThanOrEqual(area.x + area.width)
          expect(panel.y + panel.height).toBeLessThanOrEqual(area.y + area.height)
        },
      ),
    )
  })
})
