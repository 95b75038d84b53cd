import type { Product, Sku } from '../../model/product.ts'
import { type Outcome, refuse } from '../outcome.ts'
import { listed, listedWith } from '../wording.ts'
import { skusWanted } from './skus-wanted.ts'
import { isAvailable, valuesInStock } from './stock.ts'

/** More than these are not read out one by one. */
const MOST_NAMED = 6

/**
 * 反问推荐: asks which of the values in stock of `attribute` (颜色, 尺码 …) the buyer would like, in a sentence of its own;
 * with `wanted` (M, 黑色 M) only among the SKUs it names, so that what is offered can be had in that size. `values` are all
 * of them. Refused when nothing is in stock, with the product's substitutes instead.
 */
export function counterQuestion(
  product: Pick<Product, 'skus' | 'substitutes'>,
  attribute: string,
  catalogue: readonly Product[],
  wanted = '',
): Outcome<{ text: string; values: string[] }> {
  const attributes = [...new Set(product.skus.flatMap((sku) => Object.keys(sku.attributes)))]
  if (!attributes.includes(attribute)) {
    return refuse(
      attributes.length ? `这款的规格里没有「${attribute}」，有：${listed(attributes)}` : '这款没有填写规格',
    )
  }
  const skus = skusWanted(product.skus, wanted)
  if (skus.length === 0) return refuse(`这款没有「${wanted.trim()}」`)
  const values = valuesInStock({ skus }, attribute)
  if (values.length) return { ok: true, values, text: question(values, attribute) }
  return refuse(whyNone(attribute, wanted), instead(product, skus, attribute, catalogue))
}

function question(values: readonly string[], attribute: string): string {
  if (values.length === 1) return `现在有${values[0]}的，您看${values[0]}可以吗？`
  if (values.length === 2) return `${listedWith(values, '和')}都有现货，您更${verbFor(attribute)}哪一个呢？`
  return `现在有${spokenChoice(values, attribute)}，您${verbFor(attribute)}哪个${attribute}呢？`
}

function spokenChoice(values: readonly string[], attribute: string): string {
  if (values.length <= MOST_NAMED) return listedWith(values, '和')
  return `${listed(values.slice(0, MOST_NAMED))}等 ${values.length} 种${attribute}`
}

/** A colour or a scent is liked; a size is what one needs. */
function verbFor(attribute: string): string {
  return /[码寸号]$|规格|容量|重量/.test(attribute) ? '需要' : '喜欢'
}

function whyNone(attribute: string, wanted: string): string {
  return wanted.trim() ? `「${wanted.trim()}」都没有货了` : `这款的${attribute}都没有货了`
}

/** Another size of the same thing is nearer than another product. */
function instead(
  product: Pick<Product, 'skus' | 'substitutes'>,
  soldOut: readonly Sku[],
  attribute: string,
  catalogue: readonly Product[],
): string | null {
  if (soldOut.length < product.skus.length) {
    const others = valuesInStock(product, attribute)
    if (others.length) return `别的规格里还有${listed(others.slice(0, MOST_NAMED))}，您看要换一个吗？`
  }
  const names = substitutesFor(product, catalogue).map((other) => other.shortName || other.name)
  return names.length ? `这款暂时没有货了，用途接近的有${listed(names)}，您要看看吗？` : null
}

/** The products in `catalogue` that can stand in for `product` and are not known to be sold out. */
function substitutesFor(product: Pick<Product, 'substitutes'>, catalogue: readonly Product[]): Product[] {
  return product.substitutes.flatMap((code) => {
    const other = catalogue.find((candidate) => candidate.code === code)
    return other && isAvailable(other) ? [other] : []
  })
}
