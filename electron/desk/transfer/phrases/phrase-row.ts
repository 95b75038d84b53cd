import {
  GROUP_SEPARATOR,
  LIST_SEPARATOR,
  type PhraseColumnUse,
  type PhraseField,
} from '../../../../shared/model/phrase-transfer.ts'
import { plainName } from '../../../../shared/model/text.ts'
import { undefused } from '../../../../shared/text/spreadsheet-cell.ts'

/** One row of a phrase file, as text; `row` counts from 1 as a spreadsheet does. What the file has not is empty. */
export interface PhraseRow {
  row: number
  id: string
  code: string
  title: string
  body: string
  /** As `variantsCell` and `furtherCell` write them. */
  variants: string
  further: string
  /** Names from the outermost group inwards; empty for none. */
  group: string[]
  step: string
  tags: string[]
  questions: string[]
  buyerTypes: string[]
  validFrom: string
  validUntil: string
  guard: string
  pinned: string
  /** Names of pictures that lie beside the file. */
  images: string[]
  /** Why it cannot be a phrase, where the file's own shape says so; null for most. */
  fault: string | null
  /** What its author should know of it, before anything is looked at. */
  remarks: string[]
}

/** A row of which nothing is known but its place. */
export function blankRow(row: number): PhraseRow {
  return {
    row,
    id: '',
    code: '',
    title: '',
    body: '',
    variants: '',
    further: '',
    group: [],
    step: '',
    tags: [],
    questions: [],
    buyerTypes: [],
    validFrom: '',
    validUntil: '',
    guard: '',
    pinned: '',
    images: [],
    fault: null,
    remarks: [],
  }
}

/**
 * Makes a row of its cells.
 *
 * @param isOwn a file of ours: its cells are parted by what we part them with and by nothing else
 */
export function rowReader(uses: readonly PhraseColumnUse[], isOwn: boolean) {
  const places = new Map<PhraseColumnUse, number>()
  for (const [index, use] of uses.entries()) if (!places.has(use)) places.set(use, index)
  return (row: number, cells: readonly string[], fault: string | null): PhraseRow => {
    const cell = (field: PhraseField) => {
      const place = places.get(field)
      const text = place === undefined ? '' : (cells[place] ?? '').trim()
      return isOwn ? undefused(text) : text
    }
    const list = (field: PhraseField, separator: RegExp) =>
      listIn(cell(field), isOwn ? LIST_SEPARATOR : separator)
    return {
      row,
      id: cell('id'),
      code: cell('code'),
      title: cell('title'),
      body: cell('body'),
      variants: cell('variants'),
      further: cell('further'),
      group: groupIn(cell('group'), isOwn),
      step: cell('step'),
      tags: list('tags', /[,，、;；\n]/),
      questions: list('questions', /[\n|]/),
      buyerTypes: list('buyerTypes', /[,，、;；\n]/),
      validFrom: cell('validFrom'),
      validUntil: cell('validUntil'),
      guard: cell('guard'),
      pinned: cell('pinned'),
      images: list('images', /[,，、;；|\n]/),
      fault,
      remarks: [],
    }
  }
}

/** A slash nests groups only where nothing else does: names like 7/15天 have one, too. */
function groupIn(cell: string, isOwn: boolean): string[] {
  const separator = isOwn ? GROUP_SEPARATOR : /[=＝]>/.test(cell) ? /[=＝]>/ : '/'
  return listIn(cell, separator)
    .map((name) => plainName(name).trim())
    .filter(Boolean)
}

function listIn(text: string, separator: string | RegExp): string[] {
  if (text === '') return []
  return text
    .split(separator)
    .map((item) => item.trim())
    .filter(Boolean)
}
