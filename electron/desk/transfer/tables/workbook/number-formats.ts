import { readMarkup } from './markup.ts'

/** A workbook stores dates as numbers, and only their format tells them from others. */
export async function datesAmong(styles: AsyncIterable<string>): Promise<(style: number) => boolean> {
  const codes = new Map<number, string>()
  const formats: number[] = []
  let inCellFormats = false
  await readMarkup(styles, {
    open(tag, attributes) {
      if (tag === 'numFmt') codes.set(Number(attributes().numFmtId), attributes().formatCode ?? '')
      else if (tag === 'cellXfs') inCellFormats = true
      else if (tag === 'xf' && inCellFormats) formats.push(Number(attributes().numFmtId ?? 0))
    },
    close(tag) {
      if (tag === 'cellXfs') inCellFormats = false
    },
  })
  const areDates = formats.map((id) => {
    const code = codes.get(id)
    return code === undefined ? isBuiltInDate(id) : isDateCode(code)
  })
  return (style) => areDates[style] ?? false
}

/** Formats that need no code, those of the Chinese edition among them. Source: ECMA-376, part 1, 18.8.30. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
}

/** Colours, currencies and conditions stand in brackets, and are no dates; hours beyond 24 stand there and are times. */
function isDateCode(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|[_*]./g, '').replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')
  return /[ymdhs]/i.test(bare)
}

const DAY_MS = 24 * 60 * 60 * 1000
/** 1 January 1970 as a workbook counts days. */
const DAYS_TO_1970 = 25_569
const DAYS_TO_1904 = 1462

/** Beyond these a spreadsheet shows no date either, and the number that was typed is what was meant: 20261121. */
const YEARS = { first: 1900, last: 9999 }

/**
 * A stored date as `2026-11-21`, a time of day as `09:30`; null when it is neither.
 *
 * @param stored days since 1900, or 1904
 */
export function dateFrom(stored: number, is1904: boolean): string | null {
  if (stored > 0 && stored < 1) return new Date(Math.round(stored * DAY_MS)).toISOString().slice(11, 16)
  const date = new Date(Math.round((stored + (is1904 ? DAYS_TO_1904 : 0) - DAYS_TO_1970) * DAY_MS))
  const year = date.getUTCFullYear()
  return year >= YEARS.first && year <= YEARS.last ? date.toISOString().slice(0, 10) : null
}
