import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { openLibrary } from '../../../electron/desk/backups/open-library.ts'
import { openImageFiles } from '../../../electron/desk/images/image-files.ts'
import type { Ledger, State } from './ledger.ts'

/** The names of the backups in a library's own folder. */
export function backupsIn(dataDir: string): string[] {
  const folder = path.join(dataDir, 'backups')
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.sqlite')) : []
}

/** Opens the library as the next start would, and says everything that is wrong with it; empty when all is well. */
export function problemsOf(dataDir: string, ledger: Ledger, looked: Set<string>): string[] {
  const library = openLibrary({ dataDir, presence: 'host', chosenFolder: null, now: Date.now })
  try {
    const state = stateOf(library.database)
    const problems = [integrity(library.database), ledger.settle(state), imagesIn(dataDir, state)]
    if (library.recovery && !library.recovery.isComplete)
      problems.push(`recovered: ${library.recovery.damage}`)
    // Opening may have made one, before a migration that the killed program had not come to.
    ledger.end(backupsIn(dataDir))
    for (const name of backupsIn(dataDir)) {
      if (looked.has(name)) continue
      looked.add(name)
      problems.push(...problemsOfBackup(path.join(dataDir, 'backups', name), name, ledger))
    }
    problems.push(settingsIn(dataDir))
    return problems.filter((problem) => problem !== null)
  } finally {
    library.close()
  }
}

function problemsOfBackup(file: string, name: string, ledger: Ledger): (string | null)[] {
  const backup = new Database(file, { readonly: true })
  try {
    return [integrity(backup), ledger.judge(name, stateOf(backup))]
  } finally {
    backup.close()
  }
}

function stateOf(database: Database.Database): State {
  const codes = database
    .prepare<[], string>('SELECT coalesce(code, id) FROM phrases WHERE deleted_at IS NULL')
    .pluck()
    .all()
  const uses = database.prepare<[], number>('SELECT count(*) FROM usage_events').pluck().get() ?? 0
  return { codes: new Set(codes), uses, images: new Set(hashesIn(database)) }
}

/** Backups of an earlier schema know no images. */
function hashesIn(database: Database.Database): string[] {
  const isThere = database.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'images'").pluck().get()
  return isThere ? database.prepare<[], string>('SELECT hash FROM images').pluck().all() : []
}

/** Every image that the library knows must be there, whole. */
function imagesIn(dataDir: string, { images }: State): string | null {
  const files = openImageFiles(dataDir)
  const lost = [...images].filter((hash) => !files.read({ hash, type: 'image/png' }))
  return lost.length > 0 ? `images without a whole file: ${lost.length}` : null
}

function integrity(database: Database.Database): string | null {
  const found = String(database.pragma('integrity_check(1)', { simple: true }))
  if (found !== 'ok') return `integrity_check: ${found}`
  return (database.pragma('foreign_key_check') as unknown[]).length > 0 ? 'foreign_key_check' : null
}

function settingsIn(dataDir: string): string | null {
  const file = path.join(dataDir, 'settings.json')
  if (!existsSync(file)) return null
  try {
    JSON.parse(readFileSync(file, 'utf8'))
    return null
  } catch {
    return 'settings.json is not whole'
  }
}
