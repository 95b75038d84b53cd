export interface Caret {
  start: number
  end: number
}

/** Puts `insertion` in place of what is selected; the caret then stands behind it. */
export function insertAt(
  text: string,
  { start, end }: Caret,
  insertion: string,
): { text: string; caret: number } {
  return { text: text.slice(0, start) + insertion + text.slice(end), caret: start + insertion.length }
}

/** Where line and column (both from 1) lie in `text`; beyond an end, that end. */
export function offsetOf(text: string, line: number, column: number): number {
  const lines = text.split('\n')
  const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0)
  return Math.min(text.length, before + Math.min(column - 1, lines[line - 1]?.length ?? 0))
}
