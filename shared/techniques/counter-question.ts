import type { Product } from '../model/product.ts'
import { type Outcome, refuse } from './outcome.ts'
import { isInStock, valuesInStock } from './stock.ts'
import { listed, listedWith } from './wording.ts'

/** The products in `catalogue` that can stand in for `product` and are not known to be sold out. */
function substitutesFor(product: Pick<Product, 'substitutes'>, catalogue: readonly Product[]): Product[] {
  return product.substitutes.flatMap((code) => {
    const other = catalogue.find((candidate) => candidate.code === code)
    return other && (other.skus.length === 0 || other.skus.some(isInStock)) ? [other] : []
  })
}

/**
 * 反问推荐: asks which of the values in stock of `attribute` (颜色, 尺码 …) the buyer would like, in a sentence of its own.
 * `values` are those named. Refused when nothing is in stock, with the product's substitutes instead.
 */
export function counterQuestion(
  product: Pick<Product, 'skus' | 'substitutes'>,
  attribute: string,
  catalogue: readonly Product[],
): Outcome<{ text: string; values: string[] }> {
  const attributes = [...new Set(product.skus.flatMap((sku) => Object.keys(sku.attributes)))]
  if (!attributes.includes(attribute)) {
    return refuse(
      attributes.length ? `这款的规格里没有「${attribute}」，有：${listed(attributes)}` : '这款没有填写规格',
    )
  }
  const values = valuesInStock(product, attribute)
  if (values.length) return { ok: true, values, text: question(values, attribute) }
  const others = substitutesFor(product, catalogue).map((other) => other.shortName || other.name)
  return refuse(`这款的${attribute}都没有货了`, others.length ? `可以推荐替代款：${listed(others)}` : null)
}

function question(values: readonly string[], attribute: string): string {
  if (values.length === 1) return `现在有${values[0]}的，您看${values[0]}可以吗？`
  if (values.length === 2) return `${listedWith(values, '和')}都有现货，您更喜欢哪一个呢？`
  return `现在有${listedWith(values, '和')}，您喜欢哪个${attribute}呢？`
}
