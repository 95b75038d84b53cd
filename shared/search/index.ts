export type { RankedHit, RankedHits, SearchContext, SearchDocument, SearchRequest } from './document.ts'
export { type Impression, impressionOf } from './messages/impression.ts'
export { PhraseIndex } from './phrase-index.ts'
