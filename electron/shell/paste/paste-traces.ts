import type { PasteStep, PasteTrace } from '../../../shared/model/paste-trace.ts'
import type { Clock } from './window-port.ts'

/** An agent who notices that something went wrong has not pasted fifty times since. */
const KEPT = 50

/** What the paste service notes while it works. */
export interface PasteNotes {
  done(step: PasteStep): void
  target(profile: string, exe: string): void
  end(outcome: NonNullable<PasteTrace['outcome']>): void
}

/** How the last pastes went, in memory only. */
export class PasteTraces {
  readonly #clock: Clock
  readonly #today: () => number
  #traces: Writable[] = []

  /** @param today ms since 1970 */
  constructor(clock: Clock, today: () => number = Date.now) {
    this.#clock = clock
    this.#today = today
  }

  /** The oldest first. */
  get recent(): readonly PasteTrace[] {
    return this.#traces
  }

  begin(what: PasteTrace['what'], characters: number | null): PasteNotes {
    const from = this.#clock.now()
    const trace: Writable = { at: this.#today(), what, characters, target: null, steps: [], outcome: null }
    this.#traces = [...this.#traces.slice(1 - KEPT), trace]
    return {
      done: (step) => {
        trace.steps.push({ step, atMs: Math.round((this.#clock.now() - from) * 10) / 10 })
      },
      target(profile, exe) {
        trace.target = { profile, exe }
      },
      end(outcome) {
        trace.outcome = outcome
      },
    }
  }
}

type Writable = Omit<PasteTrace, 'target' | 'steps' | 'outcome'> & {
  target: PasteTrace['target']
  steps: { step: PasteStep; atMs: number }[]
  outcome: PasteTrace['outcome']
}
