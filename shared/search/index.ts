export type { RankedHit, RankedHits, SearchContext, SearchDocument, SearchRequest } from './document.ts'
export { PhraseIndex } from './phrase-index.ts'
