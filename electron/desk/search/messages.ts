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

/** To the worker. Messages are handled in the order in which they are sent. */
export type ToWorker =
  | { kind: 'begin' }
  | { kind: 'documents'; documents: readonly SearchDocument[] }
  | { kind: 'end' }
  | { kind: 'upsert'; documents: readonly SearchDocument[] }
  | { kind: 'remove'; ids: readonly string[] }
  | { kind: 'use'; id: string; at: number }
  | { kind: 'learn'; picks: readonly Pick[] }
  | { kind: 'recall'; picks: readonly RememberedPick[] }
  | { kind: 'search'; ask: number; request: SearchRequest }

/** From the worker. */
export type FromWorker =
  | { kind: 'prepared'; phrases: PreparedPhrase[] }
  | { kind: 'learned'; picks: RememberedPick[] }
  | { kind: 'loaded' }
  | { kind: 'answer'; ask: number; answer: RankedHits }
  | { kind: 'refused'; ask: number; reason: string }

/** What the worker is started with. */
export interface WorkerSettings {
  /** Whether somebody keeps what is prepared. */
  keepsPrepared: boolean
}
