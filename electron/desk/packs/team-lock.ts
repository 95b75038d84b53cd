import type { Database } from '../database/open-database.ts'
import { DeskError } from '../desk-error.ts'

/** Runs `act`, part of a transaction, with leave to write what its subscribers may only read. */
export function withTeamUnlocked<Result>(database: Database, act: () => Result): Result {
  if (!database.inTransaction) throw new TypeError('the leave to write belongs to a transaction')
  database.exec('INSERT OR IGNORE INTO team_writing (id) VALUES (1)')
  const result = act()
  database.exec('DELETE FROM team_writing')
  return result
}

/** What to say when the database refused to change a phrase that is the team's; null for any other error. */
export function teamRefusal(error: unknown): DeskError | null {
  if (!(error instanceof Error) || error.message !== 'team-phrase-is-read-only') return null
  return new DeskError(
    'team-read-only',
    '这是团队话术，由主管统一维护，不能在这里修改或删除。可以复制一份成为自己的话术再改；这次改动没有保存',
    error,
  )
}
