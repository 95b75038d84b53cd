import type { PhraseSource, Validity } from './phrase.ts'
import type { Span } from './span.ts'
import type { BuyerType, Step } from './steps.ts'

export type { Span }

export type MatchField = 'code' | 'title' | 'question' | 'tag' | 'body'

export interface SearchFilters {
  step?: Step | undefined
  /** A group with all its subgroups. */
  groupId?: string | undefined
  tag?: string | undefined
  buyerType?: BuyerType | undefined
  source?: PhraseSource | undefined
  /** Only phrases that name the product in question; all of them while there is none. */
  aboutProduct?: boolean | undefined
}

/** One row of the panel's list: enough to draw it and to paste it without another question. */
export interface PhraseHit {
  id: string
  code: string | null
  title: string
  /** The script with its Liquid markup, unrendered, cut to the first 200 characters. */
  excerpt: string
  groupPath: string[]
  step: Step
  pinned: boolean
  /** How many images it carries, in all of its messages. */
  imageCount: number
  /** How many messages it is sent as; 1 for most. */
  messageCount: number
  uses: number
  validity: Validity
  /** Why this phrase may not be used now (campaign over, guard failed), in the agent's words; null when it may. */
  blockedBy: string | null
  /** Which field matched, and where; `match` is null for an empty query. Spans of a question are in `matchText`. */
  match: { field: MatchField; spans: Span[]; text: string } | null
}

export interface SearchAnswer {
  hits: PhraseHit[]
  /** How many phrases matched before the limit. */
  total: number
}
