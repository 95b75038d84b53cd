import type { KeptRows } from './kept-rows.ts'
import { readOutline } from './outline.ts'
import { openParts } from './parts.ts'
import { NO_STRINGS, readSharedStrings } from './shared-strings.ts'
import { readSheet } from './sheet.ts'
import { SAVE_AGAIN, Unreadable } from './unreadable.ts'

/** A workbook's sheet as text: what a person sees in it, but for formats of numbers. */
export type WorkbookReading =
  | ({ ok: true; sheet: string; sheets: string[] } & KeptRows)
  | { ok: false; reason: string; advice: string }

/**
 * Reads one sheet of an XLSX file: the one called `sheetName`, else the first with anything in it. Numbers come as the
 * shortest text that is the same number, dates as `2026-11-21`, formulas as their last result. Its XML is read as it is
 * inflated, and never whole in memory.
 */
export async function readWorkbook(bytes: Uint8Array, sheetName: string | null): Promise<WorkbookReading> {
  try {
    const parts = openParts(bytes)
    const { sheets, sharedStrings, isDate, is1904 } = await readOutline(parts)
    const names = sheets.map(({ name }) => name)
    const asked = sheetName === null ? sheets : sheets.filter(({ name }) => name === sheetName)
    const [first] = asked
    if (!first)
      return {
        ok: false,
        reason: sheetName === null ? '工作簿里没有工作表' : `工作簿里没有叫“${sheetName}”的工作表`,
        advice: names.length > 0 ? `有这些工作表：${names.join('、')}` : SAVE_AGAIN,
      }
    const strings = sharedStrings === null ? NO_STRINGS : await readSharedStrings(parts.text(sharedStrings))
    const read = (part: string) => readSheet(parts.text(part), { strings, isDate, is1904 })
    for (const { name, part } of asked) {
      const rows = await read(part)
      if (rows.count > 0) return { ok: true, sheet: name, sheets: names, ...rows }
    }
    return { ok: true, sheet: first.name, sheets: names, count: 0, rows: () => [] }
  } catch (problem) {
    if (!(problem instanceof Unreadable)) throw problem
    return { ok: false, reason: problem.reason, advice: problem.advice }
  }
}
