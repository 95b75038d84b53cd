import type { ColumnUse } from '../../../../shared/model/product-transfer.ts'
import type { RowProblem } from '../../../../shared/model/transfer.ts'
import { hasCode, sameAttributes } from '../../products/sku-identity.ts'
import { excerptOf } from '../tables/excerpt.ts'
import type { TableRow } from '../tables/read-table.ts'
import { type FileFacts, type FileSku, type ProductRow, readProductRow } from './product-row.ts'

/** A product as a file tells of it, put together from its rows. */
export interface FileProduct {
  /** Its first row. */
  row: number
  code: string
  facts: FileFacts
  attributes: Record<string, string[]>
  skus: FileSku[]
  stock: number | null
}

export interface FileProducts {
  products: FileProduct[]
  refused: RowProblem[]
  notes: RowProblem[]
}

/**
 * Puts the rows of each product together: rows of one code are its variants. A row without a code belongs to the row
 * above, as in sheets whose cells are merged, when it speaks of a variant and of no product of its own.
 *
 * @param oneRowEach a code that comes again is then another product's by mistake, not a variant
 */
export function productsIn(
  rows: readonly TableRow[],
  uses: readonly ColumnUse[],
  { oneRowEach }: { oneRowEach: boolean },
): FileProducts {
  const byCode = new Map<string, FileProduct>()
  const refused: RowProblem[] = []
  const notes: RowProblem[] = []
  let above = ''

  for (const { row, cells, fault } of rows) {
    const about = { row, excerpt: excerptOf(cells.filter(Boolean).join(' ')) }
    const reading = fault ? { ok: false as const, reason: fault } : readProductRow(row, cells, uses)
    if (!reading.ok) {
      refused.push({ ...about, reason: reading.reason })
      continue
    }
    const code = reading.value.code || (continuesAbove(reading.value) ? above : '')
    above = code
    if (code === '') {
      refused.push({ ...about, reason: '商家编码是空的' })
      continue
    }
    for (const note of reading.value.notes) notes.push({ ...about, reason: note })
    const known = byCode.get(code.toLowerCase())
    if (!known) {
      const { facts, attributes, skus, stock } = reading.value
      byCode.set(code.toLowerCase(), { row, code, facts, attributes, skus, stock })
      continue
    }
    const reason = oneRowEach ? `商家编码与第 ${known.row} 行的商品相同` : whyNoVariant(reading.value, known)
    if (reason) refused.push({ ...about, reason })
    else for (const note of join(known, reading.value)) notes.push({ ...about, reason: note })
  }
  return { products: [...byCode.values()], refused, notes }
}

function continuesAbove(row: ProductRow): boolean {
  return row.skus.length > 0 && row.facts.name === undefined
}

function whyNoVariant(row: ProductRow, product: FileProduct): string | null {
  const [sku] = row.skus
  if (!sku) return `商家编码与第 ${product.row} 行相同，又没有写颜色、尺码等规格`
  const twin = product.skus.find(
    (other) =>
      sameAttributes(other.attributes, sku.attributes) &&
      (hasCode(other, sku.code) || (other.code === null && sku.code === null)),
  )
  return twin ? `规格与第 ${twin.row} 行相同` : null
}

const SAID_ONCE = { name: '名称', category: '类目', shortName: '简称' } as const

/** Adds a row's variant and what no row above has said of the product; returns what the rows do not agree on. */
function join(product: FileProduct, row: ProductRow): string[] {
  const disagreements = (Object.keys(SAID_ONCE) as (keyof typeof SAID_ONCE)[]).filter(
    (field) =>
      row.facts[field] !== undefined &&
      product.facts[field] !== undefined &&
      row.facts[field] !== product.facts[field],
  )
  product.facts = { ...row.facts, ...product.facts }
  product.attributes = { ...row.attributes, ...product.attributes }
  product.skus.push(...row.skus)
  return disagreements.map(
    (field) => `${SAID_ONCE[field]}与第 ${product.row} 行不同，用的是第 ${product.row} 行的`,
  )
}
