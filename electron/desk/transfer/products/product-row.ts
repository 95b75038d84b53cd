import { isKeptName, KEPT_NAME_REFUSED } from '../../../../shared/model/named-values.ts'
import type { ColumnUse, ProductField } from '../../../../shared/model/product-transfer.ts'
import { type Read, readCode, readCount, readList, readPrice, readStock } from './cells.ts'
import { textOfHtml } from './html-text.ts'
import { readTaobaoSkus } from './taobao-skus.ts'

/** What a file says of a product; what it leaves out is not here, so that it stays as it was. */
export interface FileFacts {
  name?: string
  shortName?: string
  category?: string
  priceFen?: number
  sellingPoints?: string[]
  description?: string
  materials?: string[]
  certificates?: string[]
  warranty?: string
  gift?: string
  days?: number
  uses?: number
  people?: number
  flaws?: string[]
  pairings?: string[]
  substitutes?: string[]
}

export interface FileSku {
  row: number
  code: string | null
  attributes: Record<string, string>
  priceFen: number | null
  stock: number | null
}

/** One row, understood. Rows of one product are put together by `productsIn`. */
export interface ProductRow {
  /** Empty when the row leaves it to the one above. */
  code: string
  facts: FileFacts
  attributes: Record<string, string[]>
  /** None for a product without variants; one for a row that speaks of a variant; many from Taobao's one cell. */
  skus: FileSku[]
  /** Pieces of a product without variants. */
  stock: number | null
  notes: string[]
}

const LIST_FIELDS = [
  'sellingPoints',
  'materials',
  'certificates',
  'flaws',
  'pairings',
  'substitutes',
] as const
const SENTENCES: ReadonlySet<ProductField> = new Set(['sellingPoints', 'flaws'])
const TEXT_FIELDS = ['name', 'shortName', 'category', 'warranty', 'gift'] as const
const COUNT_FIELDS = { days: '可用天数', uses: '可用次数', people: '可用人数' } as const
const MAX_ITEMS = 20
const MAX_ITEM_LENGTH = 200
const MAX_DESCRIPTION = 2000

/** Reads one row by what its columns are used for. The first cell that cannot be taken refuses the row. */
export function readProductRow(
  row: number,
  cells: readonly string[],
  uses: readonly ColumnUse[],
): Read<ProductRow> {
  const cellsOf = (use: ColumnUse) =>
    uses.flatMap((one, index) => (one === use ? [(cells[index] ?? '').trim()] : [])).filter(Boolean)
  const cell = (use: ColumnUse) => cellsOf(use)[0] ?? ''
  const notes: string[] = []
  const problems: string[] = []
  /** The value, or undefined for an empty cell or one that has to be told of. */
  function taken<Value>(text: string, read: (text: string) => Read<Value>): Value | undefined {
    if (text === '') return undefined
    const result = read(text)
    if (!result.ok) problems.push(result.reason)
    return result.ok ? result.value : undefined
  }

  const code = taken(cell('code') || cell('listingId'), (text) => readCode('商家编码', text)) ?? ''
  const skuCode = taken(cell('skuCode'), (text) => readCode('规格编码', text)) ?? null
  const priceFen = taken(cell('price'), readPrice)
  const stock = taken(cell('stock'), readStock) ?? null

  const facts: FileFacts = {}
  for (const field of TEXT_FIELDS) if (cell(field)) facts[field] = oneLine(cell(field))
  for (const field of LIST_FIELDS) {
    const items = readList(cell(field), SENTENCES.has(field))
    if (items.length > 0) facts[field] = withinLimits(items, notes)
  }
  for (const [field, label] of Object.entries(COUNT_FIELDS) as [keyof typeof COUNT_FIELDS, string][]) {
    const count = taken(cell(field), (text) => readCount(label, text))
    if (count !== undefined) facts[field] = count
  }
  const description = cutDescription(textOfHtml(cell('description')), notes)
  if (description) facts.description = description

  const attributes: Record<string, string[]> = {}
  const skuAttributes: Record<string, string> = {}
  for (const [index, use] of uses.entries()) {
    const text = oneLine(cells[index] ?? '')
    const [kind, name] = text === '' ? [] : use.split(':')
    if (name !== undefined && isKeptName(name)) notes.push(KEPT_NAME_REFUSED)
    else if (kind === '属性' && name) attributes[name] = withinLimits(readList(text, false), notes)
    else if (kind === '规格' && name) skuAttributes[name] = shortened(text, 60, notes)
  }

  const combined = readTaobaoSkus(cell('taobaoSkus'), cellsOf('taobaoSkuNames'))
  if (combined.unread.length > 0) notes.push(`销售属性组合里有 ${combined.unread.length} 段看不懂，没有读`)
  const isVariant = skuCode !== null || Object.keys(skuAttributes).length > 0
  const skus = isVariant
    ? [{ row, code: skuCode, attributes: skuAttributes, priceFen: priceFen ?? null, stock }]
    : combined.skus.map((sku) => ({ row, ...sku }))
  if (!isVariant && priceFen !== undefined) facts.priceFen = priceFen

  const [problem] = problems
  if (problem) return { ok: false, reason: problem }
  return { ok: true, value: { code, facts, attributes, skus, stock: skus.length > 0 ? null : stock, notes } }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function shortened(text: string, length: number, notes: string[]): string {
  const characters = [...text]
  if (characters.length <= length) return text
  notes.push(`“${characters.slice(0, 12).join('')}…”超过 ${length} 个字，后面的没有读`)
  return characters.slice(0, length).join('').trim()
}

function withinLimits(items: string[], notes: string[]): string[] {
  if (items.length > MAX_ITEMS) notes.push(`一格里有 ${items.length} 项，只取前 ${MAX_ITEMS} 项`)
  return items.slice(0, MAX_ITEMS).map((item) => shortened(oneLine(item), MAX_ITEM_LENGTH, notes))
}

function cutDescription(text: string, notes: string[]): string {
  return [...text].length > MAX_DESCRIPTION ? shortened(text, MAX_DESCRIPTION, notes) : text
}
