import type { PhraseSource } from '../model/phrase.ts'
import type { MatchField, SearchFilters, Span } from '../model/search.ts'
import type { BuyerType, Step } from '../model/steps.ts'

/** A phrase as the search sees it. Times are milliseconds since 1970, days `YYYY-MM-DD`. */
export interface SearchDocument {
  id: string
  code: string | null
  title: string
  /** With its Liquid markup; what stands inside `{{ }}` and `{% %}` is never matched. */
  body: string
  /** The same answer in other words for some buyers, and messages that follow it; searched like the body. */
  variants?: readonly string[] | undefined
  tags: readonly string[]
  questions: readonly string[]
  /** Names of the group and its ancestors, outermost first. */
  groupNames: readonly string[]
  /** Ids of the group and its ancestors; a filter by group matches any of them. */
  groupIds: readonly string[]
  step: Step
  buyerTypes: readonly BuyerType[]
  source: PhraseSource
  validFrom: string | null
  validUntil: string | null
  pinned: boolean
  uses: number
  lastUsedAt: number | null
  /** What `PhraseIndex.prepared` once gave for this very text; what is stale is noticed and made anew. */
  prepared?: Uint8Array | null | undefined
}

export interface SearchContext {
  step?: Step | undefined
  buyerType?: BuyerType | undefined
  /** Name, short name and code of the product in question. */
  productNames?: readonly string[] | undefined
}

export interface SearchRequest {
  text: string
  /** Milliseconds since 1970. */
  now: number
  /** `YYYY-MM-DD` at the shop. */
  today: string
  limit: number
  filters?: SearchFilters | undefined
  context?: SearchContext | undefined
}

export interface RankedHit {
  id: string
  /** Higher is better; comparable only within one answer. */
  score: number
  /** Null when nothing of the text matched by itself, e.g. for an empty query. */
  match: { field: MatchField; spans: Span[]; text: string } | null
}

export interface RankedHits {
  hits: RankedHit[]
  /** How many phrases matched before the limit; counted up to the number of candidates. */
  total: number
}
