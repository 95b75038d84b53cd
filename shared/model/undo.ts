/** A change of the library as its history knows it: `删除 3 条话术`. */
export interface UndoStep {
  id: number
  label: string
}

/** What the next undoing and redoing in this session would act on; null when there is nothing. */
export interface UndoState {
  undo: UndoStep | null
  redo: UndoStep | null
}
