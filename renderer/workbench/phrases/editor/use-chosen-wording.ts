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
  const [buyer, setBuyer] = useState<SupposedBuyer>(NOBODY)

  return {
    active,
    body: active === null ? body : (variants[active]?.body ?? ''),
    buyer,
    /** Opens a variant by its place, or the body; the preview then supposes a buyer who would be given it. */
    open(variant: number | null) {
      setActive(variant)
      const isGivenIt = variantFor(variants, buyer.type) === variant
      const types = variant === null ? [] : (variants[variant]?.buyerTypes ?? [])
      if (!isGivenIt) setBuyer({ ...buyer, type: types[0] ?? null })
    },
    /** Supposes another buyer; the wording for the type comes up. */
    suppose(next: SupposedBuyer) {
      setBuyer(next)
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
