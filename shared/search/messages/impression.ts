import { bucketOf, KIND, plainSound } from '../candidates/features.ts'
import { says } from '../chinese/function-units.ts'
import { isHan, isLetter, isWordUnit, normaliseQuery } from '../chinese/normalise.ts'
import { findNotions } from '../chinese/notions.ts'
import { withoutCourtesy } from './courtesy.ts'
import { findTurns } from './turns.ts'

/** Longer texts say nothing more about what is wanted. */
const READ_AT_MOST = 400
/** A notion is worth so many pairs of characters, in hundredths like all weights here. */
const NOTION = 200
const LEAST_WEIGHT = 20

/** What is remembered of a text that a phrase was picked for. Neither the text nor its order can be read from it. */
export interface Impression {
  /** The same for the same text, whatever its width and case; 0 for one that says nothing. */
  readonly whole: number
  /** Buckets of its pairs of sounds and of its notions, ascending. Digits leave none: they belong to somebody. */
  readonly features: readonly number[]
  /** What each says, in hundredths. */
  readonly weights: readonly number[]
}

export function impressionOf(text: string): Impression {
  const key = normaliseQuery(text.slice(0, READ_AT_MOST))
  const said = withoutCourtesy(key)
  const units = Uint16Array.from({ length: said.length }, (_, i) => said.charCodeAt(i))
  const weightOf = new Map<number, number>()
  for (let at = 0; at + 1 < units.length; at++) {
    const [a, b] = [units[at] as number, units[at + 1] as number]
    if (!tells(a) || !tells(b)) continue
    const weight = Math.round(says(a, b) * 100)
    if (weight >= LEAST_WEIGHT)
      weightOf.set(bucketOf(KIND.questionSoundPair, plainSound(a), plainSound(b)), weight)
  }
  const means = (notion: number) => weightOf.set(bucketOf(KIND.headNotion, notion, 0), NOTION)
  findNotions(units, 0, units.length, means)
  findTurns(said, means)
  const features = [...weightOf.keys()].sort((a, b) => a - b)
  return { whole: hashOf(key), features, weights: features.map((feature) => weightOf.get(feature) ?? 0) }
}

/** `Impression.whole` alone. */
export function wholeOf(text: string): number {
  return hashOf(normaliseQuery(text.slice(0, READ_AT_MOST)))
}

function tells(unit: number): boolean {
  return isWordUnit(unit) && (isHan(unit) || isLetter(unit))
}

/** 32 bits of a text; 0 for the empty one only. */
function hashOf(text: string): number {
  if (text === '') return 0
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h >>> 0 || 1
}
