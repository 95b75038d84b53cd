import { HAND_OVER_COLUMNS, type HandOver, handOverCells } from '../../../../shared/follow-ups/hand-over.ts'

/** Widths in characters, beside the columns' names. */
const WIDTHS = [6, 22, 10, 20, 24, 40, 12]

/** The hand-over as a workbook: one sheet, its first row stays in sight. Every cell is text, so that none is computed. */
export async function handOverSheet(handOver: HandOver, name: string): Promise<Blob> {
  // Loaded with the first sheet that somebody saves.
  const { default: writeXlsxFile } = await import('write-excel-file/browser')
  const head = HAND_OVER_COLUMNS.map((value) => ({ value, type: String, fontWeight: 'bold' as const }))
  const rows = handOverCells(handOver).map((cells) => cells.map((value) => ({ value, type: String })))
  const file = writeXlsxFile([head, ...rows], {
    sheet: name,
    stickyRowsCount: 1,
    columns: WIDTHS.map((width) => ({ width })),
  })
  return file.toBlob()
}
