import type { BulkChange } from '../../../shared/model/phrase-listing.ts'
import type { UndoState, UndoStep } from '../../../shared/model/undo.ts'
import { inBackground } from '../background/in-background.ts'
import { DeskError } from '../desk-error.ts'
import type { Journal, Reverted } from './journal.ts'

interface Memory {
  dataDir: string
  /** Forgets what was read of groups, products and the shop; what a failed step made of them, too. */
  forget(): void
  /** The index takes these phrases in as they are now, or lets go of them. */
  reindex(ids: readonly string[] | 'all'): void
  /** Reads anew what another connection has written, as all that is shown comes from there. */
  noticeOthers(): void
  /** Tells the pages. */
  tell(): void
}

/** What was undone or redone, and what can be now. */
export interface Done {
  done: UndoStep
  state: UndoState
}

export interface UndoDesk {
  /** As `Journal.session`. */
  session: string
  /** As `Journal.step`; when it fails, what it left in memory is forgotten as it is in the file. */
  record: Journal['step']
  /** As `ChangeMany`, one step, on a thread of its own: for more phrases than windows can wait for. Returns how many. */
  changeBeside(ids: readonly string[], change: BulkChange): Promise<number>
  state(): UndoState
  /**
   * @param step undo only when it is the next: what a notice offers is that very step
   * @throws DeskError `undo-refused`
   */
  undo(step?: number): Promise<Done>
  /** As `undo`. */
  redo(step?: number): Promise<Done>
  /** Resolves when nothing is under way any more. */
  settled(): Promise<unknown>
}

/** Rows that are written within some 100 ms; more of them would keep the windows waiting. */
export const AT_ONCE = 1000

const CHANGED_SINCE = {
  undo: '这之后还有别的改动，请按 Ctrl+Z 一步一步撤销',
  redo: '这之后又有别的改动，这一步不能再重做',
} as const

/** The journal, with what the desk holds in memory following it. */
export function createUndoDesk(journal: Journal, memory: Memory): UndoDesk {
  /** One after the other: who presses Ctrl+Z twice means two steps, the newest first. */
  let underWay: Promise<unknown> = Promise.resolve()

  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = underWay.then(work)
    underWay = turn.catch(() => undefined)
    return turn
  }

  function turn(way: 'undo' | 'redo', asked?: number): Promise<Done> {
    return inTurn(async () => {
      if (asked !== undefined && journal.state()[way]?.id !== asked)
        throw new DeskError('undo-refused', CHANGED_SINCE[way])
      const { id, label } = journal.sizeOf(way) <= AT_ONCE ? atOnce(journal[way]()) : await beside(way)
      return { done: { id, label }, state: journal.state() }
    })
  }

  function atOnce(reverted: Reverted): Reverted {
    memory.forget()
    memory.reindex(reverted.reindex)
    memory.tell()
    return reverted
  }

  async function beside(way: 'undo' | 'redo'): Promise<Reverted> {
    const { dataDir } = memory
    const reverted = await inBackground({ kind: 'turn', dataDir, session: journal.session, way })
    memory.noticeOthers()
    return reverted
  }

  return {
    session: journal.session,
    record(label, act) {
      try {
        return journal.step(label, act)
      } catch (error) {
        memory.forget()
        throw error
      }
    },
    changeBeside: (ids, change) =>
      inTurn(async () => {
        const { dataDir } = memory
        const { changed } = await inBackground({
          kind: 'change',
          dataDir,
          session: journal.session,
          ids,
          change,
        })
        memory.noticeOthers()
        return changed
      }),
    state: journal.state,
    undo: (step) => turn('undo', step),
    redo: (step) => turn('redo', step),
    settled: () => underWay,
  }
}
