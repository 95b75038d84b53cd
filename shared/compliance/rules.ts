import ruleFile from '../../assets/wording-rules.json' with { type: 'json' }
import type { WordingLevel } from '../model/wording.ts'

/** Words around a word that make it harmless. */
export interface Contexts {
  /** Longer words in which it means something else: 保证金, 第一次. */
  not?: readonly string[]
  /** What excuses it by standing right before it: 不能 + 保证. */
  notAfter?: readonly string[]
  /** What excuses it by standing right after it: 100% + 棉. */
  notBefore?: readonly string[]
}

/**
 * Words that are one matter. Each is written in a small notation: `[a|b|]` stands for any of its alternatives (an empty
 * one too), `{name}` for any word of the set of that name, `#` (never first) for any number in digits.
 */
export interface WordList extends Contexts {
  words?: readonly string[]
  /** Two words that only together are a finding: a review, and what is given for it. */
  pairs?: readonly WordPair[]
}

export interface WordPair {
  first: readonly string[]
  second: readonly string[]
  /** Characters that may stand between the two, within one sentence. */
  within: number
  /** The same for `second` before `first`; left out: that order is no finding. */
  withinReversed?: number
}

/** What a list or a detector says instead of its rule, where it asks for something else. */
interface OwnWords {
  reason?: string
  suggestion?: string | null
}

/** A finder of what no list of words can hold: numbers, addresses, links. */
export interface Detector extends OwnWords {
  name: 'mobile-number' | 'identity-card' | 'address' | 'outside-link'
  /** For links: hosts, with everything under them, that a chat may link to. */
  allowedHosts?: readonly string[]
}

/** One row of the table of wording rules, as `assets/wording-rules.json` holds it. */
export interface WordingRule extends Contexts {
  id: string
  category: string
  level: WordingLevel
  /** First day its main source has been in force; null where none is public. */
  since: string | null
  /** Day the rule was last compared with its sources. */
  checkedOn: string
  sources: readonly string[]
  reason: string
  /** Null when the words are best left out. */
  suggestion: string | null
  lists: readonly (WordList & OwnWords)[]
  detectors?: readonly Detector[]
}

/** The rules, in the order in which people read them. */
export const wordingRules: readonly WordingRule[] = ruleFile.rules as readonly WordingRule[]

/** Words that several rules write as `{name}`. */
export const wordSets: Readonly<Record<string, readonly string[]>> = ruleFile.sets
