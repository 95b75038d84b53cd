import { beforeEach, describe, expect, it } from 'vitest'
import { createEnterGuard, type EnterGuard } from '../../../electron/shell/enter-guard.ts'
import { StoryClock } from './paste/story-clock.ts'

let clock: StoryClock
let held: Set<string>
let isRefused: boolean
let guard: EnterGuard

beforeEach(() => {
  clock = new StoryClock()
  held = new Set()
  isRefused = false
  guard = createEnterGuard(
    {
      register: (key) => {
        if (isRefused || held.has(String(key))) return false
        held.add(String(key))
        return true
      },
      unregister: (key) => held.delete(String(key)),
    },
    clock,
  )
})

describe('an agent whose finger hits Enter twice', () => {
  it('sends nothing: Enter goes nowhere until a second press is past', async () => {
    guard.raise()
    guard.lowerSoon()
    await clock.until(clock.sleep(300))
    expect(held).toEqual(new Set(['Return']))
    await clock.until(clock.sleep(200))
    expect(held).toEqual(new Set())
  })

  it('has Enter back at once for the panel that opens again', () => {
    guard.raise()
    guard.lowerSoon()
    guard.lower()
    expect(held).toEqual(new Set())
  })

  it('is guarded through a second use that begins while the first is still guarded', async () => {
    guard.raise()
    guard.lowerSoon()
    await clock.until(clock.sleep(300))
    guard.raise()
    await clock.until(clock.sleep(300))
    expect(held).toEqual(new Set(['Return']))
    guard.lowerSoon()
    await clock.until(clock.sleep(500))
    expect(held).toEqual(new Set())
  })

  it('is unguarded, and not hindered, where another program holds Enter', async () => {
    isRefused = true
    guard.raise()
    guard.lowerSoon()
    await clock.until(clock.sleep(500))
    isRefused = false
    guard.raise()
    expect(held).toEqual(new Set(['Return']))
  })
})
