import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { hasPrograms } from './needs.ts'
import type { TrackingReport } from './wine/tracking-inside.ts'
import { runUnderWine } from './wine/wine-node.ts'

const canRun = hasPrograms(['wine', 'wineserver'], 'wine wine64')

let report: TrackingReport

describe.skipIf(!canRun)('following Notepad on Windows (Wine)', () => {
  beforeAll(async () => {
    const inside = path.join(import.meta.dirname, 'wine/tracking-inside.ts')
    report = (await runUnderWine({ inside }, [])) as TrackingReport
    expect(report.error).toBeUndefined()
  }, 400_000)

  it('follows the window that was used last, and the one before it when that is closed', () => {
    const { story } = report
    expect(story['the one in front']).toMatchObject({ isFirst: true, seen: { profile: { id: 'notepad' } } })
    expect(story['the other one is used']).toMatchObject({ isSecond: true, seen: { isInFront: true } })
    expect(story.closed).toMatchObject({ isFirst: true })
    expect(story['both closed']).toMatchObject({ seen: null })
  })

  it('sees where it stands as it is moved and resized', () => {
    const place = { x: 120, y: 90 }
    expect(report.story.moved?.seen?.bounds).toEqual({ ...place, width: 700, height: 500 })
    expect(report.story.resized?.seen?.bounds).toEqual({ ...place, width: 520, height: 410 })
    expect(report.story.resized?.seen?.dpi).toBe(96)
  })

  it('sees it minimised, restored to its place, hidden and shown', () => {
    const { minimised, restored, hidden } = report.story
    expect(minimised?.seen?.state).toBe('minimised')
    expect(restored?.seen).toMatchObject({ state: 'shown', bounds: { x: 120, width: 520 } })
    expect(hidden?.seen?.state).toBe('hidden')
    expect(report.story['shown again']?.seen?.state).toBe('shown')
  })

  it('puts a window of ours on top of the chat, and the chat keeps the keyboard', () => {
    expect(report.raised).toEqual({ order: ['ours', 'chat'], frontIsChat: true })
  })

  it('takes next to nothing for a look', () => {
    // Measured at 0.15 ms; twelve a second while the chat is in front.
    expect(report.lookMs).toBeLessThan(4)
  })
})
