import type { Product, Sku } from '../../../../shared/model/product.ts'

interface Dated {
  skus: Sku[]
  stockUpdatedAt: number | null
}

/**
 * When each stock figure of an edited product was last true, ms since 1970. A figure that was changed is of now; one
 * that was left alone is as old as it was, however else its row was edited: it must not found a claim of scarcity. With
 * `isChecked` the person vouches for all of them as of now.
 */
export function datedStock(
  skus: readonly Sku[],
  before: Pick<Product, 'skus' | 'stockUpdatedAt'> | null,
  { now, isChecked }: { now: number; isChecked: boolean },
): Dated {
  if (isChecked || !before)
    return {
      skus: skus.map((sku) => ({ ...sku, stockUpdatedAt: null })),
      stockUpdatedAt: skus.some(({ stock }) => stock !== null) ? now : (before?.stockUpdatedAt ?? null),
    }
  return {
    stockUpdatedAt: before.stockUpdatedAt,
    skus: skus.map((sku, place) => {
      const old = earlierSelf(sku, place, before.skus)
      const isSame = old !== undefined && old.stock === sku.stock
      const dateOfNew = sku.stock === null ? null : now
      return { ...sku, stockUpdatedAt: isSame ? old.stockUpdatedAt : dateOfNew }
    }),
  }
}

/** The SKU that this one was: by its values, else by its code, else (a value was corrected) by its place. */
function earlierSelf(sku: Sku, place: number, olds: readonly Sku[]): Sku | undefined {
  const valuesOf = ({ attributes }: Sku) => Object.values(attributes).toSorted().join('\n')
  const values = valuesOf(sku)
  return (
    olds.find((old) => valuesOf(old) === values) ??
    olds.find((old) => sku.code !== null && old.code === sku.code) ??
    olds[place]
  )
}
