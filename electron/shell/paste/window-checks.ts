import type { CopiedBecause } from '../../../shared/model/desktop.ts'
import type { PasteStep } from '../../../shared/model/paste-trace.ts'
import type { Clock, WindowHandle, WindowPort } from './window-port.ts'

/** Between two looks at the window system. Fast adapters answer a look in about 0.1 ms. */
const POLL_MS = 1
/** An agent who leans on a key gets this long to let go. */
const KEYS_RELEASED_LIMIT_MS = 1_500
/** Activation takes 4–40 ms; a program busy for longer than this is better pasted into by hand. */
const FRONT_LIMIT_MS = 800
/** A program that is at work, but alive, answers within this time. */
export const ANSWER_LIMIT_MS = 700

/** Why a stage ends the paste, or null: go on. */
export type Verdict = CopiedBecause | null

export interface WindowChecks {
  keysReleased(): Promise<Verdict>
  agentStillHere(target: WindowHandle, panelHasKeyboard: () => boolean): Promise<Verdict>
  broughtToFront(target: WindowHandle, settleMs: number, options: FrontOptions): Promise<Verdict>
  stillInFront(target: WindowHandle): Promise<Verdict>
}

interface FrontOptions {
  /** Takes the panel away; called once the target has been asked to the front. */
  hidePanel(): void
  noted(step: PasteStep): void
}

/** The looks at windows and keys that a paste depends on. Each ends within a limit. */
export function createWindowChecks(port: WindowPort, clock: Clock): WindowChecks {
  /** Closed, blocked by a dialog of its own, or simply not chosen. */
  async function whyNotInFront(target: WindowHandle): Promise<CopiedBecause> {
    if ((await port.details(target)) === null) return 'target-closed'
    return (await port.hasDialogInFront(target)) ? 'target-blocked' : 'target-not-in-front'
  }

  const isInFront = async (target: WindowHandle) => (await port.foregroundWindow()) === target

  return {
    async keysReleased() {
      const deadline = clock.now() + KEYS_RELEASED_LIMIT_MS
      while (await port.hasHeldKeys()) {
        if (clock.now() >= deadline) return 'modifiers-held'
        await clock.sleep(POLL_MS)
      }
      return null
    },

    /** Between Enter and now the agent may have clicked another window: they mean to be there. */
    async agentStillHere(target, panelHasKeyboard) {
      if (panelHasKeyboard()) return null
      const front = await port.foregroundWindow()
      return front === null || front === target ? null : whyNotInFront(target)
    },

    /** In front means: for `settleMs` on end. Once it was there and is there no more, somebody chose another window. */
    async broughtToFront(target, settleMs, { hidePanel, noted }) {
      await port.bringToFront(target)
      hidePanel()
      noted('asked-to-front')
      const deadline = clock.now() + FRONT_LIMIT_MS
      let inFrontSince: number | null = null
      while (clock.now() < deadline) {
        if (await isInFront(target)) {
          if (inFrontSince === null) noted('in-front')
          inFrontSince ??= clock.now()
          if (clock.now() - inFrontSince >= settleMs) {
            noted('settled')
            return null
          }
        } else if (inFrontSince !== null) {
          return whyNotInFront(target)
        }
        await clock.sleep(POLL_MS)
      }
      return whyNotInFront(target)
    },

    async stillInFront(target) {
      if (!(await isInFront(target))) return whyNotInFront(target)
      return (await port.hasDialogInFront(target)) ? 'target-blocked' : null
    },
  }
}
