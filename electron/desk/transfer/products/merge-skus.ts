import type { Sku } from '../../../../shared/model/product.ts'
import { hasCode, isPartOf, sameAttributes } from '../../products/sku-identity.ts'
import type { FileSku } from './product-row.ts'

export interface MergedSkus {
  skus: Sku[]
  /** Those whose pieces the file gives, the same figure included. */
  confirmed: ReadonlySet<Sku>
  /** How many of the catalogue's the file does not speak of; they stay. */
  untold: number
}

export type Merging = ({ ok: true } & MergedSkus) | { ok: false; row: number; reason: string }

/**
 * A product's SKUs with what a file says of them: each of the file's is found among the catalogue's by code, else by
 * attributes, or is a new one. Nothing is taken away, since a file may tell of a part only.
 *
 * @param priceFen of new SKUs that have none of their own; null when there is none
 */
export function mergeSkus(known: readonly Sku[], told: readonly FileSku[], priceFen: number | null): Merging {
  const partner = partnersOf(known, told)
  const taken = new Set(partner.values())
  const skus = [...known]
  const confirmed = new Set<Sku>()

  for (const sku of told) {
    const old = partner.get(sku)
    const price = sku.priceFen ?? old?.priceFen ?? priceFen
    if (price === null) return { ok: false, row: sku.row, reason: '没有价格' }
    if (!old) {
      const candidates = known.filter((other) => isOpenTo(sku, other))
      if (candidates.length > 1)
        return { ok: false, row: sku.row, reason: `对应库里 ${candidates.length} 个规格，请把规格写全` }
    }
    const merged: Sku = {
      code: sku.code ?? old?.code ?? null,
      attributes: { ...old?.attributes, ...sku.attributes },
      priceFen: price,
      stock: sku.stock ?? old?.stock ?? null,
      stockUpdatedAt: old?.stockUpdatedAt ?? null,
    }
    if (old) skus[skus.indexOf(old)] = merged
    else skus.push(merged)
    if (sku.stock !== null) confirmed.add(merged)
  }
  return { ok: true, skus, confirmed, untold: known.length - taken.size }
}

/** The surest ties first, over all SKUs, so that a loose one never takes what belongs to another. */
function partnersOf(known: readonly Sku[], told: readonly FileSku[]): Map<FileSku, Sku> {
  const partner = new Map<FileSku, Sku>()
  const taken = new Set<Sku>()
  const ties: ((sku: FileSku, other: Sku) => boolean)[] = [
    (sku, other) => hasCode(other, sku.code) && sameAttributes(other.attributes, sku.attributes),
    (sku, other) => hasCode(other, sku.code),
    (sku, other) => sameAttributes(other.attributes, sku.attributes) && !codesDiffer(sku, other, told),
    isOpenTo,
  ]
  for (const tie of ties) {
    for (const sku of told) {
      if (partner.has(sku)) continue
      const candidates = known.filter((other) => !taken.has(other) && tie(sku, other))
      const [only] = candidates
      if (!only || candidates.length > 1) continue
      partner.set(sku, only)
      taken.add(only)
    }
  }
  return partner
}

/** Two variants of one file may have the same attributes and be told apart by their codes alone. */
function codesDiffer(sku: FileSku, other: Sku, told: readonly FileSku[]): boolean {
  const isAlone = told.filter((one) => sameAttributes(one.attributes, sku.attributes)).length === 1
  return !isAlone && sku.code !== null && other.code !== null && !hasCode(other, sku.code)
}

/** A file that says 黑色 where the catalogue has 黑色 M. */
function isOpenTo(sku: FileSku, other: Sku): boolean {
  return (
    sku.code === null && Object.keys(sku.attributes).length > 0 && isPartOf(sku.attributes, other.attributes)
  )
}
