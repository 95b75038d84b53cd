import type { UndoStep } from '../../../../shared/model/undo.ts'
import { undoStrings as words } from '../../strings/undo.ts'

export type Way = 'undo' | 'redo'

/** What is said of a step that was undone or redone, and the link beside it: it turns back that very step. */
export interface Turned {
  text: string
  back: { way: Way; word: string; step: UndoStep['id'] }
}

export function turned(way: Way, { id, label }: UndoStep): Turned {
  const back = way === 'undo' ? 'redo' : 'undo'
  return {
    text: way === 'undo' ? words.undone(label) : words.redone(label),
    back: { way: back, word: words[back], step: id },
  }
}
