import Papa from 'papaparse'
import writeWorkbook, { type Row } from 'write-excel-file/node'
import { chinaMoment } from '../../../../shared/model/china-time.ts'
import type { Phrase } from '../../../../shared/model/phrase.ts'
import {
  type ExportFormat,
  type ExportLoss,
  MOST_LOSSES,
  type PhraseExportOptions,
  type PhraseExportReport,
} from '../../../../shared/model/phrase-export.ts'
import { TOO_LONG_FOR_CELL } from '../../../../shared/model/phrase-transfer.ts'
import { defused } from '../../../../shared/text/spreadsheet-cell.ts'
import { charactersLost, encodeText } from './encode-text.ts'
import { ownCells, ownHeader, withoutColumn } from './own-columns.ts'
import { QIANNIU_HEADER, qianniuRow } from './qianniu-rows.ts'

export interface ExportedFile {
  fileName: string
  bytes: Uint8Array
  report: PhraseExportReport
}

interface Sheet {
  header: readonly string[]
  rows: string[][]
  losses: ExportLoss[]
}

/** What kind of file it is to be. */
export type SheetFormat = Pick<PhraseExportOptions, 'format' | 'encoding'>

/** What the file would hold and lose; nothing is written. */
export function previewExport(phrases: readonly Phrase[], options: SheetFormat): PhraseExportReport {
  return reportOf(sheetOf(phrases, options))
}

/** The file with these phrases, in this order. What it does not hold is in its report. */
export async function exportPhrases(
  phrases: readonly Phrase[],
  options: SheetFormat,
  now: number,
): Promise<ExportedFile> {
  const sheet = sheetOf(phrases, options)
  const { day } = chinaMoment(now)
  return {
    fileName: `${FILE_NAMES[options.format]}-${day}.${options.format === 'workbook' ? 'xlsx' : 'csv'}`,
    bytes:
      options.format === 'workbook' ? await workbookOf(sheet) : encodeText(csvOf(sheet), options.encoding),
    report: reportOf(sheet),
  }
}

const FILE_NAMES: Record<ExportFormat, string> = {
  qianniu: '千牛快捷短语',
  table: '黄金六秒话术',
  workbook: '黄金六秒话术',
}

function sheetOf(phrases: readonly Phrase[], { format, encoding }: SheetFormat): Sheet {
  const sheet: Sheet = { header: format === 'qianniu' ? QIANNIU_HEADER : ownHeader(), rows: [], losses: [] }
  for (const phrase of phrases) {
    const lose = (what: string, isLeftOut = false) =>
      sheet.losses.push({ phraseId: phrase.id, title: phrase.title, what, isLeftOut })
    const { cells, losses } = format === 'qianniu' ? qianniuRow(phrase) : ownRow(phrase, format)
    for (const what of losses) lose(what, cells === null)
    if (cells === null) continue
    sheet.rows.push(cells)
    if (format === 'workbook') continue
    const lost = charactersLost(cells.join('\n'), encoding)
    if (lost.length > 0) lose(`GBK 里没有 ${lost.join(' ')}，写成了 ?`)
  }
  return sheet
}

/** Excel and LibreOffice take no more characters in a cell, and open no workbook that has them. */
const LONGEST_CELL = 32_767

function ownRow(phrase: Phrase, format: ExportFormat): { cells: string[]; losses: string[] } {
  const missing = withoutColumn(phrase)
  const whole = ownCells(phrase).map(defused)
  const tooLong = (cell: string) => format === 'workbook' && cell.length > LONGEST_CELL
  return {
    cells: whole.map((cell) => (tooLong(cell) ? TOO_LONG_FOR_CELL : cell)),
    losses: [
      ...(missing.length > 0 ? [`表格里没有${missing.join('、')}；改完导回来，它们还在`] : []),
      ...(whole.some(tooLong) ? [`有一格超过 ${LONGEST_CELL} 个字，工作簿里放不下；改完导回来，它还在`] : []),
    ],
  }
}

function csvOf({ header, rows }: Sheet): string {
  return `${Papa.unparse([[...header], ...rows], { newline: '\r\n' })}\r\n`
}

/** Wide enough to read, in characters, by the place of the column. */
const WIDTHS = [14, 10, 24, 60, 36, 36, 24, 10, 16, 36, 16, 12, 12, 20, 6]

/** Rows for phrases that are added below, prepared like the others. */
const BLANK_ROWS = 100

/**
 * Every cell is text to the spreadsheet program, the empty ones too: a code typed into one keeps its zeros, and nothing
 * is a formula.
 */
async function workbookOf({ header, rows }: Sheet): Promise<Uint8Array> {
  const asText = { type: String, format: '@', wrap: true, alignVertical: 'top' } as const
  const asRow = (cells: readonly string[]): Row =>
    cells.map((value) => (value === '' ? asText : { ...asText, value }))
  const blank = header.map(() => '')
  const head: Row = header.map((value) => ({
    value,
    type: String,
    fontWeight: 'bold',
    backgroundColor: '#F0F0F0',
  }))
  const file = writeWorkbook(
    [head, ...rows.map(asRow), ...Array.from({ length: BLANK_ROWS }, () => asRow(blank))],
    {
      sheet: '话术',
      columns: WIDTHS.map((width) => ({ width })),
      stickyRowsCount: 1,
    },
  )
  return new Uint8Array(await file.toBuffer())
}

function reportOf({ rows, losses }: Sheet): PhraseExportReport {
  return { written: rows.length, losses: losses.slice(0, MOST_LOSSES), lossCount: losses.length }
}
