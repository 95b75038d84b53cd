import type {
  ImportProgress,
  PhraseImportOptions,
  PhraseImportOutcome,
} from '../../../../shared/model/phrase-transfer.ts'

/** A file of an import, or a part of it; the parts come in their order. */
export interface FilePiece {
  /** The file's name, or its place in the folder that was chosen. */
  path: string
  bytes: Uint8Array
  isLast: boolean
}

/** What the thread of an import is begun with. */
export interface WorkerSettings {
  dataDir: string
  /** Whose step the import is in the journal; empty where nothing is recorded. */
  session: string
  /** One number, shared: other than 0 when somebody asked for what is under way to stop. */
  stop: Int32Array
}

export type ToWorker =
  /** A piece of a file of the import, the last one or one before it; its bytes are handed over, not copied. */
  | ({ kind: 'piece' } & FilePiece)
  | { kind: 'run'; ask: number; options: PhraseImportOptions; writes: boolean; at: number }
  /** All that there is to say of the rows of the last run, as CSV. */
  | { kind: 'report'; ask: number }

export type FromWorker =
  | { kind: 'progress'; progress: ImportProgress }
  | { kind: 'outcome'; ask: number; outcome: PhraseImportOutcome }
  | { kind: 'report'; ask: number; csv: string }
  | { kind: 'cancelled'; ask: number }
  | { kind: 'failed'; ask: number; message: string; code: string | null; isDeskError: boolean }
