import type { PackOutcome, PackPreview } from '../../../shared/model/team.ts'
import type { Consent } from './team-desk.ts'

/** What a thread is to do with a pack, and where. */
export interface PackTask {
  dataDir: string
  /** Whose step it is in the journal; empty where nothing is recorded. */
  session: string
  /** ms since 1970 */
  at: number
  bytes: Uint8Array
  /** Null to look only. */
  consent: Consent | null
}

export type FromPackWorker =
  | { kind: 'preview'; preview: PackPreview }
  | { kind: 'outcome'; outcome: PackOutcome }
  | { kind: 'failed'; message: string; code: string | null; isDeskError: boolean }
