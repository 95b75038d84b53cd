import type { Clock } from '../../../../electron/shell/paste/window-port.ts'

/** Time that passes only while everybody sleeps: stories of seconds are told in no time and always the same. */
export class StoryClock implements Clock {
  #now = 0
  #alarms: { due: number; ring: () => void }[] = []

  now(): number {
    return this.#now
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => this.#alarms.push({ due: this.#now + ms, ring: resolve }))
  }

  /** Something happens at a time of the story. */
  at(ms: number, event: () => void): void {
    this.#alarms.push({ due: ms, ring: event })
  }

  /** Lets time pass until `outcome` is known. */
  async until<T>(outcome: Promise<T>): Promise<T> {
    let isKnown = false
    const done = outcome.finally(() => {
      isKnown = true
    })
    done.catch(() => undefined)
    while (true) {
      await everybodyActs()
      if (isKnown) return done
      const next = this.#takeNextAlarm()
      if (!next) throw new Error('the story stands still: nobody sleeps and nothing is decided')
      this.#now = Math.max(this.#now, next.due)
      next.ring()
    }
  }

  #takeNextAlarm(): { due: number; ring: () => void } | undefined {
    this.#alarms.sort((a, b) => a.due - b.due)
    return this.#alarms.shift()
  }
}

/** Resolves after every promise callback that can run now has run. */
function everybodyActs(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
