import openingFile from '../../../assets/wording-openings.json' with { type: 'json' }
import type { Span } from '../../model/span.ts'
import type { Contexts } from '../rules.ts'
import { condense, originalSpan } from '../text/condense.ts'
import { GAP } from '../text/gaps.ts'
import { findWords, type Place } from '../vocabulary/find-words.ts'
import { compileVocabulary, type Vocabulary } from '../vocabulary/vocabulary.ts'

/** A reply that begins with what is not possible. */
export interface ColdOpening {
  /** The cold words, with the mark behind them. */
  span: Span
  reason: string
  /** What may stand in their place, so that the rest of the sentence goes on from there; null when nothing general fits. */
  rewrite: string | null
}

/** What to say instead, by what follows the cold words. */
interface Rewrites {
  /** Nothing follows in the sentence. */
  alone: string | null
  /** A mark follows, and the sentence goes on. */
  continued: string | null
  /** The clause goes on without a mark: it is kept in place of `{}`. */
  attached: string | null
}

interface OpeningList extends Contexts, Rewrites {
  words: readonly string[]
  reason: string
  /** Cold only where the clause ends with these words: 没有，… but not 没有异味. */
  isWholeClause?: boolean
}

type Verdict = { kind: 'greeting' } | { kind: 'cold'; list: OpeningList }

const openings: readonly OpeningList[] = openingFile.openings

let compiled: Vocabulary<Verdict> | undefined

function vocabulary(): Vocabulary<Verdict> {
  compiled ??= compileVocabulary<Verdict>(
    [
      {
        contexts: {},
        lists: [
          { list: { words: openingFile.greetings }, verdict: { kind: 'greeting' } },
          ...openings.map((list) => ({ list, verdict: { kind: 'cold' as const, list } })),
        ],
      },
    ],
    openingFile.sets,
  )
  return compiled
}

/** Openings are found within so many UTF-16 units; nobody greets for longer. */
const OPENING_LENGTH = 60
const MARKS = /^[\s,，。.!！~～、;；…]+/
const ENDS_SENTENCE = /[。.!！…]/
const CLAUSE = /^[^,，。.!！?？~～、;；…\n]{1,20}/

/** The cold words with which a reply begins, its greeting aside (亲，不行的); null when it begins well. */
export function warmerOpening(text: string): ColdOpening | null {
  const condensed = condense(text.slice(0, OPENING_LENGTH))
  const places = findWords(condensed, vocabulary())
  const longestAt = (at: number, kind: Verdict['kind']) =>
    places
      .filter(({ from, verdict }) => from === at && verdict.kind === kind)
      .reduce<Place<Verdict> | null>((best, place) => (best && best.to >= place.to ? best : place), null)

  let at = 0
  for (let greeting = longestAt(0, 'greeting'); greeting; greeting = longestAt(at, 'greeting'))
    at = greeting.to
  const cold = longestAt(at, 'cold')
  if (cold?.verdict.kind !== 'cold') return null
  const { list } = cold.verdict
  if (list.isWholeClause && (condensed.gaps[cold.to] ?? GAP.wall) < GAP.item) return null
  return { ...rewritten(text, originalSpan(condensed, cold.from, cold.to), list), reason: list.reason }
}

function rewritten(
  text: string,
  { start, end }: Span,
  list: Rewrites,
): Pick<ColdOpening, 'span' | 'rewrite'> {
  const rest = text.slice(end)
  const marks = MARKS.exec(rest)?.[0] ?? ''
  const isLast = rest.trim() === marks.trim()
  if (isLast || ENDS_SENTENCE.test(marks)) return { span: { start, end }, rewrite: list.alone }
  if (marks) return { span: { start, end: end + marks.length }, rewrite: list.continued }
  const clause = CLAUSE.exec(rest)?.[0] ?? ''
  if (!clause || !list.attached) return { span: { start, end }, rewrite: null }
  return { span: { start, end: end + clause.length }, rewrite: list.attached.replace('{}', () => clause) }
}
