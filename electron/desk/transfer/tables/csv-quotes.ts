/** A record in which text follows a closed quote, as in `a2,"亲"在吗`; `record` counts from 0, the ends are offsets. */
export interface MisquotedRecord {
  record: number
  from: number
  to: number
}

export interface QuoteFaults {
  misquoted: MisquotedRecord[]
  /** The line, counted from 1, of a quote that is still open when the text ends. */
  openedInLine: number | null
}

/**
 * Finds what is wrong with a table's double quotes. What follows a closed quote is taken as plain text up to the next
 * separator, as spreadsheets take it: so records are counted as they show them, and one fault spoils one record.
 *
 * @param text with `\n` as its only line end
 */
export function findQuoteFaults(text: string, delimiter: string): QuoteFaults {
  const misquoted: MisquotedRecord[] = []
  let line = 1
  let record = 0
  let from = 0
  let isMisquoted = false
  let at = 0
  while (at < text.length) {
    if (text[at] === '"') {
      const close = closingQuote(text, at + 1)
      if (close < 0) return { misquoted, openedInLine: line }
      line += linesIn(text, at, close)
      at = close + 1
      while (text[at] === ' ') at++
      if (at < text.length && text[at] !== delimiter && text[at] !== '\n') isMisquoted = true
    }
    while (at < text.length && text[at] !== delimiter && text[at] !== '\n') at++
    if (at >= text.length || text[at] === '\n') {
      if (isMisquoted) misquoted.push({ record, from, to: at })
      isMisquoted = false
      record++
      line++
      from = at + 1
    }
    at++
  }
  return { misquoted, openedInLine: null }
}

/** The text with each of those records on one line and without quotes, so that all others can be read as they are. */
export function withoutQuotesIn(text: string, records: readonly MisquotedRecord[]): string {
  const parts: string[] = []
  let done = 0
  for (const { from, to } of records) {
    parts.push(text.slice(done, from), text.slice(from, to).replace(/["\n]+/g, ' '))
    done = to
  }
  return parts.join('') + text.slice(done)
}

/** Where the quoted text that begins at `start` ends; -1 when it does not. Two quotes stand for one of the text's own. */
function closingQuote(text: string, start: number): number {
  let at = text.indexOf('"', start)
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at
}

function linesIn(text: string, from: number, to: number): number {
  let lines = 0
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) lines++
  return lines
}
