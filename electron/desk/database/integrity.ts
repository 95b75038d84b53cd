import type { Database } from './open-database.ts'

/** What SQLite finds wrong with the file, in its own words; empty when it is well. */
export function integrityProblems(database: Database): string[] {
  const rows = database.pragma('integrity_check') as { integrity_check: string }[]
  return rows.map((row) => row.integrity_check).filter((result) => result !== 'ok')
}
