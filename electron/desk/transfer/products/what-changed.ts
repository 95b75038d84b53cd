import type { ProductDraft, Sku } from '../../../../shared/model/product.ts'
import { PRODUCT_FIELD_NAMES } from '../../../../shared/model/product-transfer.ts'
import { formatYuan } from '../../../../shared/techniques/prices/money.ts'

const COMPARED = [
  ['name', PRODUCT_FIELD_NAMES.name],
  ['shortName', PRODUCT_FIELD_NAMES.shortName],
  ['category', PRODUCT_FIELD_NAMES.category],
  ['sellingPoints', PRODUCT_FIELD_NAMES.sellingPoints],
  ['questions', PRODUCT_FIELD_NAMES.description],
  ['materials', PRODUCT_FIELD_NAMES.materials],
  ['certificates', PRODUCT_FIELD_NAMES.certificates],
  ['warranty', PRODUCT_FIELD_NAMES.warranty],
  ['gift', PRODUCT_FIELD_NAMES.gift],
  ['lasts', '可用天数、次数或人数'],
  ['attributes', '属性'],
  ['flaws', PRODUCT_FIELD_NAMES.flaws],
  ['pairings', PRODUCT_FIELD_NAMES.pairings],
  ['substitutes', PRODUCT_FIELD_NAMES.substitutes],
] as const

/** What is different after an import, in people's words. The age of stock is no difference: its figure is. */
export function whatChanged(before: ProductDraft, after: ProductDraft): string[] {
  const facts = COMPARED.filter(([field]) => !isSame(before[field], after[field])).map(([, words]) => words)
  const price =
    before.priceFen === after.priceFen
      ? []
      : [`价格 ${formatYuan(before.priceFen)} → ${formatYuan(after.priceFen)} 元`]
  return [...price, ...facts, ...skuChanges(before.skus, after.skus)]
}

/** An import keeps the places of the SKUs that were there, and adds new ones behind them. */
function skuChanges(before: readonly Sku[], after: readonly Sku[]): string[] {
  const count = (differs: (old: Sku, sku: Sku) => boolean) =>
    before.filter((old, index) => {
      const sku = after[index]
      return sku !== undefined && differs(old, sku)
    }).length
  const counts: [string, number][] = [
    ['新增规格', after.length - before.length],
    ['库存变了的规格', count((old, sku) => old.stock !== sku.stock)],
    ['价格变了的规格', count((old, sku) => old.priceFen !== sku.priceFen)],
    [
      '编码或属性变了的规格',
      count((old, sku) => old.code !== sku.code || !isSame(old.attributes, sku.attributes)),
    ],
  ]
  return counts.filter(([, number]) => number > 0).map(([words, number]) => `${words} ${number} 个`)
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
