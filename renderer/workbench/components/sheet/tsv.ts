/**
 * Cells as spreadsheets put them on the clipboard: tabs between them, one row a line, a cell that holds a tab, a line
 * break or a quotation mark in quotation marks.
 */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  const endCell = () => {
    rows.at(-1)?.push(cell)
    cell = ''
  }
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  for (let at = 0; at < plain.length; at += 1) {
    const sign = plain[at]
    if (isQuoted) {
      if (sign !== '"') cell += sign
      else if (plain[at + 1] === '"') {
        cell += '"'
        at += 1
      } else isQuoted = false
    } else if (sign === '"' && cell === '') isQuoted = true
    else if (sign === '\t') endCell()
    else if (sign === '\n') {
      endCell()
      rows.push([])
    } else cell += sign
  }
  endCell()
  return rows
}

/** The inverse of `parseTsv`. */
export function formatTsv(rows: readonly (readonly string[])[]): string {
  const quoted = (cell: string) => (/["\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  return rows.map((row) => row.map(quoted).join('\t')).join('\n')
}

/** Whether a text from the clipboard is more than one cell. */
export function isBlock(text: string): boolean {
  return /[\t\n\r]/.test(text.replace(/(\r\n?|\n)$/, ''))
}
