/** What a spreadsheet program takes for the beginning of a formula. Source: OWASP, "CSV Injection". */
const FORMULA = /^[=+\-@\t\r]/

/** A cell of a text file for spreadsheet programs: what would be a formula there stays text, behind an apostrophe. */
export const defused = (cell: string): string => (FORMULA.test(cell) || QUOTED.test(cell) ? `'${cell}` : cell)

/** The cell that was `defused`. */
export const undefused = (cell: string): string =>
  cell.startsWith("'") && (FORMULA.test(cell.slice(1)) || QUOTED.test(cell.slice(1))) ? cell.slice(1) : cell

/** What looks as if it had been defused gets one more apostrophe, so that each cell comes back as it was. */
const QUOTED = /^'+[=+\-@\t\r]/
