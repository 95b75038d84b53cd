import type { Database } from '../database/open-database.ts'

/** A row as the table holds it: `record` is sealed, and what stands beside it tells nothing of the buyer. Times are ms since 1970. */
export interface FollowUpRow {
  id: string
  kind: string
  nickname_mark: Buffer
  key_version: number
  record: Buffer
  due_at: number
  snoozed_until: number | null
  reminded_at: number | null
  done_at: number | null
  deleted_at: number | null
  created_at: number
  touched_at: number
}

export type FollowUpTable = ReturnType<typeof createFollowUpTable>

/** As many as a page shows; nobody works through more. */
const MOST_OPEN = 5_000
const MOST_DONE = 1_000
/** When somebody has to act; the migration has an index of these very words. */
const TIME = 'ifnull(snoozed_until, due_at)'
const IS_OPEN = 'done_at IS NULL AND deleted_at IS NULL'
/** What is still to come is not kept too long, whenever it was written down. */
const LAST_OF_USE = 'max(touched_at, due_at)'

/** The follow-ups' table in SQL, with nothing opened: no key is needed for any of it. */
export function createFollowUpTable(database: Database) {
  const insert = database.prepare<[FollowUpRow]>(`
    INSERT INTO follow_ups (id, kind, nickname_mark, key_version, record, due_at, snoozed_until, reminded_at, done_at,
      deleted_at, created_at, touched_at)
    VALUES (:id, :kind, :nickname_mark, :key_version, :record, :due_at, :snoozed_until, :reminded_at, :done_at,
      :deleted_at, :created_at, :touched_at)`)
  const update = database.prepare<[FollowUpRow]>(`
    UPDATE follow_ups SET kind = :kind, nickname_mark = :nickname_mark, key_version = :key_version, record = :record,
      due_at = :due_at, snoozed_until = :snoozed_until, reminded_at = :reminded_at, done_at = :done_at,
      deleted_at = :deleted_at, touched_at = :touched_at
    WHERE id = :id`)
  const one = database.prepare<[string], FollowUpRow>('SELECT * FROM follow_ups WHERE id = ?')
  const ofMark = database.prepare<[Buffer], FollowUpRow>(
    'SELECT * FROM follow_ups WHERE nickname_mark = ? AND deleted_at IS NULL ORDER BY due_at',
  )
  const open = database.prepare<[number], FollowUpRow>(
    `SELECT * FROM follow_ups WHERE ${IS_OPEN} AND ${LAST_OF_USE} >= ? ORDER BY ${TIME} LIMIT ${MOST_OPEN}`,
  )
  const done = database.prepare<[number], FollowUpRow>(`
    SELECT * FROM follow_ups WHERE done_at IS NOT NULL AND deleted_at IS NULL AND ${LAST_OF_USE} >= ?
    ORDER BY done_at DESC LIMIT ${MOST_DONE}`)
  const counts = database.prepare<[{ now: number; since: number }], { due: number; open: number }>(`
    SELECT count(*) AS open, count(*) FILTER (WHERE ${TIME} <= :now) AS due
    FROM follow_ups WHERE ${IS_OPEN} AND ${LAST_OF_USE} >= :since`)
  const isAnyDue = database
    .prepare<[number], number>(
      `SELECT EXISTS (SELECT 1 FROM follow_ups WHERE ${IS_OPEN} AND reminded_at IS NULL AND ${TIME} <= ?)`,
    )
    .pluck()
  const claim = database.prepare<[{ now: number }], FollowUpRow>(`
    UPDATE follow_ups SET reminded_at = :now WHERE ${IS_OPEN} AND reminded_at IS NULL AND ${TIME} <= :now RETURNING *`)
  const isEmpty = database.prepare<[], number>('SELECT NOT EXISTS (SELECT 1 FROM follow_ups)').pluck()
  const versions = database.prepare<[], number>('SELECT DISTINCT key_version FROM follow_ups').pluck()
  const sealedBefore = database.prepare<[number, number], FollowUpRow>(
    'SELECT * FROM follow_ups WHERE key_version < ? LIMIT ?',
  )
  const reseal = database.prepare<[{ id: string; version: number; record: Buffer }]>(
    'UPDATE follow_ups SET key_version = :version, record = :record WHERE id = :id',
  )
  const markedBefore = database.prepare<[Buffer, number], { id: string }>(
    'SELECT id FROM follow_ups WHERE nickname_mark = ? AND created_at <= ?',
  )
  const tooOld = database.prepare<[{ since: number; deletedBefore: number }], { id: string }>(`
    SELECT id FROM follow_ups WHERE ${LAST_OF_USE} < :since OR deleted_at < :deletedBefore`)
  const deleteOne = database.prepare('DELETE FROM follow_ups WHERE id = ?')
  const deleteEach = database.transaction((rows: readonly { id: string }[]) => {
    for (const { id } of rows) deleteOne.run(id)
  }).immediate

  /** Freed pages are overwritten, and the log that still holds the rows is emptied. */
  function tracelessly(rows: readonly { id: string }[]): void {
    if (rows.length === 0) return
    database.pragma('secure_delete = ON')
    try {
      deleteEach(rows)
    } finally {
      database.pragma('secure_delete = OFF')
    }
    database.pragma('wal_checkpoint(TRUNCATE)')
  }

  return {
    insert: (row: FollowUpRow) => void insert.run(row),
    update: database.transaction((rows: readonly FollowUpRow[]) => {
      for (const row of rows) update.run(row)
    }).immediate,
    /** Also those that were deleted a moment ago. */
    find: (id: string): FollowUpRow | null => one.get(id) ?? null,
    ofMark: (mark: Buffer): FollowUpRow[] => ofMark.all(mark),
    /** What is open, the most urgent first, and then what was done last; none that was last of use before `since`. */
    all: (since: number): FollowUpRow[] => [...open.all(since), ...done.all(since)],
    counts: (now: number, since: number) => counts.get({ now, since }) ?? { due: 0, open: 0 },
    /** Takes what is due and was not reminded of. Nothing is given out twice, whichever program asks. */
    claimDue: (now: number): FollowUpRow[] => (isAnyDue.get(now) === 1 ? claim.all({ now }) : []),

    isEmpty: (): boolean => isEmpty.get() === 1,
    keyVersionsInUse: (): number[] => versions.all(),
    sealedBefore: (version: number, limit: number): FollowUpRow[] => sealedBefore.all(version, limit),
    reseal: database.transaction((rows: readonly { id: string; version: number; record: Buffer }[]) => {
      for (const row of rows) reseal.run(row)
    }).immediate,

    /** Of each mark what was written down until its time: buyers who were deleted, also when a backup brings them back. */
    forget: (marks: ReadonlyMap<string, number>) =>
      tracelessly([...marks].flatMap(([mark, at]) => markedBefore.all(Buffer.from(mark, 'base64'), at))),
    removeOld: (since: number, deletedBefore: number) => tracelessly(tooOld.all({ since, deletedBefore })),
    removeAll: () => void database.prepare('DELETE FROM follow_ups').run(),
  }
}
