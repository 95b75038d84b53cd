import type { PhraseVariant } from '../../../../../shared/model/phrase.ts'
import { BUYER_TYPE_NAMES, BUYER_TYPES, type BuyerType } from '../../../../../shared/model/steps.ts'
import { strings } from '../../../strings.ts'

const words = strings.editor.variants

/** What a variant is called: the buyers it is for. */
export function variantName(buyerTypes: readonly BuyerType[]): string {
  return buyerTypes.length === 0 ? words.fresh : buyerTypes.map((type) => BUYER_TYPE_NAMES[type]).join('、')
}

/** The place of the variant that a buyer of `type` is given; null for the body. */
export function variantFor(variants: readonly PhraseVariant[], type: BuyerType | null): number | null {
  const at = variants.findIndex(({ buyerTypes }) => type !== null && buyerTypes.includes(type))
  return at === -1 ? null : at
}

/** Kinds of buyers to choose from for the variant at `index`; those who have a wording already cannot be. */
export function typeOptions(
  variants: readonly PhraseVariant[],
  index: number,
): { value: BuyerType; label: string; disabled: boolean }[] {
  const others = new Set(variants.flatMap(({ buyerTypes }, place) => (place === index ? [] : buyerTypes)))
  return BUYER_TYPES.map((value) => {
    const name = BUYER_TYPE_NAMES[value]
    return { value, label: others.has(value) ? words.taken(name) : name, disabled: others.has(value) }
  })
}

/** A kind of buyer who has two variants, and the place of the second; null when each has one at most. */
export function typeTakenTwice(
  variants: readonly PhraseVariant[],
): { index: number; type: BuyerType } | null {
  const taken = new Set<BuyerType>()
  for (const [index, { buyerTypes }] of variants.entries()) {
    const type = buyerTypes.find((one) => taken.has(one))
    if (type) return { index, type }
    for (const one of buyerTypes) taken.add(one)
  }
  return null
}
