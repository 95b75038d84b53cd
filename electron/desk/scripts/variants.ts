import type { Phrase } from '../../../shared/model/phrase.ts'
import type { VariantChoice, WantedVariant } from '../../../shared/model/script.ts'
import type { BuyerType } from '../../../shared/model/steps.ts'
import { DeskError } from '../desk-error.ts'

/** The wording to fill, and the phrase's other wordings to choose from. */
export interface ChosenWording {
  body: string
  /** Null for the phrase's own body. */
  variant: VariantChoice | null
  variants: VariantChoice[]
}

/**
 * The wording for a buyer of `buyerType`: the variant for that type, else the body; or the one the agent wants.
 *
 * @throws DeskError `not-found` when the wanted variant is gone: another wording must not go out in its place
 */
export function chooseWording(
  { body, variants }: Pick<Phrase, 'body' | 'variants'>,
  buyerType: BuyerType | null,
  wanted: WantedVariant,
): ChosenWording {
  const index = wanted === undefined ? indexFor(variants, buyerType) : wanted
  const choices = variants.map(({ buyerTypes }, place) => ({ index: place, buyerTypes }))
  if (index === null) return { body, variant: null, variants: choices }
  const [variant, choice] = [variants[index], choices[index]]
  if (!variant || !choice) throw new DeskError('not-found', '这个说法刚被改掉了，请重新选一个')
  return { body: variant.body, variant: choice, variants: choices }
}

function indexFor(variants: Phrase['variants'], buyerType: BuyerType | null): number | null {
  const index = variants.findIndex(({ buyerTypes }) => buyerType !== null && buyerTypes.includes(buyerType))
  return index === -1 ? null : index
}
