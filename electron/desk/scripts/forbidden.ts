import { checkScriptWording, isBlocked, waiversThatHold } from '../../../shared/compliance/index.ts'
import type { Phrase } from '../../../shared/model/phrase.ts'
import type { Catalogue } from '../products/catalogue.ts'

/** Texts whose verdict is kept; the panel lists the same few again and again. */
const MAX_KEPT = 2000

/**
 * Tells of a phrase, before it is chosen, whether the words that stand in it are blocked for a team. It looks at the
 * script; what facts bring in is judged when it is filled.
 */
export function createForbidden(catalogue: Catalogue): (phrase: Phrase) => string | null {
  const kept = new Map<string, string | null>()

  return (phrase) => {
    if (phrase.source !== 'team') return null
    const known = kept.get(phrase.body)
    if (known !== undefined) return known
    if (kept.size >= MAX_KEPT) kept.clear()
    const verdict = blockedWords(phrase, catalogue)
    kept.set(phrase.body, verdict)
    return verdict
  }
}

function blockedWords(phrase: Phrase, catalogue: Catalogue): string | null {
  const waivers = waiversThatHold(phrase.waivers, phrase.source)
  const names = catalogue
    .all()
    .flatMap(({ name, shortName }) => [name, shortName ?? ''])
    .filter((name) => name !== '' && phrase.body.includes(name))
  const blocked = checkScriptWording(phrase.body, { waivers, names }).find((finding) =>
    isBlocked(finding, phrase.source),
  )
  return blocked ? `含“${blocked.text}”，团队话术不能发` : null
}
