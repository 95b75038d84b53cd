import { describe, expect, it } from 'vitest'
import { beginPolling, nextCheckIn, systemClockwork } from '../../../../electron/desk/channels/polling.ts'

const MINUTE = 60_000

describe('when a channel is asked again', () => {
  it('is about each minute, a fifth more or less', () => {
    const well = { failures: 0, retryAfter: null }
    expect([0, 0.5, 1].map((random) => nextCheckIn(well, random))).toEqual([48_000, 60_000, 72_000])
  })

  it('is by full jitter after failures: anywhere up to a bound that doubles, at most half an hour', () => {
    const bound = (failures: number) => nextCheckIn({ failures, retryAfter: null }, 1)
    expect([1, 2, 3, 4, 50].map(bound)).toEqual([2, 4, 8, 16, 30].map((minutes) => minutes * MINUTE))
    expect(nextCheckIn({ failures: 9, retryAfter: null }, 0)).toBe(5_000)
    expect(nextCheckIn({ failures: 3, retryAfter: null }, 0.25)).toBe(2 * MINUTE)
  })

  it('is never before the store asked to', () => {
    for (const random of [0, 0.5, 1])
      expect(nextCheckIn({ failures: 1, retryAfter: 10 * MINUTE }, random)).toBeGreaterThanOrEqual(
        10 * MINUTE,
      )
  })
})

describe('the poller', () => {
  it('asks those that are due, spreads the first questions, and ends when told to', () => {
    let at = 0
    let tick = () => {}
    let isRunning = true
    const due = new Map<string, number | null>([
      ['new', null],
      ['due', 5],
      ['later', 60_000],
    ])
    const asked: string[] = []
    const clockwork = {
      now: () => at,
      random: () => 0.5,
      every(_: number, act: () => void) {
        tick = act
        return () => {
          isRunning = false
        }
      },
    }
    const end = beginPolling(
      clockwork,
      () => [...due].map(([libraryId, nextCheckAt]) => ({ libraryId, nextCheckAt })),
      {
        check: (libraryId) => {
          asked.push(libraryId)
          due.set(libraryId, at + MINUTE)
        },
        schedule: (libraryId, when) => void due.set(libraryId, when),
      },
    )
    at = 10
    tick()
    expect(asked).toEqual(['due'])
    expect(due.get('new')).toBeGreaterThan(at)
    at = 16_000
    tick()
    expect(asked).toEqual(['due', 'new'])
    end()
    expect(isRunning).toBe(false)
  })

  it('does not wait for a time that was set by a clock in the future', () => {
    let tick = () => {}
    const asked: string[] = []
    const clockwork = {
      now: () => 0,
      random: () => 0,
      every(_: number, act: () => void) {
        tick = act
        return () => {}
      },
    }
    const due = [
      { libraryId: 'in a year', nextCheckAt: 365 * 24 * 60 * MINUTE },
      { libraryId: 'as the store asked', nextCheckAt: 24 * 60 * MINUTE },
    ]
    beginPolling(clockwork, () => due, { check: (id) => asked.push(id), schedule: () => {} })
    tick()
    expect(asked).toEqual(['in a year'])
  })

  it('keeps no program alive', () => {
    const before = process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length
    const end = systemClockwork(Date.now).every(MINUTE, () => {})
    // A timer that holds the process is listed; one that does not is not.
    expect(process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length).toBe(before)
    end()
  })
})
