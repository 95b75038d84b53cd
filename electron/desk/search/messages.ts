import type { Impression, RankedHits, SearchDocument, SearchRequest } from '../../../shared/search/index.ts'

/** What a pick teaches: for this text, this phrase was chosen. */
export interface Pick {
  text: string
  phraseId: string
  /** Milliseconds since 1970. */
  at: number
}

/** A pick whose text has been read: what is left of it is an impression, which holds none of its words. */
export interface RememberedPick {
  impression: Impression
  phraseId: string
  /** Milliseconds since 1970. */
  at: number
}

/** Made once by the search and worth keeping beside the phrase; see `shared/search/prepared.ts`. */
export interface PreparedPhrase {
  id: string
  prepared: Uint8Array
}

/** What has changed in the library since the index of this lineage was begun. */
export interface SinceKept {
  token: string
  documents: readonly SearchDocument[]
  removed: readonly string[]
}

/** Where and when a finished index is kept. */
export interface Keeping {
  file: string
  /** So long after the last reading, or at the close, it is written: what a start does first has the machine for it. */
  afterMs: number
  /** A smaller library is read as quickly as an index of it. */
  leastPhrases: number
}

/** To the worker. Messages are handled in the order in which they are sent. */
export type ToWorker =
  /** What is sent until `end` is all there is. The token is the lineage to keep the index under, if it is kept at all. */
  | { kind: 'begin'; token: string | null }
  | { kind: 'documents'; documents: readonly SearchDocument[] }
  | { kind: 'end' }
  /** Take up the index that was kept, with what has changed since. */
  | ({ kind: 'resume' } & SinceKept)
  | { kind: 'upsert'; documents: readonly SearchDocument[] }
  | { kind: 'remove'; ids: readonly string[] }
  | { kind: 'use'; id: string; at: number }
  | { kind: 'learn'; picks: readonly Pick[] }
  | { kind: 'recall'; picks: readonly RememberedPick[] }
  | { kind: 'search'; ask: number; request: SearchRequest }
  /** Write down now what is to be kept; answered by `closed`. */
  | { kind: 'close' }

/** From the worker. */
export type FromWorker =
  | { kind: 'prepared'; phrases: PreparedPhrase[] }
  | { kind: 'learned'; picks: RememberedPick[] }
  | { kind: 'loaded' }
  /** There is no kept index of this lineage, or it is damaged: it takes all documents. */
  | { kind: 'unusable' }
  | { kind: 'answer'; ask: number; answer: RankedHits }
  | { kind: 'refused'; ask: number; reason: string }
  | { kind: 'closed' }

/** What the worker is started with. */
export interface WorkerSettings {
  /** Whether somebody keeps what is prepared. */
  keepsPrepared: boolean
  /** Null when the index is made anew at each start. */
  keeping: Keeping | null
}
