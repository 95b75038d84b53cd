import { describe, expect, it } from 'vitest'
import {
  deletionOf,
  dueBefore,
  isRotationDue,
  keysToDestroy,
  upkeepTime,
} from '../../../../electron/desk/customers/retention.ts'

const DAY = 24 * 60 * 60 * 1_000
const NOW = Date.UTC(2026, 10, 21)

describe('how long buyers are kept', () => {
  it('counts whole days from when a buyer was last seen', () => {
    expect(deletionOf(NOW, 90)).toBe(NOW + 90 * DAY)
    expect(deletionOf(dueBefore(NOW, 90), 90)).toBe(NOW)
  })

  it('deletes by the clock on an ordinary day', () => {
    expect(upkeepTime(NOW, null)).toBe(NOW)
    expect(upkeepTime(NOW, NOW - DAY)).toBe(NOW)
  })

  it('advances a week at most: a clock that stands in 2036 for one start does not delete everybody', () => {
    expect(upkeepTime(NOW + 3650 * DAY, NOW)).toBe(NOW + 7 * DAY)
  })

  it('follows a clock that was put back', () => {
    expect(upkeepTime(NOW - 30 * DAY, NOW)).toBe(NOW - 30 * DAY)
  })
})

describe('the keys', () => {
  const keys = [
    { version: 1, since: NOW - 200 * DAY },
    { version: 2, since: NOW - 100 * DAY },
    { version: 3, since: NOW - 40 * DAY },
  ]

  it('are renewed after thirty days', () => {
    expect(isRotationDue(NOW, { since: NOW - 30 * DAY })).toBe(true)
    expect(isRotationDue(NOW, { since: NOW - 30 * DAY + 1 })).toBe(false)
  })

  it('go once they were replaced longer ago than buyers are kept', () => {
    expect(keysToDestroy(keys, [3], NOW, 90)).toEqual([1])
    expect(keysToDestroy(keys, [3], NOW, 30)).toEqual([1, 2])
  })

  it('stay while a record needs them, and the newest always', () => {
    expect(keysToDestroy(keys, [1, 3], NOW, 30)).toEqual([2])
    expect(keysToDestroy(keys, [], NOW + 1_000 * DAY, 30)).toEqual([1, 2])
  })
})
