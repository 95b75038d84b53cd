import type { Sku } from '../../model/product.ts'

/**
 * The SKUs that `wanted` speaks of, all of them when it names nothing: 黑色 M, 黑色/M, or as an order shows it,
 * 颜色分类:黑色;尺码:M. A SKU is meant when its own values and attribute names leave nothing of `wanted` unexplained.
 */
export function skusWanted(skus: readonly Sku[], wanted: string): Sku[] {
  const written = folded(wanted)
  return skus.filter((sku) => unexplained(written, sku) === '')
}

/** `黑色 M`: how a SKU is named in a chat. */
export function spokenSku({ attributes }: Sku): string {
  return Object.values(attributes).join(' ')
}

function unexplained(written: string, { attributes }: Sku): string {
  const longestFirst = (a: string, b: string) => b.length - a.length
  const values = Object.values(attributes).map(folded).toSorted(longestFirst)
  const names = Object.keys(attributes).flatMap((name) => [`${folded(name)}分类`, folded(name)])
  const left = [...values, ...names].reduce((rest, word) => rest.replace(word, ' '), written)
  return left.replace(/[\s,;:、/+-]+/g, '')
}

function folded(text: string): string {
  return text.normalize('NFKC').trim().toUpperCase()
}
