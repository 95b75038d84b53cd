import Database from 'better-sqlite3'
import type { LibraryContents } from '../../../shared/model/backup.ts'
import { reachable } from '../database/folder.ts'
import { schemaVersion } from '../database/migrate.ts'
import { MIGRATIONS } from '../database/migrations.ts'

export type Inspection =
  | { ok: true; schemaVersion: number; holds: LibraryContents }
  | { ok: false; problem: string }

/**
 * Looks into a library's file that nobody is writing, without changing it.
 *
 * @param depth `contents` opens and counts; `whole` reads every page, too, some 300 MB a second
 */
export function inspect(file: string, depth: 'contents' | 'whole'): Inspection {
  let database: Database.Database | null = null
  try {
    database = new Database(reachable(file), { readonly: true, fileMustExist: true })
    const version = schemaVersion(database)
    if (version > MIGRATIONS.length)
      return { ok: false, problem: '由更新版本的黄金六秒保存，请升级程序后再用' }
    if (version === 0) return { ok: false, problem: '不是话术库的备份' }
    if (depth === 'whole') {
      const found = database.pragma('integrity_check(1)', { simple: true })
      if (found !== 'ok') return { ok: false, problem: '文件已损坏' }
    }
    return { ok: true, schemaVersion: version, holds: contentsOf(database) }
  } catch {
    return { ok: false, problem: '文件已损坏或读不出来' }
  } finally {
    database?.close()
  }
}

/** Counts what agents know by name. Holds for every schema there has been. */
export function contentsOf(database: Database.Database): LibraryContents {
  const count = (query: string) =>
    database.prepare<[], number>(`SELECT count(*) FROM ${query}`).pluck().get() ?? 0
  return {
    phrases: count('phrases WHERE deleted_at IS NULL'),
    groups: count('phrase_groups'),
    products: count('products'),
    uses: count('usage_events'),
  }
}
