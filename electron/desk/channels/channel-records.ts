import { type ChannelAddress, ChannelHead } from '../../../shared/model/channel.ts'
import type { Database } from '../database/open-database.ts'
import { readStoredAddress } from './stored-address.ts'

/** What stands of a release in its manifest and is shown before, and long after, that is read. */
export interface ReleaseWords {
  message: string | null
  mustUpdateBy: string | null
}

/** A library's channel as its row holds it. */
export interface ChannelRecord {
  libraryId: string
  libraryName: string
  /** Ed25519, Base64: the key that is trusted. */
  publicKey: string
  publisher: string
  /** Null for one that cannot be read any more: nothing of this channel works until it has another. */
  address: ChannelAddress | null
  isAutomatic: boolean
  sendsFeedback: boolean
  /** The newest head that was believed, and what the store calls it. */
  head: ChannelHead | null
  etag: string | null
  /** The largest that was seen; 0 for none. */
  sequence: number
  /** The newest version that came in without a click. */
  appliedVersion: number
  /** Hash of the manifest of a release whose head was sent, and whether it arrived is not known. */
  pending: string | null
  /** By the hash of the manifest. */
  notes: Readonly<Record<string, ReleaseWords>>
  feedbackHash: string | null
  feedbackAt: number | null
  joinedAt: number
}

/** One that can be gone by. */
export type ReachableRecord = ChannelRecord & { address: ChannelAddress }

interface Row {
  library_id: string
  library_name: string
  public_key: string
  publisher: string
  address: string
  is_automatic: 0 | 1
  sends_feedback: 0 | 1
  head: string | null
  etag: string | null
  sequence: number
  applied_version: number
  pending: string | null
  notes: string
  feedback_hash: string | null
  feedback_at: number | null
  joined_at: number
}

export type ChannelRecords = ReturnType<typeof createChannelRecords>

/** The channels of this library's file. */
export function createChannelRecords(database: Database) {
  const everything = database.prepare<[], Row>(
    'SELECT * FROM team_channels ORDER BY library_name, library_id',
  )
  const one = database.prepare<[string], Row>('SELECT * FROM team_channels WHERE library_id = ?')
  const upsert = database.prepare(`
    INSERT INTO team_channels (library_id, library_name, public_key, publisher, address, is_automatic, sends_feedback,
                               head, etag, sequence, applied_version, pending, notes, feedback_hash, feedback_at,
                               joined_at)
    VALUES (:libraryId, :libraryName, :publicKey, :publisher, :address, :isAutomatic, :sendsFeedback, :head, :etag,
            :sequence, :appliedVersion, :pending, :notes, :feedbackHash, :feedbackAt, :joinedAt)
    ON CONFLICT (library_id) DO UPDATE SET library_name = :libraryName, public_key = :publicKey,
      publisher = :publisher, address = :address, is_automatic = :isAutomatic, sends_feedback = :sendsFeedback,
      head = :head, etag = :etag, sequence = :sequence, applied_version = :appliedVersion, pending = :pending,
      notes = :notes, feedback_hash = :feedbackHash, feedback_at = :feedbackAt, joined_at = :joinedAt`)
  const forget = database.prepare('DELETE FROM team_channels WHERE library_id = ?')

  function find(libraryId: string): ChannelRecord | null {
    const row = one.get(libraryId)
    return row ? recordOf(row) : null
  }

  function save({ address, isAutomatic, sendsFeedback, head, notes, ...record }: ChannelRecord): void {
    upsert.run({
      ...record,
      address: JSON.stringify(address),
      isAutomatic: isAutomatic ? 1 : 0,
      sendsFeedback: sendsFeedback ? 1 : 0,
      head: head && JSON.stringify(head),
      notes: JSON.stringify(notes),
    })
  }

  return {
    all: (): ChannelRecord[] => everything.all().map(recordOf),
    find,
    save,

    /** Changes some of what is held; nothing when the channel was left meanwhile. */
    change: database.transaction((libraryId: string, changes: Partial<ChannelRecord>): void => {
      const record = find(libraryId)
      if (record) save({ ...record, ...changes })
    }),

    remove(libraryId: string): void {
      forget.run(libraryId)
    },
  }
}

/** What one row has that cannot be read is left out: it is no trouble of the other channels. */
const recordOf = (row: Row): ChannelRecord => ({
  libraryId: row.library_id,
  libraryName: row.library_name,
  publicKey: row.public_key,
  publisher: row.publisher,
  address: readStoredAddress(row.address),
  isAutomatic: row.is_automatic === 1,
  sendsFeedback: row.sends_feedback === 1,
  head: row.head === null ? null : (ChannelHead.safeParse(JSON.parse(row.head)).data ?? null),
  etag: row.etag,
  sequence: row.sequence,
  appliedVersion: row.applied_version,
  pending: row.pending,
  notes: JSON.parse(row.notes),
  feedbackHash: row.feedback_hash,
  feedbackAt: row.feedback_at,
  joinedAt: row.joined_at,
})
