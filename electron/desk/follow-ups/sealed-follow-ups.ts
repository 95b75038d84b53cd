import type { SealedElsewhere } from '../customers/sealed-elsewhere.ts'
import { resealed } from './follow-up-records.ts'
import type { FollowUpTable } from './follow-up-table.ts'

/** A follow-up that was deleted can be taken back for as long as its notice stands on the screen, and a little longer. */
const UNDO_MS = 60 * 60 * 1_000

/** The follow-ups as the keeper of the buyers' keys sees them: theirs are renewed, kept and deleted with the buyers. */
export function sealedFollowUps(table: FollowUpTable, now: () => number): SealedElsewhere {
  return {
    isEmpty: table.isEmpty,
    keyVersionsInUse: table.keyVersionsInUse,
    reseal(ring, limit) {
      const { version } = ring.newest()
      const rows = table.sealedBefore(version, limit)
      table.reseal(rows.map((row) => ({ id: row.id, version, record: resealed(row, ring) })))
      return rows.length
    },
    forget: table.forget,
    removeOlderThan: (time) => table.removeOld(time, now() - UNDO_MS),
    removeAll: table.removeAll,
  }
}
