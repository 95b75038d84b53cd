import type { UndoState, UndoStep } from '../../../shared/model/undo.ts'
import { inBackground } from '../backups/in-background.ts'
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
  done: Pick<UndoStep, 'label'>
  state: UndoState
}

export interface UndoDesk {
  /** As `Journal.session`. */
  session: string
  /** As `Journal.step`; when it fails, what it left in memory is forgotten as it is in the file. */
  record: Journal['step']
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

/** Rows that are put back within 100 ms; more of them would keep the windows waiting. */
const AT_ONCE = 1000

/** The journal, with what the desk holds in memory following it. */
export function createUndoDesk(journal: Journal, memory: Memory): UndoDesk {
  /** One after the other: who presses Ctrl+Z twice means two steps, the newest first. */
  let underWay: Promise<unknown> = Promise.resolve()

  function turn(way: 'undo' | 'redo', asked?: number): Promise<Done> {
    const turned = underWay.then(async () => {
      refuseOther(way, asked)
      const { label } = journal.sizeOf(way) <= AT_ONCE ? atOnce(journal[way]()) : await beside(way)
      return { done: { label }, state: journal.state() }
    })
    underWay = turned.catch(() => undefined)
    return turned
  }

  function refuseOther(way: 'undo' | 'redo', asked: number | undefined): void {
    if (asked === undefined || journal.state()[way]?.id === asked) return
    throw new DeskError('undo-refused', '这之后还有别的改动，请按 Ctrl+Z 一步一步撤销')
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
    state: journal.state,
    undo: (step) => turn('undo', step),
    redo: (step) => turn('redo', step),
    settled: () => underWay,
  }
}
