import papaparse from 'papaparse'
import { DELIMITERS, type Delimiter } from '../../../../shared/model/transfer.ts'
import { findQuoteFaults, withoutQuotesIn } from './csv-quotes.ts'

export interface Records {
  ok: true
  records: string[][]
  /** Indices of records whose quotes are misused: their cells are not what the writer meant. */
  misquoted: ReadonlySet<number>
}

/** A spreadsheet has 1,048,576 lines, and people save all of them. Each becomes an object: a file of commas fills the memory. */
const MAX_LINES = 1_048_576
const MAX_CELLS = 10_000_000

export const QUOTES_DOUBLED = '内容里的双引号要写成两个（""）'

/** Line ends of one kind and no byte-order mark: hand-edited files mix them, and the parser knows one kind a file. */
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
 * Splits a table into its records. A misused quote spoils its own record only; one that is never closed, the file.
 *
 * @param text as `withPlainLines` gives it
 */
export function splitRecords(
  text: string,
  delimiter: string,
): Records | { ok: false; reason: string; advice: string } {
  const lines = countOf('\n', text)
  if (lines > MAX_LINES) return tooMany(`文件有 ${lines} 行，最多读 ${MAX_LINES} 行`)
  const cells = lines + countOf(delimiter, text)
  if (cells > MAX_CELLS) return tooMany(`文件有 ${cells} 个格子，最多读 ${MAX_CELLS} 个`)

  const parse = (csv: string) => papaparse.parse<string[]>(csv, { delimiter, newline: '\n' })
  const { data, errors } = parse(text)
  if (!errors.some(({ type }) => type === 'Quotes'))
    return { ok: true, records: data, misquoted: new Set<number>() }

  // The parser reads on behind a misused quote until some later one fits, over any number of good rows.
  const { misquoted, openedInLine } = findQuoteFaults(text, delimiter)
  if (openedInLine !== null)
    return {
      ok: false,
      reason: `有一处双引号没有配对，文件读到末尾也没有合上（在第 ${openedInLine} 行打开）`,
      advice: `${QUOTES_DOUBLED}。请在 Excel 里另存一次 CSV，它会自动处理。`,
    }
  return {
    ok: true,
    records: parse(withoutQuotesIn(text, misquoted)).data,
    misquoted: new Set(misquoted.map(({ record }) => record)),
  }
}

function tooMany(reason: string): { ok: false; reason: string; advice: string } {
  return { ok: false, reason, advice: '请检查是不是选错了文件，或删去空行和空列、分成几份后再导入。' }
}

function countOf(character: string, text: string): number {
  let count = 0
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count++
  return count
}
