import { DELIMITERS, type Delimiter } from '../../../../shared/model/transfer.ts'

/** A line of a text table. A misquoted one has cells that are not what its writer meant. */
export interface CsvRecord {
  cells: string[]
  isMisquoted: boolean
}

export interface CsvRecords {
  ok: true
  /** How many there are, empty ones included. */
  count: number
  /** Cut from the text one by one, as they are asked for; as often as one likes. */
  records(): Iterable<CsvRecord>
}

/** A spreadsheet has 1,048,576 lines, and people save all of them. */
const MAX_LINES = 1_048_576
const MAX_CELLS = 10_000_000

export const QUOTES_DOUBLED = '内容里的双引号要写成两个（""）'

/** Line ends of one kind and no byte-order mark: hand-edited files mix them. */
export function withPlainLines(file: string): string {
  return file.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
}

/** What stands between the cells of `line`: a comma, a tab or a semicolon, whichever is there most often. */
export function delimiterOf(line: string): Delimiter {
  const count = (delimiter: Delimiter) => line.split(delimiter).length
  return DELIMITERS.toSorted((a, b) => count(b) - count(a))[0] ?? ','
}

export function firstLineOf(text: string): string {
  const end = text.indexOf('\n')
  return end < 0 ? text : text.slice(0, end)
}

/**
 * Splits a table into its records. What follows a closed quote is taken as plain text up to the next separator, as
 * spreadsheets take it: so records are counted as they show them, and a misused quote spoils its own record only. One
 * that is never closed spoils the file.
 *
 * Source: RFC 4180, section 2, but for what it forbids.
 *
 * @param text as `withPlainLines` gives it
 */
export function splitRecords(
  text: string,
  delimiter: string,
): CsvRecords | { ok: false; reason: string; advice: string } {
  const lines = countOf('\n', text)
  if (lines > MAX_LINES) return tooMany(`文件有 ${lines} 行，最多读 ${MAX_LINES} 行`)
  const cells = lines + countOf(delimiter, text)
  if (cells > MAX_CELLS) return tooMany(`文件有 ${cells} 个格子，最多读 ${MAX_CELLS} 个`)
  let count = 0
  for (const { openedAt } of recordBounds(text, delimiter)) {
    if (openedAt !== null)
      return {
        ok: false,
        reason: `有一处双引号没有配对，文件读到末尾也没有合上（在第 ${lineAt(text, openedAt)} 行打开）`,
        advice: `${QUOTES_DOUBLED}。请在 Excel 里另存一次 CSV，它会自动处理。`,
      }
    count++
  }
  return {
    ok: true,
    count,
    *records() {
      for (const bounds of recordBounds(text, delimiter)) yield recordIn(text, delimiter, bounds)
    },
  }
}

interface RecordBounds {
  /** Offsets of the record, its line end not included. */
  from: number
  to: number
  /** Where each cell ends; the quotes of a quoted cell belong to it. */
  ends: number[]
  isMisquoted: boolean
  /** Where a quote opens that nothing closes; null but for the last record of a spoiled file. */
  openedAt: number | null
}

/** One object, filled anew for each record: a file may hold a million of them. */
function* recordBounds(text: string, delimiter: string): Generator<RecordBounds> {
  const next = { delimiter: -1, line: -1 }
  const bounds: RecordBounds = { from: 0, to: 0, ends: [], isMisquoted: false, openedAt: null }
  let at = 0
  // A line end at the very end closes the last record and begins none.
  while (at < text.length) {
    bounds.from = at
    bounds.ends = []
    bounds.isMisquoted = false
    for (;;) {
      if (text[at] === '"') {
        const close = closingQuote(text, at + 1)
        if (close < 0) {
          bounds.openedAt = at
          bounds.to = text.length
          yield bounds
          return
        }
        at = close + 1
        while (text[at] === ' ') at++
        const isEnd = at >= text.length || text[at] === delimiter || text[at] === '\n'
        if (!isEnd) bounds.isMisquoted = true
      }
      // Looked for once each, and not again before they are passed.
      if (next.delimiter < at) next.delimiter = placeOf(delimiter, text, at)
      if (next.line < at) next.line = placeOf('\n', text, at)
      at = Math.min(next.delimiter, next.line)
      bounds.ends.push(at)
      if (at === next.line) break
      at++
    }
    bounds.to = at
    yield bounds
    at++
  }
}

function recordIn(text: string, delimiter: string, { from, to, ends, isMisquoted }: RecordBounds): CsvRecord {
  // On one line and without quotes: it is shown to people, and read by nobody.
  if (isMisquoted)
    return {
      cells: text
        .slice(from, to)
        .replace(/["\n]+/g, ' ')
        .split(delimiter),
      isMisquoted,
    }
  let start = from
  const cells = ends.map((end) => {
    const cell = cellIn(text, start, end)
    start = end + 1
    return cell
  })
  return { cells, isMisquoted }
}

function cellIn(text: string, from: number, to: number): string {
  if (text[from] !== '"') return text.slice(from, to)
  const inner = text.slice(from + 1, text.lastIndexOf('"', to - 1))
  return inner.includes('"') ? inner.replaceAll('""', '"') : inner
}

/** Where the quoted text that begins at `start` ends; -1 when it does not. Two quotes stand for one of the text's own. */
function closingQuote(text: string, start: number): number {
  let at = text.indexOf('"', start)
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at
}

/** The text's length when there is none. */
function placeOf(what: string, text: string, from: number): number {
  const at = text.indexOf(what, from)
  return at < 0 ? text.length : at
}

function lineAt(text: string, offset: number): number {
  return countOf('\n', text.slice(0, offset)) + 1
}

function tooMany(reason: string): { ok: false; reason: string; advice: string } {
  return { ok: false, reason, advice: '请检查是不是选错了文件，或删去空行和空列、分成几份后再导入。' }
}

function countOf(character: string, text: string): number {
  let count = 0
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count++
  return count
}
