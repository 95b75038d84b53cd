import type { Sku } from '../../../../shared/model/product.ts'
import { formatYuan, parseYuan } from '../../../../shared/techniques/prices/money.ts'
import { blankRow, type Cells, isBlank } from '../../components/sheet/cells.ts'
import type { SheetColumn } from '../../components/sheet/sheet-props.ts'
import { productStrings } from '../../strings/products.ts'
import { attributeNames } from '../sku-grid.ts'

/** SKUs as they are edited: a column for each attribute, then price in yuan, pieces and code, all as texts. */
export interface SkuSheet {
  attributes: readonly string[]
  cells: Cells
}

export const MOST_SKUS = 500
export const MOST_ATTRIBUTES = 6
/** Columns behind the attributes, in this order. */
const FIXED = ['price', 'stock', 'code'] as const

const words = productStrings.editor.skus

export function skuColumns(attributes: readonly string[]): SheetColumn[] {
  return [
    ...attributes.map((name, at) => ({ key: `attribute-${at}`, title: name || words.attributeName(at + 1) })),
    ...FIXED.map((key) => ({ key, title: words.columns[key], isFigure: key !== 'code' })),
  ]
}

export function skuSheetOf(skus: readonly Sku[]): SkuSheet {
  const attributes = skus.length > 0 ? attributeNames(skus) : words.usualAttributes
  const cells = skus.map((sku) => [
    ...attributes.map((name) => sku.attributes[name] ?? ''),
    formatYuan(sku.priceFen),
    sku.stock === null ? '' : String(sku.stock),
    sku.code ?? '',
  ])
  return { attributes, cells: cells.length > 0 ? cells : [blankRow(attributes.length + FIXED.length)] }
}

export const withRow = (sheet: SkuSheet): SkuSheet => ({
  ...sheet,
  cells: [...sheet.cells, blankRow(sheet.attributes.length + FIXED.length)],
})

export function withAttribute({ attributes, cells }: SkuSheet, name: string): SkuSheet {
  return {
    attributes: [...attributes, name],
    cells: cells.map((row) => row.toSpliced(attributes.length, 0, '')),
  }
}

export function withoutAttribute({ attributes, cells }: SkuSheet, at: number): SkuSheet {
  return { attributes: attributes.toSpliced(at, 1), cells: cells.map((row) => row.toSpliced(at, 1)) }
}

export function withAttributeNamed({ attributes, cells }: SkuSheet, at: number, name: string): SkuSheet {
  return { attributes: attributes.with(at, name), cells }
}

/** One attribute of the matrix with the values it comes in. */
export interface MatrixLine {
  name: string
  values: readonly string[]
}

/**
 * The sheet with a row for each combination of the lines' values (颜色 × 尺码) that it does not have yet. Attributes it
 * does not know become columns; rows that are there stay as they are, and the only rows of a new sheet, blank, go.
 */
export function withCombinations(
  sheet: SkuSheet,
  lines: readonly MatrixLine[],
  { price, stock }: { price: string; stock: string },
): { sheet: SkuSheet; added: number } {
  const used = lines.filter(({ name, values }) => name && values.length > 0)
  const wide = used
    .filter(({ name }) => !sheet.attributes.includes(name))
    .reduce((grown, { name }) => withAttribute(grown, name), sheet)
  const valuesOf = (row: readonly string[]) => row.slice(0, wide.attributes.length).map((text) => text.trim())
  const present = wide.cells.filter((row) => !isBlank(row))
  const taken = new Set(present.map((row) => JSON.stringify(valuesOf(row))))
  const fresh = combinationsOf(used)
    .map((values) =>
      wide.attributes.map((name) => values[used.findIndex((line) => line.name === name)] ?? ''),
    )
    .filter((values) => !taken.has(JSON.stringify(values)))
    .slice(0, MOST_SKUS - present.length)
    .map((values) => [...values, price, stock, ''])
  return { sheet: { ...wide, cells: [...present, ...fresh] }, added: fresh.length }
}

function combinationsOf(lines: readonly MatrixLine[]): string[][] {
  if (lines.length === 0) return []
  return lines.reduce<string[][]>(
    (rows, { values }) => rows.flatMap((row) => values.map((value) => [...row, value])),
    [[]],
  )
}

/** What is wrong with the sheet's cells, by row and column. */
export type CellProblems = Map<number, (string | undefined)[]>

export interface SkuReading {
  skus: Sku[]
  problems: CellProblems
}

interface SkuContext {
  /** The product's own price, in fen, which a row without one takes; null when it has none yet. */
  priceFen: number | null
}

/** The SKUs that the sheet stands for, their figures without a date. Rows with a problem are left out of them. */
export function readSkuSheet({ attributes, cells }: SkuSheet, { priceFen }: SkuContext): SkuReading {
  const problems: CellProblems = new Map()
  const skus: Sku[] = []
  const rowOf = new Map<string, number>()
  const rowOfCode = new Map<string, number>()
  const filled = cells.filter((row) => !isBlank(row)).length

  for (const [at, texts] of cells.entries()) {
    if (isBlank(texts)) continue
    const say = (column: number, message: string) => {
      const line = problems.get(at) ?? []
      line[column] ??= message
      problems.set(at, line)
    }
    const values = attributes.map((name, column) => [name.trim(), texts[column]?.trim() ?? ''] as const)
    const [price = '', stock = '', code = ''] = texts.slice(attributes.length).map((text) => text.trim())

    for (const [column, [, value]] of values.entries()) if (value.length > 60) say(column, words.tooLong(60))
    const said = values.filter(([name, value]) => name && value)
    const key = JSON.stringify(said)
    if (said.length === 0 && filled > 1) say(0, words.noAttribute)
    else if (rowOf.has(key)) say(0, words.duplicate((rowOf.get(key) ?? 0) + 1))
    else rowOf.set(key, at)

    const fen = price === '' ? priceFen : parseYuan(price)
    if (fen === null) say(attributes.length, price === '' ? words.noPrice : words.badPrice)
    const pieces = parsePieces(stock)
    if (pieces === undefined) say(attributes.length + 1, words.badStock)
    if (code.length > 64) say(attributes.length + 2, words.tooLong(64))
    else if (code && rowOfCode.has(code.toLowerCase()))
      say(attributes.length + 2, words.duplicate((rowOfCode.get(code.toLowerCase()) ?? 0) + 1))
    else if (code) rowOfCode.set(code.toLowerCase(), at)

    if (problems.has(at) || fen === null || pieces === undefined) continue
    skus.push({
      code: code || null,
      attributes: Object.fromEntries(said),
      priceFen: fen,
      stock: pieces,
      stockUpdatedAt: null,
    })
  }
  return { skus, problems }
}

/** Pieces as people write them (`36`, `1,200`, `36件`); null for nothing, undefined for what is no number of pieces. */
export function parsePieces(text: string): number | null | undefined {
  const digits = text
    .normalize('NFKC')
    .replace(/[\s,]/g, '')
    .replace(/[件个双套盒瓶片]$/, '')
  if (digits === '') return text.trim() === '' ? null : undefined
  if (!/^\d{1,8}$/.test(digits) || Number(digits) > 10_000_000) return undefined
  return Number(digits)
}
