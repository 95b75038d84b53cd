import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createFaultLog } from '../../../../electron/desk/channels/fault-log.ts'
import { beginPolling, nextCheckIn, systemClockwork } from '../../../../electron/desk/channels/polling.ts'

const MINUTE = 60_000
const noteFault = () => {}

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
        check: async (libraryId) => {
          asked.push(libraryId)
          due.set(libraryId, at + MINUTE)
        },
        schedule: (libraryId, when) => void due.set(libraryId, when),
        noteFault,
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
    beginPolling(clockwork, () => due, {
      check: async (id) => void asked.push(id),
      schedule: () => {},
      noteFault,
    })
    tick()
    expect(asked).toEqual(['in a year'])
  })

  it('goes on after a fault of its own, and says it once in the log, without what opens a store', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    onTestFinished(() => log.mockRestore())
    let tick = () => {}
    let at = 0
    const faults: (() => { libraryId: string; nextCheckAt: number }[])[] = [
      () => {
        throw Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' })
      },
      () => [{ libraryId: 'one', nextCheckAt: 0 }],
    ]
    const asked: string[] = []
    beginPolling(
      {
        now: () => at,
        random: () => 0,
        every(_, act) {
          tick = act
          return () => {}
        },
      },
      () => faults[at]?.() ?? [],
      {
        async check(libraryId) {
          asked.push(libraryId)
          throw new Error('no way to https://me:geheim@dav.example/?key=geheim')
        },
        schedule: () => {},
        noteFault: createFaultLog(),
      },
    )
    tick()
    tick()
    at = 1
    tick()
    await vi.waitFor(() => expect(log).toHaveBeenCalledTimes(2))
    expect(asked).toEqual(['one'])
    expect(log.mock.calls.flat()).toEqual([
      'Asking after channels failed: SQLITE_BUSY: database is locked',
      'Asking after channels failed: Error: no way to https://dav.example/',
    ])
  })

  it('keeps no program alive', () => {
    const before = process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length
    const end = systemClockwork(Date.now).every(MINUTE, () => {})
    // A timer that holds the process is listed; one that does not is not.
    expect(process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length).toBe(before)
    end()
  })
})
