import { DeskError } from '../desk-error.ts'
import type { Journal } from './journal.ts'

/** For programs whose work is done at once and which have nobody to press Ctrl+Z: steps run, and nothing is kept. */
export function unrecorded(): Journal {
  const refuse = (): never => {
    throw new DeskError('undo-refused', '这里不记录改动，没有可以撤销的')
  }
  return {
    session: '',
    step: (_, act) => act(),
    state: () => ({ undo: null, redo: null }),
    sizeOf: () => 0,
    undo: refuse,
    redo: refuse,
    clear: () => undefined,
  }
}
