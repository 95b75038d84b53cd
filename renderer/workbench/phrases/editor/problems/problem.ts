import type { WordingLevel } from '../../../../../shared/model/wording.ts'

/**
 * One place in a script that its author should look at. `mistake` keeps it from being saved, `slip` is likely not what
 * was meant; the other levels are those of the wording rules.
 */
export interface Problem {
  /** Half-open, in UTF-16 code units of the script. */
  from: number
  to: number
  level: 'mistake' | 'slip' | WordingLevel
  /** What kind of thing it is, e.g. 极限词. */
  title: string
  reason: string
  /** How it could be said instead, in words for the author; null when there is nothing to add to the reason. */
  advice: string | null
  /** What can be put in its place by one click; an empty text leaves the words out, null is no such thing. */
  replacement: string | null
  /** The rule and words that a waiver would name; null when the place cannot be let stand. */
  waivable: { rule: string; text: string } | null
}
