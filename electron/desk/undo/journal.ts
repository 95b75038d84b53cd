import type { UndoState } from '../../../shared/model/undo.ts'
import type { Database } from '../database/open-database.ts'
import { DeskError } from '../desk-error.ts'
import { withTeamUnlocked } from '../packs/team-lock.ts'
import { attachRecorder, type RecordedChange } from './recorder.ts'
import { ChangedSince, createRevert } from './revert.ts'
import { createSteps, type StoredStep } from './steps.ts'

export interface Reverted {
  /** The step's own, undone or done. */
  id: number
  /** What was taken back or done again, as people read it. */
  label: string
  /** Ids of phrases that the search must take in anew or let go of; all when it is quicker to take in the library. */
  reindex: readonly string[] | 'all'
}

/** From so many phrases on, the index is quicker to take in the whole library than each of them. */
const MANY_PHRASES = 5000

/**
 * What a session changed in the library, step by step, so that it can be undone and redone. Usage events, buyers and
 * settings are not part of it.
 */
export interface Journal {
  /** Names this session, for a worker that writes on its behalf (see `createJournal`). */
  session: string
  /**
   * Runs `act` in one transaction with the write lock held and keeps all that it changes as one step; within another
   * step it is part of that one. What changes nothing is no step. `act` must not wait for anything.
   *
   * @param label as people read it, `移动 12 条话术`; may be said of what `act` returns
   */
  step<Result>(label: string | ((result: Result) => string), act: () => Result): Result
  state(): UndoState
  /** How many rows `undo` or `redo` would put back: many are better done on a thread of their own. */
  sizeOf(way: 'undo' | 'redo'): number
  /** @throws DeskError `undo-refused` when there is nothing, or it was changed since; the library is as it was then */
  undo(): Reverted
  /** @throws as `undo` */
  redo(): Reverted
  /** Forgets all steps. */
  clear(): void
}

/**
 * Keeps a journal of what this connection writes. Several connections of one process may share a session: each attaches
 * a journal of its own, with the session's name.
 */
export function createJournal(
  database: Database,
  { session, now }: { session: string; now: () => number },
): Journal {
  const { recording } = attachRecorder(database)
  const steps = createSteps(database, session)
  const revert = createRevert(database)
  let isInStep = false

  const writing = <Result>(work: () => Result): Result => database.transaction(work).immediate()

  function step<Result>(label: string | ((result: Result) => string), act: () => Result): Result {
    if (isInStep) return act()
    isInStep = true
    try {
      return writing(() => {
        const before = steps.lastChange()
        const result = recording(act)
        if (result instanceof Promise)
          throw new TypeError('a step cannot wait: its transaction would stay open')
        if (steps.lastChange() > before)
          steps.add(typeof label === 'string' ? label : label(result), now(), before)
        return result
      })
    } finally {
      isInStep = false
    }
  }

  /** Takes `step` back, writing down how to take that back. */
  function turn(step: StoredStep): Reverted {
    const phrases = new Set<string>()
    let hasGroups = false
    writing(() => {
      // A phrase may be put back before the group it was in.
      database.pragma('defer_foreign_keys = ON')
      const before = steps.lastChange()
      const revertAll = () => {
        for (const change of steps.changesOf(step)) {
          revert(change)
          // The names of groups are searched with their phrases.
          if (change.table_name === 'phrase_groups') hasGroups = true
          const id = phraseOf(change)
          if (id !== null) phrases.add(id)
        }
      }
      // What a pack changed in phrases that agents may only read is taken back like anything else.
      recording(() => withTeamUnlocked(database, revertAll))
      steps.turn(step, before)
    })
    const reindex = hasGroups || phrases.size > MANY_PHRASES ? 'all' : [...phrases]
    return { id: step.id, label: step.label, reindex }
  }

  function turnOrRefuse(step: StoredStep | null, word: '撤销' | '重做'): Reverted {
    if (!step) throw new DeskError('undo-refused', `没有可以${word}的改动`)
    try {
      return turn(step)
    } catch (error) {
      if (!(error instanceof ChangedSince)) throw error
      // It will not be possible later either, and those before it are not to wait behind it.
      writing(() => steps.remove(step))
      throw new DeskError(
        'undo-refused',
        `“${step.label}”没有${word}：里面的${nameOf(error)}后来在别处改过了。话术库没有改动，这一步不能再${word}`,
        error,
      )
    }
  }

  return {
    session,
    step,

    state() {
      const [undo, redo] = [steps.toUndo(), steps.toRedo()]
      return {
        undo: undo && { id: undo.id, label: undo.label },
        redo: redo && { id: redo.id, label: redo.label },
      }
    },

    sizeOf(way) {
      const step = way === 'undo' ? steps.toUndo() : steps.toRedo()
      return step ? step.last_change - step.first_change + 1 : 0
    },

    undo: () => turnOrRefuse(steps.toUndo(), '撤销'),
    redo: () => turnOrRefuse(steps.toRedo(), '重做'),
    clear: () => writing(steps.clear),
  }
}

/** The phrase whose words or uses the row holds; null for other rows. */
function phraseOf({ table_name, row_key }: RecordedChange): string | null {
  if (table_name !== 'phrases' && table_name !== 'phrase_use') return null
  const { id, phrase_id } = JSON.parse(row_key) as { id?: string; phrase_id?: string }
  return id ?? phrase_id ?? null
}

const WORD_FOR_ROWS: Record<string, string> = {
  phrase_groups: '分组',
  phrases: '话术',
  products: '商品',
  skus: '商品规格',
  removed_products: '商品',
  shops: '店铺资料',
}

function nameOf({ change: { table_name, before, after } }: ChangedSince): string {
  const { title, name } = { ...JSON.parse(after ?? '{}'), ...JSON.parse(before ?? '{}') } as Record<
    string,
    unknown
  >
  const called = typeof title === 'string' ? title : typeof name === 'string' ? name : null
  return `${WORD_FOR_ROWS[table_name] ?? '内容'}${called === null ? '' : `《${called}》`}`
}
