import { createRowKeeper, type KeptRows } from './kept-rows.ts'
import { type Attributes, readMarkup } from './markup.ts'
import { dateFrom } from './number-formats.ts'
import type { WorkbookOutline } from './outline.ts'
import type { SharedStrings } from './shared-strings.ts'
import { unescaped } from './unescaped.ts'
import { DAMAGED, Unreadable } from './unreadable.ts'

/** 100,000 and what stands above them: names, a notice. */
const MAX_ROWS = 100_010
const MAX_COLUMNS = 500
const FEWER_CELLS = '请删掉多余的行和列，只留下要导入的内容，再导入。'

/** A formula that was never calculated; a person has to be told of it. */
const NO_RESULT = '#公式没有结果'

/** A cell as it is written. */
interface Cell {
  address: string
  type: string
  style: number
  value: string | null
  isFormula: boolean
}

/**
 * Reads the cells of a sheet as text. Cells and rows without content are as if they were not there, wherever they are:
 * formatting a whole column leaves a million of them.
 *
 * @throws Unreadable
 */
export async function readSheet(
  pieces: AsyncIterable<string>,
  about: Pick<WorkbookOutline, 'isDate' | 'is1904'> & { strings: SharedStrings },
): Promise<KeptRows> {
  const keeper = createRowKeeper()
  let inCells = false
  let inText = false
  let inPhonetics = false
  /** The number of the row before this, empty or not. */
  let before = 0
  let row = 0
  let column = 0
  let cells: string[] = []
  let cell: Cell | null = null

  function startRow({ r }: Attributes): void {
    row = r === undefined ? before + 1 : Number(r)
    column = 0
    cells = []
  }

  function startCell({ r = '', t = 'n', s = '-1' }: Attributes): void {
    cell = { address: r, type: t, style: Number(s), value: null, isFormula: false }
  }

  function endCell(written: Cell): void {
    column = columnOf(written.address) ?? column + 1
    const text = textOf(written, about)
    if (text === null) throw new Unreadable(`第 ${row} 行第 ${column} 列的格子读不出来`)
    if (text === '') return
    if (column > MAX_COLUMNS)
      throw new Unreadable(
        `工作表有内容在 ${written.address.replace(/\d.*/, '').slice(0, 10) || `第 ${column}`} 列，最多读 ${MAX_COLUMNS} 列`,
        FEWER_CELLS,
      )
    while (cells.length < column) cells.push('')
    cells[column - 1] = text
  }

  function endRow(): void {
    before = row
    if (cells.length === 0) return
    if (!Number.isSafeInteger(row)) throw new Unreadable('工作表里有认不出的格子地址')
    if (row <= keeper.last()) throw new Unreadable(DAMAGED)
    if (row > MAX_ROWS) throw new Unreadable(`工作表有内容在第 ${row} 行，最多读 ${MAX_ROWS} 行`, FEWER_CELLS)
    keeper.add(row, cells)
  }

  await readMarkup(pieces, {
    open(tag, attributes) {
      if (tag === 'sheetData') inCells = true
      if (!inCells) return
      if (tag === 'row') startRow(attributes())
      else if (tag === 'c') startCell(attributes())
      else if (tag === 'rPh') inPhonetics = true
      else if (cell && tag === 'f') cell.isFormula = true
      else if (cell && (tag === 'v' || (tag === 't' && !inPhonetics))) {
        inText = true
        cell.value ??= ''
      }
    },
    text(piece) {
      if (inText && cell) cell.value += piece
    },
    close(tag) {
      if (!inCells) return
      if (tag === 'v' || tag === 't') inText = false
      else if (tag === 'rPh') inPhonetics = false
      else if (tag === 'c' && cell) {
        endCell(cell)
        cell = null
      } else if (tag === 'row') endRow()
      else if (tag === 'sheetData') inCells = false
    },
  })
  return keeper.kept()
}

/** Null when what is written makes no sense. Source of the types: ECMA-376, part 1, 18.18.11. */
function textOf(
  { type, style, value, isFormula }: Cell,
  { strings, isDate, is1904 }: Parameters<typeof readSheet>[1],
): string | null {
  if (value === null) return isFormula ? NO_RESULT : ''
  switch (type) {
    case 's':
      return value === '' ? '' : (strings.get(Number(value)) ?? null)
    case 'str':
    case 'inlineStr':
      return unescaped(value).trim()
    case 'e':
      return value
    case 'b':
      return ['1', 'true'].includes(value) ? '是' : '否'
    case 'd':
      return value.slice(0, 10)
    case 'n':
      return (isDate(style) && value !== '' ? dateFrom(Number(value), is1904) : null) ?? plainNumber(value)
    default:
      return null
  }
}

/** A cell stores 12.9 as `12.9` or `12.899999999999999`, and a long code as `6.9E+12`; people see fifteen digits. */
function plainNumber(stored: string): string {
  const number = Number(stored)
  return stored.trim() !== '' && Number.isFinite(number) ? String(Number(number.toPrecision(15))) : stored
}

/** Counts from 1; null when the cell has no address, and follows the one before. */
function columnOf(address: string): number | null {
  if (address === '') return null
  const [, letters] = /^([A-Z]{1,10})\d*$/.exec(address) ?? []
  if (letters === undefined) throw new Unreadable('工作表里有认不出的格子地址')
  let column = 0
  for (let at = 0; at < letters.length; at++) column = column * 26 + letters.charCodeAt(at) - 64
  return column
}
