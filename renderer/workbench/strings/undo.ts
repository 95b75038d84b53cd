/** Words of taking changes of the library back, and of doing them again. */
export const undoStrings = {
  steps: '撤销和重做',
  // The buttons of notices are called 撤销 and 重做; these two go through all the steps.
  back: '后退一步',
  forth: '前进一步',
  undo: '撤销',
  redo: '重做',
  undoHint: (label: string) => `撤销：${label}（Ctrl+Z）`,
  redoHint: (label: string) => `重做：${label}（Ctrl+Y）`,
  nothingToUndo: '没有可以撤销的改动',
  nothingToRedo: '没有可以重做的改动',
  undone: (label: string) => `已撤销：${label}`,
  redone: (label: string) => `已重做：${label}`,
} as const
