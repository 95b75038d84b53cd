import type { FormInstance } from 'antd'
import { useState } from 'react'
import type { PhraseForm } from './phrase-form.ts'
import { NOBODY, type SupposedBuyer } from './preview/preview-buyer.ts'
import { variantFor } from './variants/variants.ts'

/**
 * Which wording of the phrase is open, and which buyer the preview supposes: the two go together, since the panel picks
 * the wording by the buyer's type.
 */
export function useChosenWording(form: FormInstance<PhraseForm>, { body, variants }: PhraseForm) {
  const [active, setActive] = useState<number | null>(null)
  const [asked, setAsked] = useState<SupposedBuyer>(NOBODY)
  const isGivenIt = variantFor(variants, asked.type) === active
  const types = active === null ? [] : (variants[active]?.buyerTypes ?? [])

  /** Whom the preview is for: the one asked for, or one who would be given the wording that is open. */
  const buyer = isGivenIt ? asked : { ...asked, type: types[0] ?? null }

  return {
    active,
    body: active === null ? body : (variants[active]?.body ?? ''),
    buyer,
    /** Opens a variant by its place, or the body. */
    open: setActive,
    /** Supposes another buyer; the wording for the type comes up. */
    suppose(next: SupposedBuyer) {
      setAsked(next)
      if (next.type !== buyer.type) setActive(variantFor(variants, next.type))
    },
    /** Begins a variant with the general words, and opens it. */
    add() {
      form.setFieldValue('variants', [...variants, { buyerTypes: [], body }])
      setActive(variants.length)
    },
    remove(variant: number) {
      form.setFieldValue(
        'variants',
        variants.filter((_, place) => place !== variant),
      )
      setActive(null)
    },
  }
}
