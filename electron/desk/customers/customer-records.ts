import type { CustomerDraft, CustomerPaste } from '../../../shared/model/customer.ts'
import type { Database } from '../database/open-database.ts'
import { markOf, seal, unseal } from './cipher.ts'
import type { KeyRing } from './key-ring.ts'
import { sameName } from './same-name.ts'

/** A buyer as the table holds it, opened. */
export interface StoredCustomer {
  id: string
  draft: CustomerDraft
  createdAt: number
  seenAt: number
}

/** What is in the two tables of buyers: sealed records, and nothing that can be read without the keys. */
export interface CustomerRecords {
  /** Every buyer whose record opens, a slice at a time; a record that does not open is skipped and counted. */
  slices(size: number): Generator<{ customers: StoredCustomer[]; unreadable: number }>
  insert(customer: StoredCustomer): void
  update(customer: StoredCustomer): void
  addPaste(customerId: string, paste: CustomerPaste): void
  /** Newest first. */
  pastesOf(customerId: string): CustomerPaste[]
  remove(ids: readonly string[]): void
  /** Also those that no key opens. */
  removeUnseenSince(time: number): void
  markOf(nickname: string): string
  idsByMark(): Map<string, { id: string; createdAt: number }>
  /** Seals up to `limit` records of older keys anew with the newest. Returns how many there were. */
  reseal(limit: number): number
  keyVersionsInUse(): number[]
}

interface CustomerRow {
  id: string
  key_version: number
  record: Buffer
  created_at: number
  seen_at: number
}

interface PasteRow {
  id: number
  customer_id: string
  key_version: number
  record: Buffer
  at: number
}

const KEPT_PASTES = 500

export function createCustomerRecords(database: Database, ring: KeyRing): CustomerRecords {
  const after = database.prepare<[string, number], CustomerRow>(
    'SELECT id, key_version, record, created_at, seen_at FROM customers WHERE id > ? ORDER BY id LIMIT ?',
  )
  const marks = database.prepare<[], { id: string; nickname_mark: Buffer; created_at: number }>(
    'SELECT id, nickname_mark, created_at FROM customers',
  )
  const insertCustomer = database.prepare(`
    INSERT INTO customers (id, nickname_mark, key_version, record, created_at, seen_at)
    VALUES (:id, :mark, :keyVersion, :record, :createdAt, :seenAt)`)
  const updateCustomer = database.prepare(`
    UPDATE customers SET nickname_mark = :mark, key_version = :keyVersion, record = :record, seen_at = :seenAt
    WHERE id = :id`)
  const deleteCustomer = database.prepare('DELETE FROM customers WHERE id = ?')
  const insertPaste = database.prepare(
    'INSERT INTO customer_pastes (customer_id, at, key_version, record) VALUES (?, ?, ?, ?)',
  )
  const pastes = database.prepare<[string], PasteRow>(
    `SELECT * FROM customer_pastes WHERE customer_id = ? ORDER BY at DESC, id DESC LIMIT ${KEPT_PASTES}`,
  )
  const oldCustomers = database.prepare<[number, number], CustomerRow>(
    'SELECT id, key_version, record, created_at, seen_at FROM customers WHERE key_version < ? LIMIT ?',
  )
  const oldPastes = database.prepare<[number, number], PasteRow>(
    'SELECT * FROM customer_pastes WHERE key_version < ? LIMIT ?',
  )
  const resealCustomer = database.prepare('UPDATE customers SET key_version = ?, record = ? WHERE id = ?')
  const resealPaste = database.prepare('UPDATE customer_pastes SET key_version = ?, record = ? WHERE id = ?')
  const versions = database
    .prepare<[], number>('SELECT key_version FROM customers UNION SELECT key_version FROM customer_pastes')
    .pluck()

  const unseen = database.prepare('SELECT 1 FROM customers WHERE seen_at < ? LIMIT 1')
  const deleteUnseen = database.prepare('DELETE FROM customers WHERE seen_at < ?')
  const removeEach = database.transaction((ids: readonly string[]) => {
    for (const id of ids) deleteCustomer.run(id)
  }).immediate

  /** Freed pages are overwritten, and the log that still holds the rows is emptied. */
  function tracelessly(remove: () => void): void {
    database.pragma('secure_delete = ON')
    try {
      remove()
    } finally {
      database.pragma('secure_delete = OFF')
    }
    database.pragma('wal_checkpoint(TRUNCATE)')
  }

  const customerPlace = (id: string) => `customers/${id}`
  const pastePlace = (customerId: string) => `customer_pastes/${customerId}`

  /** Null when the record does not open: its key is destroyed, or somebody changed it. */
  function open(record: Buffer, keyVersion: number, place: string): string | null {
    const key = ring.find(keyVersion)
    if (key === null) return null
    try {
      return unseal(record, key.key, place)
    } catch {
      return null
    }
  }

  /** A record that does not open stays as it is, to be deleted in its time; it must not keep its key from going. */
  function anew(
    { record, key_version }: { record: Buffer; key_version: number },
    place: string,
    key: Buffer,
  ): Buffer {
    const text = open(record, key_version, place)
    return text === null ? record : seal(text, key, place)
  }

  function openCustomer(row: CustomerRow): StoredCustomer | null {
    const text = open(row.record, row.key_version, customerPlace(row.id))
    if (text === null) return null
    return { id: row.id, draft: JSON.parse(text), createdAt: row.created_at, seenAt: row.seen_at }
  }

  const mark = (nickname: string): Buffer => markOf(sameName(nickname), ring.index)

  function columnsOf({ id, draft, createdAt, seenAt }: StoredCustomer) {
    const { version, key } = ring.newest()
    const record = seal(JSON.stringify(draft), key, customerPlace(id))
    return { id, mark: mark(draft.nickname), keyVersion: version, record, createdAt, seenAt }
  }

  function* rows(size: number): Generator<CustomerRow[]> {
    for (let last = ''; ; ) {
      const slice = after.all(last, size)
      if (slice.length === 0) return
      yield slice
      last = slice.at(-1)?.id ?? last
    }
  }

  return {
    *slices(size) {
      for (const slice of rows(size)) {
        const customers = slice.flatMap((row) => openCustomer(row) ?? [])
        yield { customers, unreadable: slice.length - customers.length }
      }
    },

    insert: (customer) => void insertCustomer.run(columnsOf(customer)),

    update(customer) {
      const { createdAt: _, ...columns } = columnsOf(customer)
      updateCustomer.run(columns)
    },

    addPaste(customerId, { at, ...said }) {
      const { version, key } = ring.newest()
      insertPaste.run(customerId, at, version, seal(JSON.stringify(said), key, pastePlace(customerId)))
    },

    pastesOf: (customerId) =>
      pastes.all(customerId).flatMap((row) => {
        const text = open(row.record, row.key_version, pastePlace(customerId))
        return text === null ? [] : [{ at: row.at, ...(JSON.parse(text) as Omit<CustomerPaste, 'at'>) }]
      }),

    remove: (ids) => tracelessly(() => removeEach(ids)),
    removeUnseenSince: (time) => {
      if (unseen.get(time) !== undefined) tracelessly(() => deleteUnseen.run(time))
    },

    markOf: (nickname) => mark(nickname).toString('base64'),

    idsByMark: () =>
      new Map(
        marks
          .all()
          .map((row) => [row.nickname_mark.toString('base64'), { id: row.id, createdAt: row.created_at }]),
      ),

    reseal: database.transaction((limit: number) => {
      const { version, key } = ring.newest()
      const customers = oldCustomers.all(version, limit)
      for (const row of customers) resealCustomer.run(version, anew(row, customerPlace(row.id), key), row.id)
      const olds = oldPastes.all(version, limit - customers.length)
      for (const row of olds) resealPaste.run(version, anew(row, pastePlace(row.customer_id), key), row.id)
      return customers.length + olds.length
    }).immediate,

    keyVersionsInUse: () => versions.all(),
  }
}
