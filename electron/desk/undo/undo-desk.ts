import type { UndoState, UndoStep } from '../../../shared/model/undo.ts'
import type { Journal, Reverted } from './journal.ts'

/** What the desk keeps in memory of the library, and must know of what was put back. */
interface Memory {
  /** Forgets what was read of groups, products and the shop; what a failed step made of them, too. */
  forget(): void
  /** The index takes these phrases in as they are now, or lets go of them. */
  reindex(ids: readonly string[]): void
  /** The index takes the whole library in again. */
  reload(): void
  /** Tells the pages. */
  tell(): void
}

export interface UndoDesk {
  /** As `Journal.step`; when it fails, what it left in memory is forgotten as it is in the file. */
  record: Journal['step']
  state(): UndoState
  /** @throws DeskError `undo-refused` */
  undo(): Done
  /** @throws DeskError `undo-refused` */
  redo(): Done
}

/** What was undone or redone, and what can be now. */
export interface Done {
  done: Pick<UndoStep, 'label'>
  state: UndoState
}

/** From so many phrases on, the index is quicker to take in the whole library than each of them. */
const MANY = 5000

export function createUndoDesk(journal: Journal, memory: Memory): UndoDesk {
  function follow({ label, touched }: Reverted): Done {
    memory.forget()
    const phrases = new Set([
      ...idsOf(touched.get('phrases'), 'id'),
      ...idsOf(touched.get('phrase_use'), 'phrase_id'),
    ])
    // The names of groups are searched with their phrases.
    if (touched.has('phrase_groups') || phrases.size > MANY) memory.reload()
    else if (phrases.size > 0) memory.reindex([...phrases])
    memory.tell()
    return { done: { label }, state: journal.state() }
  }

  return {
    record(label, act) {
      try {
        return journal.step(label, act)
      } catch (error) {
        memory.forget()
        throw error
      }
    },
    state: journal.state,
    undo: () => follow(journal.undo()),
    redo: () => follow(journal.redo()),
  }
}

function idsOf(keys: ReadonlySet<string> | undefined, column: string): string[] {
  return [...(keys ?? [])].map((key) => (JSON.parse(key) as Record<string, string>)[column] ?? '')
}
