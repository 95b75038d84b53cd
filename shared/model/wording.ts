import { z } from 'zod'
import type { Span } from './span.ts'

/**
 * How much a wording rule weighs. `hint` is shown to the author, `warn` and `strong` also to the agent before a paste;
 * `block` cannot be pasted from a team library, and warns strongly in one's own.
 */
export const WORDING_LEVELS = ['hint', 'warn', 'strong', 'block'] as const
export type WordingLevel = (typeof WORDING_LEVELS)[number]

/** One place in a text that a wording rule speaks of. */
export interface WordingFinding {
  /** Id of the rule in `assets/wording-rules.json`, e.g. `superlative`. */
  rule: string
  /** What people call it, e.g. 极限词. */
  category: string
  level: WordingLevel
  /** In UTF-16 code units of the text as it was given, before any normalising. */
  span: Span
  /** The text of the span. */
  text: string
  reason: string
  /** What could be said instead; null when the words are best left out. */
  suggestion: string | null
}

/** The author's word that a finding may stand here, kept with the phrase. */
export const Waiver = z.object({
  rule: z.string().min(1).max(40),
  /** The words that may stand, compared as the rules compare them (normalised). */
  text: z.string().trim().min(1).max(60),
  reason: z.string().trim().min(1, '请写下保留它的理由').max(200, '理由最多 200 个字'),
})
export type Waiver = z.infer<typeof Waiver>
