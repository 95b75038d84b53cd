import { checkScriptWording, isBlocked } from '../../../shared/compliance/index.ts'
import type { Phrase } from '../../../shared/model/phrase.ts'
import type { Product } from '../../../shared/model/product.ts'
import type { Catalogue } from '../products/catalogue.ts'
import { namesIn } from './reading.ts'

/** Texts whose verdict is kept; the panel lists the same few again and again. */
const MAX_KEPT = 2000

/**
 * Tells of a phrase, before it is chosen, whether a team's buyers can be sent none of its wordings as they stand. It
 * looks at the scripts; what facts bring in is judged when one is filled.
 */
export function createForbidden(catalogue: Catalogue): (phrase: Phrase) => string | null {
  const kept = new Map<string, string | null>()
  let judgedBy: readonly Product[] | null = null

  function blockedIn(body: string, source: Phrase['source']): string | null {
    const products = catalogue.all()
    // A product's name may acquit: with other products, verdicts may be others.
    if (products !== judgedBy || kept.size >= MAX_KEPT) kept.clear()
    judgedBy = products
    const known = kept.get(body)
    if (known !== undefined) return known
    const verdict = blockedWords(body, source, products)
    kept.set(body, verdict)
    return verdict
  }

  return ({ source, body, variants, further }) => {
    if (source !== 'team') return null
    const inFirst = blockedIn(body, source)
    const hasAnother = variants.some((variant) => blockedIn(variant.body, source) === null)
    // Of the wordings one is sent, of the messages after them all are.
    const blocked =
      (hasAnother ? null : inFirst) ??
      further.map((message) => blockedIn(message.body, source)).find((words) => words !== null)
    return blocked ? `含“${blocked}”，团队话术不能发` : null
  }
}

/** The first words that are blocked. No waiver is asked: none holds for a team. */
function blockedWords(body: string, source: Phrase['source'], products: readonly Product[]): string | null {
  const first = (names: readonly string[]) =>
    checkScriptWording(body, { names }).find((finding) => isBlocked(finding, source))
  // Most texts end here; a large catalogue is looked through only where it may acquit.
  return first([]) ? (first(namesIn(body, products))?.text ?? null) : null
}
