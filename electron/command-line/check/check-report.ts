import { checkScriptWording, isBlocked, waiversThatHold } from '../../../shared/compliance/index.ts'
import type { Phrase, PhraseSource } from '../../../shared/model/phrase.ts'
import type { ScriptError } from '../../../shared/model/script.ts'
import {
  type Waiver,
  WORDING_LEVELS,
  type WordingFinding,
  type WordingLevel,
} from '../../../shared/model/wording.ts'
import { mistakeIn } from '../../../shared/template/index.ts'

/** A phrase as the rules see it, from a file or from the library. */
export interface CheckedPhrase {
  code: string | null
  title: string
  /** As a spreadsheet shows it, the header being row 1; null for a phrase of the library. */
  row: number | null
  /** Null for a row of a file. */
  id: string | null
  source: PhraseSource
  /** The body first, then the wordings for certain buyers. */
  scripts: readonly string[]
  /** The messages after the first. */
  further: readonly string[]
  waivers: readonly Waiver[]
}

export interface Located {
  phrase: Pick<CheckedPhrase, 'id' | 'code' | 'title' | 'row'>
  /** Null for the body, else the place among the phrase's other wordings. */
  variant: number | null
  /** The place among the messages after the first; null for the first and its wordings. */
  further: number | null
}

export interface LocatedFinding extends WordingFinding, Located {
  isBlocked: boolean
}

/** A script that could not be saved or imported as it is written; line and column are those of its text. */
export interface LocatedMistake extends ScriptError, Located {}

/** A row that is no phrase as it stands, and was not checked. */
export interface UncheckedRow {
  row: number
  excerpt: string
  reason: string
}

/** What `check --format json` prints. */
export interface CheckReport {
  /** Name of the file; null for the library. */
  fileName: string | null
  checked: number
  unchecked: readonly UncheckedRow[]
  counts: Readonly<Record<WordingLevel, number>>
  blocked: number
  findings: readonly LocatedFinding[]
  mistakes: readonly LocatedMistake[]
}

/**
 * What the wording rules say of phrases, in their order.
 *
 * @param names names of products, which are never findings
 */
export function reportOn(
  phrases: readonly CheckedPhrase[],
  about: Pick<CheckReport, 'fileName' | 'unchecked'>,
  names: readonly string[],
): CheckReport {
  const findings = phrases.flatMap((phrase) => findingsIn(phrase, names))
  const counts = Object.fromEntries(
    WORDING_LEVELS.map((level) => [level, findings.filter((finding) => finding.level === level).length]),
  ) as Record<WordingLevel, number>
  return {
    ...about,
    checked: phrases.length,
    counts,
    blocked: findings.filter((finding) => finding.isBlocked).length,
    findings,
    mistakes: phrases.flatMap(mistakesIn),
  }
}

function findingsIn(phrase: CheckedPhrase, names: readonly string[]): LocatedFinding[] {
  const { source, waivers } = phrase
  return placesOf(phrase).flatMap(({ script, ...where }) =>
    checkScriptWording(script, { waivers: waiversThatHold(waivers, source), names }).map((finding) => ({
      ...finding,
      ...where,
      isBlocked: isBlocked(finding, source),
    })),
  )
}

function mistakesIn(phrase: CheckedPhrase): LocatedMistake[] {
  return placesOf(phrase).flatMap(({ script, ...where }) => {
    const mistake = mistakeIn(script)
    return mistake === null ? [] : [{ ...mistake, ...where }]
  })
}

/** Everything that is written in a phrase, with where it stands. */
function placesOf({
  id,
  code,
  title,
  row,
  scripts,
  further,
}: CheckedPhrase): (Located & { script: string })[] {
  const phrase = { id, code, title, row }
  return [
    ...scripts.map((script, index) => ({
      script,
      phrase,
      variant: index === 0 ? null : index - 1,
      further: null,
    })),
    ...further.map((script, index) => ({ script, phrase, variant: null, further: index })),
  ]
}

/** @param source whom the library is checked for; null: each phrase as what it is */
export function fromLibrary(phrases: readonly Phrase[], source: PhraseSource | null): CheckedPhrase[] {
  return phrases.map((phrase) => ({
    id: phrase.id,
    code: phrase.code,
    title: phrase.title,
    row: null,
    source: source ?? phrase.source,
    scripts: [phrase.body, ...phrase.variants.map(({ body }) => body)],
    further: phrase.further.map(({ body }) => body),
    waivers: phrase.waivers,
  }))
}
