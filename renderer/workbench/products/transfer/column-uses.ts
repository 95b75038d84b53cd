import {
  type ColumnUse,
  PRODUCT_FIELD_NAMES,
  PRODUCT_FIELDS,
  type ProductColumn,
} from '../../../../shared/model/product-transfer.ts'
import { strings } from '../../strings.ts'

const words = strings.products.transfer

/** A group of uses to choose from. */
interface UseGroup {
  label: string
  options: { value: ColumnUse; label: string }[]
}

/** What a column may be used for: nothing, a field, or an attribute named as the column is. */
export function usesFor({ name, use }: Pick<ProductColumn, 'name' | 'use'>): UseGroup[] {
  const attribute = name.trim().slice(0, 30)
  const named = [`规格:${attribute}`, `属性:${attribute}`] as const
  const own: ColumnUse[] =
    named.some((one) => one === use) || !isAttribute(use) ? [...named] : [use, ...named]
  return [
    { label: words.useNothing, options: [{ value: 'skip', label: words.skip }] },
    // A column that no field was found for is most likely an attribute.
    { label: words.useAttribute, options: own.map((value) => ({ value, label: useWords(value) })) },
    {
      label: words.useField,
      options: PRODUCT_FIELDS.map((field) => ({ value: field, label: PRODUCT_FIELD_NAMES[field] })),
    },
  ]
}

/** `规格:颜色` as `规格 · 颜色`. */
function useWords(use: ColumnUse): string {
  const [kind = '', name = ''] = use.split(':')
  return kind === '规格' ? words.skuAttribute(name) : words.productAttribute(name)
}

const isAttribute = (use: ColumnUse): boolean => use.includes(':')
