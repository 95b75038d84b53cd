import type { Span } from '../model/span.ts'
import type { Waiver, WordingFinding } from '../model/wording.ts'
import { detect } from './detectors/detect.ts'
import { type Detector, type WordingRule, wordingRules, wordSets } from './rules.ts'
import { type CondensedText, condense, originalSpan } from './text/condense.ts'
import { Cover, type Stretch } from './text/stretch.ts'
import { findWords, type Place } from './vocabulary/find-words.ts'
import { compileVocabulary, type Vocabulary } from './vocabulary/vocabulary.ts'

export interface WordingOptions {
  /** What the author lets stand; each takes away the findings of its rule with its words. */
  waivers?: readonly Waiver[]
  /** Names of products, which are never findings: QQ糖, 永久自行车. */
  names?: readonly string[]
}

/** What a finding says. */
interface Verdict {
  rule: WordingRule
  reason: string
  suggestion: string | null
}

interface Compiled {
  vocabulary: Vocabulary<Verdict>
  detectors: readonly { detector: Detector; verdict: Verdict }[]
}

let compiled: Compiled | undefined

/** Made when first asked for, so that whoever only imports this pays nothing. */
function compiledRules(): Compiled {
  compiled ??= {
    vocabulary: compileVocabulary(
      wordingRules.map((rule) => ({
        contexts: rule,
        lists: rule.lists.map((list) => ({ list, verdict: verdictOf(rule, list) })),
      })),
      wordSets,
    ),
    detectors: wordingRules.flatMap((rule) =>
      (rule.detectors ?? []).map((detector) => ({ detector, verdict: verdictOf(rule, detector) })),
    ),
  }
  return compiled
}

function verdictOf(rule: WordingRule, said: { reason?: string; suggestion?: string | null }): Verdict {
  const { reason = rule.reason, suggestion = rule.suggestion } = said
  return { rule, reason, suggestion }
}

/**
 * What the wording rules say of a text, in order of position. Spans are in the text as given, in UTF-16 units; findings
 * of one rule do not overlap. Never throws; its time grows with the text's length alone.
 */
export function checkWording(text: string, options: WordingOptions = {}): WordingFinding[] {
  return checkOutsideWalls(text, [], options)
}

/** The same for a text with `walls` (ordered, disjoint), which belong to no finding and which none reaches across. */
export function checkOutsideWalls(
  text: string,
  walls: readonly Span[],
  { waivers = [], names = [] }: WordingOptions,
): WordingFinding[] {
  const condensed = condense(text, walls)
  let named: Cover | undefined
  const isName = (stretch: Stretch) => {
    named ??= occurrencesOf(names, condensed)
    return named.contains(stretch)
  }
  const { vocabulary, detectors } = compiledRules()
  const places = [
    ...findWords(condensed, vocabulary, isName),
    ...detectors.flatMap(({ detector, verdict }) =>
      detect(detector, condensed, text).map((stretch) => ({ ...stretch, verdict })),
    ),
  ]
  if (places.length === 0) return []
  const waived = new Set(waivers.map((waiver) => `${waiver.rule} ${condense(waiver.text).text}`))
  return withoutOverlaps(places)
    .filter(({ from, to, verdict }) => !waived.has(`${verdict.rule.id} ${condensed.text.slice(from, to)}`))
    .map((place) => asFinding(place, text, condensed))
}

function asFinding(
  { from, to, verdict }: Place<Verdict>,
  text: string,
  condensed: CondensedText,
): WordingFinding {
  const span = originalSpan(condensed, from, to)
  const { rule, reason, suggestion } = verdict
  return {
    rule: rule.id,
    category: rule.category,
    level: rule.level,
    span,
    text: text.slice(span.start, span.end),
    reason,
    suggestion,
  }
}

/** Of findings of the same rule that overlap, the one that begins first, and of those the longest. */
function withoutOverlaps(places: readonly Place<Verdict>[]): Place<Verdict>[] {
  const reached = new Map<string, number>()
  return places
    .toSorted((a, b) => a.from - b.from || b.to - a.to)
    .filter(({ from, to, verdict }) => {
      const { id } = verdict.rule
      if (from < (reached.get(id) ?? 0)) return false
      reached.set(id, to)
      return true
    })
}

/** Lists of names as they are compared: a whole library is checked with the same one. */
const condensedNames = new WeakMap<readonly string[], readonly string[]>()

function condensedOnce(names: readonly string[]): readonly string[] {
  const known = condensedNames.get(names)
  if (known) return known
  const condensed = [...new Set(names.map((one) => condense(one).text))].filter((name) => name.length >= 2)
  condensedNames.set(names, condensed)
  return condensed
}

function occurrencesOf(names: readonly string[], { text }: CondensedText): Cover {
  const found: Stretch[] = []
  for (const name of condensedOnce(names)) {
    for (let from = text.indexOf(name); from >= 0; from = text.indexOf(name, from + 1))
      found.push({ from, to: from + name.length })
  }
  const cover = new Cover()
  for (const stretch of found.sort((a, b) => a.from - b.from)) cover.add(stretch)
  return cover
}
