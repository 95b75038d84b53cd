import type { ChannelState } from '../../../shared/model/channel.ts'
import { storageTrouble } from '../database/storage-trouble.ts'
import { DeskError } from '../desk-error.ts'
import { ChannelStoreError } from './channel-store.ts'

/** What is known of a channel as long as the program runs. */
export interface LiveState
  extends Pick<ChannelState, 'status' | 'problem' | 'progress' | 'checkedAt' | 'nextCheckAt'> {
  /** Checks that failed since the last that did not. */
  failures: number
  /** Manifest of the release that was fetched and waits for a person. */
  waitingFor: string | null
  /** Whether that asks for a decision: it is not tried again every minute. */
  isAsking: boolean
}

export function createLiveStates() {
  const states = new Map<string, LiveState>()

  function of(libraryId: string): LiveState {
    const known = states.get(libraryId)
    if (known) return known
    const state: LiveState = {
      ...{ status: 'current', problem: null, progress: null, checkedAt: null, nextCheckAt: null },
      ...{ failures: 0, waitingFor: null, isAsking: false },
    }
    states.set(libraryId, state)
    return state
  }

  return {
    of,

    fail(libraryId: string, error: unknown, at: number): void {
      const state = of(libraryId)
      state.failures++
      state.status =
        error instanceof ChannelStoreError && error.problem === 'unreachable' ? 'offline' : 'refused'
      state.problem = wordsFor(error)
      // A store that refuses has answered.
      if (state.status === 'refused') state.checkedAt = at
    },

    forget: (libraryId: string) => void states.delete(libraryId),
  }
}

function wordsFor(error: unknown): string {
  if (error instanceof ChannelStoreError || error instanceof DeskError) return error.message
  const isFull = storageTrouble(error) === 'disk-full' || (error as NodeJS.ErrnoException)?.code === 'ENOSPC'
  return isFull
    ? '本机磁盘已满，新版本没有下载完。腾出空间后会接着下载，现在的话术没有受影响'
    : '这次没有更新成功，稍后会再试。现在的话术没有受影响'
}
