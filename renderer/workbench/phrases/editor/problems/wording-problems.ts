import replacements from '../../../../../assets/wording-replacements.json' with { type: 'json' }
import { checkScriptWording } from '../../../../../shared/compliance/index.ts'
import type { Waiver, WordingFinding } from '../../../../../shared/model/wording.ts'
import type { Problem } from './problem.ts'

/** What a waiver can name; the model allows no longer words. */
const LONGEST_WAIVED = 60

/** What the wording rules say of the words of a script, those excepted that its author lets stand. */
export function wordingProblems(
  body: string,
  waivers: readonly Waiver[],
  productNames: readonly string[],
): Problem[] {
  return checkScriptWording(body, { waivers, names: productNames }).map((finding) => ({
    from: finding.span.start,
    to: finding.span.end,
    level: finding.level,
    title: finding.category,
    reason: finding.reason,
    advice: finding.suggestion,
    replacement: replacementFor(finding),
    waivable: isWaivable(finding) ? { rule: finding.rule, text: finding.text.trim() } : null,
  }))
}

/**
 * Harmless words for the most common ones that are not. The rules advise on whole sentences, which the author has to
 * write; a single word can often just be exchanged.
 */
const REPLACEMENTS: Readonly<Record<string, string>> = replacements

function replacementFor({ text, suggestion }: WordingFinding): string | null {
  const word = text.replace(/\s/g, '')
  if (Object.hasOwn(REPLACEMENTS, word)) return REPLACEMENTS[word] ?? null
  return suggestion === null ? '' : null
}

/** What a team's library may not hold at all is no matter of reasons. */
function isWaivable({ level, text }: WordingFinding): boolean {
  return level !== 'block' && text.length <= LONGEST_WAIVED
}
