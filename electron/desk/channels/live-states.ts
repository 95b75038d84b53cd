import type { ChannelState } from '../../../shared/model/channel.ts'
import { storageTrouble } from '../database/storage-trouble.ts'
import { DeskError } from '../desk-error.ts'
import { ChannelStoreError } from './channel-store.ts'
import type { CheckTimes } from './check-times.ts'
import { faultWords } from './fault-log.ts'
import type { Sending } from './feedback/send-feedback.ts'

/** What is known of a channel as long as the program runs; when it was asked, also afterwards. */
export interface LiveState
  extends Pick<
    ChannelState,
    | 'status'
    | 'problem'
    | 'asksForSecret'
    | 'progress'
    | 'triedAt'
    | 'workedAt'
    | 'nextCheckAt'
    | 'feedbackProblem'
  > {
  /** Checks that failed since the last that did not. */
  failures: number
  /** Manifest of the release that was fetched and waits for a person. */
  waitingFor: string | null
  /** Whether that asks for a decision: it is not tried again every minute. */
  isAsking: boolean
  /** `problem` and `feedbackProblem` for the program's log. */
  fault: string | null
  feedbackFault: string | null
}

export function createLiveStates(times: CheckTimes) {
  const states = new Map<string, LiveState>()

  function of(libraryId: string): LiveState {
    const known = states.get(libraryId)
    if (known) return known
    const state: LiveState = {
      ...{ status: 'current', problem: null, asksForSecret: false, progress: null },
      ...{ ...times.of(libraryId), nextCheckAt: null, feedbackProblem: null },
      ...{ failures: 0, waitingFor: null, isAsking: false, fault: null, feedbackFault: null },
    }
    states.set(libraryId, state)
    return state
  }

  return {
    of,

    /** A check ended well. */
    work(libraryId: string, at: number): void {
      const well = {
        problem: null,
        fault: null,
        asksForSecret: false,
        failures: 0,
        triedAt: at,
        workedAt: at,
      }
      Object.assign(of(libraryId), well)
      times.keep(libraryId, well)
    },

    fail(libraryId: string, error: unknown, at: number): void {
      const state = of(libraryId)
      const kind = error instanceof ChannelStoreError ? error.problem : null
      Object.assign(state, { problem: wordsFor(error), fault: faultWords(error), triedAt: at })
      state.asksForSecret = kind === 'denied'
      state.status = kind === 'unreachable' ? 'offline' : 'refused'
      state.failures++
      times.keep(libraryId, state)
    },

    /** What became of the feedback; its troubles are not the library's. */
    noteFeedback(libraryId: string, sending: Sending): void {
      if (sending.status === 'nothing') return
      Object.assign(
        of(libraryId),
        sending.status === 'sent'
          ? { feedbackProblem: null, feedbackFault: null }
          : { feedbackProblem: sending.why.message, feedbackFault: faultWords(sending.why) },
      )
    },

    forget(libraryId: string): void {
      states.delete(libraryId)
      times.forget(libraryId)
    },
  }
}

function wordsFor(error: unknown): string {
  if (error instanceof ChannelStoreError || error instanceof DeskError) return error.message
  const isFull = storageTrouble(error) === 'disk-full' || (error as NodeJS.ErrnoException)?.code === 'ENOSPC'
  return isFull
    ? '本机磁盘已满，新版本没有下载完。腾出空间后会接着下载，现在的话术没有受影响'
    : '这次没有更新成功，稍后会再试。现在的话术没有受影响'
}
