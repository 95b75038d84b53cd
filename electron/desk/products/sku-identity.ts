import type { Sku } from '../../../shared/model/product.ts'

/** What tells a SKU apart: its code, and its attributes. Shops leave either out, or give one code to several. */
export type SkuIdentity = Pick<Sku, 'code' | 'attributes'>

/** The SKU of `skus` that is the same thing: by code and attributes, else by either alone. */
export function sameSku(sku: SkuIdentity, skus: readonly Sku[]): Sku | undefined {
  const isSame = (other: Sku) => sameAttributes(other.attributes, sku.attributes)
  const sameCode = skus.filter((other) => hasCode(other, sku.code))
  return sameCode.find(isSame) ?? sameCode[0] ?? skus.find(isSame)
}

/** Codes are compared without regard to case; no code is nobody's code. */
export function hasCode(sku: SkuIdentity, code: string | null): boolean {
  return code !== null && sku.code !== null && sku.code.toLowerCase() === code.toLowerCase()
}

export function sameAttributes(a: Sku['attributes'], b: Sku['attributes']): boolean {
  return Object.keys(a).length === Object.keys(b).length && isPartOf(a, b)
}

/** Whether `whole` has every attribute of `part` with the same value. */
export function isPartOf(part: Sku['attributes'], whole: Sku['attributes']): boolean {
  return Object.entries(part).every(([name, value]) => Object.hasOwn(whole, name) && whole[name] === value)
}
