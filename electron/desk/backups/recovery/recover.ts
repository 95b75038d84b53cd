import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import type { RecoveryReport } from '../../../../shared/model/backup.ts'
import { chinaMoment } from '../../../../shared/model/china-time.ts'
import { flushFile, flushFolder, makeFolder, reachable, removeDatabase } from '../../database/folder.ts'
import { migrate } from '../../database/migrate.ts'
import { DATABASE_FILE } from '../../database/open-database.ts'
import { DeskError } from '../../desk-error.ts'
import { inspect } from '../inspect.ts'
import { namesOn } from '../shelf.ts'
import { exchange, READY_FILE } from './exchange.ts'
import { tableLabel } from './labels.ts'
import { openReadableCopy } from './readable-copy.ts'
import { type SalvagedTable, salvage, tablesOf } from './salvage.ts'
import { type LogContents, readLog } from './write-ahead-log.ts'

export interface RecoverOptions {
  dataDir: string
  /** Where backups may lie. */
  backupFolders: readonly string[]
  now: () => number
}

const LOG = `${DATABASE_FILE}-wal`
const INDEX = `${DATABASE_FILE}-shm`

/** Whether the last program's end took acknowledged writes with it. Call while nobody has the library open. */
export function hasLostWrites(dataDir: string): boolean {
  return logIn(dataDir).log.hasLost
}

/**
 * Sets a damaged library aside, whole and for good, and puts the best that can be had into its place: every row that is
 * readable, on top of the newest good backup where some are not. Call while nobody has the library open.
 *
 * @throws DeskError when the disk does not allow it; the damaged library is in its place then, as it was
 */
export function recover({ dataDir, backupFolders, now }: RecoverOptions): RecoveryReport {
  const ready = path.join(dataDir, READY_FILE)
  const partial = path.join(dataDir, 'recovered.partial.sqlite')
  const keptIn = setAside(dataDir, now())
  const readable = path.join(keptIn, 'readable.partial.sqlite')
  try {
    for (const leftOver of [ready, partial]) removeDatabase(leftOver)
    const { log, bytes } = logIn(keptIn)
    const damaged = openReadableCopy(path.join(keptIn, DATABASE_FILE), log, bytes, readable)
    const built = build(damaged, partial, newestGood(backupFolders))
    damaged?.close()
    flushFile(partial)
    renameSync(partial, ready)
    const report: RecoveryReport = {
      at: now(),
      damage: wordsFor(damaged !== null, log, built.tables),
      keptIn,
      isComplete: damaged !== null && !log.hasLost && built.tables.every(({ hasGaps }) => !hasGaps),
      backup: built.backup && { name: built.backup.name, at: built.backup.at },
      tables: built.tables,
    }
    exchange(dataDir, report)
    return report
  } catch (cause) {
    throw new DeskError(
      'damaged-file',
      `话术库文件已损坏，自动修复没有完成（可能是磁盘空间不够），原文件没有改动。请腾出空间后再启动：${dataDir}`,
      cause,
    )
  } finally {
    removeDatabase(readable)
    removeDatabase(partial)
  }
}

/** Copies rather than moves: until the recovered library takes the place, the damaged one stays there. */
function setAside(dataDir: string, at: number): string {
  const { day, time } = chinaMoment(at)
  const name = `${day}-${time.replace(':', '')}`
  const shelf = path.join(dataDir, 'damaged')
  try {
    makeFolder(shelf)
    const folder = unusedFolder(shelf, name)
    for (const file of [DATABASE_FILE, LOG, INDEX]) {
      if (!existsSync(path.join(dataDir, file))) continue
      copyFileSync(path.join(dataDir, file), path.join(folder, file))
      flushFile(path.join(folder, file))
    }
    flushFolder(folder)
    return folder
  } catch (cause) {
    throw new DeskError(
      'damaged-file',
      `话术库文件已损坏，也没有办法另存一份（磁盘已满或不能写入），没有改动它。请腾出空间后再启动：${dataDir}`,
      cause,
    )
  }
}

function unusedFolder(shelf: string, name: string): string {
  for (let count = 1; ; count++) {
    const folder = path.join(shelf, count === 1 ? name : `${name}-${count}`)
    try {
      mkdirSync(folder)
      return folder
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

function logIn(folder: string): { log: LogContents; bytes: Uint8Array } {
  const read = (name: string) =>
    existsSync(path.join(folder, name)) ? readFileSync(path.join(folder, name)) : null
  const bytes = read(LOG) ?? new Uint8Array()
  return { log: readLog(bytes, read(INDEX)), bytes }
}

interface GoodBackup {
  file: string
  name: string
  at: number
}

function newestGood(folders: readonly string[]): GoodBackup | null {
  const candidates = folders
    .flatMap((folder) => namesOn(folder).map(({ name, at }) => ({ file: path.join(folder, name), name, at })))
    .sort((a, b) => b.at - a.at)
  return candidates.find(({ file }) => inspect(file, 'whole').ok) ?? null
}

interface Built {
  tables: RecoveryReport['tables']
  backup: GoodBackup | null
}

/** Makes the new library in `file`. */
function build(damaged: Database.Database | null, file: string, backup: GoodBackup | null): Built {
  const alone = fill(damaged, file)
  const isWhole = damaged !== null && alone.every(({ hasGaps }) => !hasGaps)
  if (isWhole || !backup) return { tables: described(file, alone), backup: null }
  removeDatabase(file)
  copyFileSync(backup.file, file)
  // What was read whole is as it was last: rows that only the backup has were deleted since, on purpose.
  const whole = alone.filter(({ hasGaps }) => !hasGaps).map(({ table }) => table)
  return { tables: described(file, fill(damaged, file, whole)), backup }
}

/** Brings the library in `file`, a new one or a backup's, to today's schema and puts the salvaged rows on top. */
function fill(
  damaged: Database.Database | null,
  file: string,
  emptied: readonly string[] = [],
): SalvagedTable[] {
  const library = new Database(reachable(file))
  try {
    migrate(library)
    library.pragma('foreign_keys = OFF')
    for (const table of emptied) library.exec(`DELETE FROM "${table}"`)
    return damaged ? salvage(damaged, library) : unread(library)
  } finally {
    library.close()
  }
}

/** Nothing of the damaged file was readable: what there is, the backup gave. */
function unread(library: Database.Database): SalvagedTable[] {
  const isFilled = (table: string) =>
    library.prepare<[], number>(`SELECT EXISTS (SELECT 1 FROM "${table}")`).pluck().get() === 1
  return tablesOf(library)
    .filter(isFilled)
    .map((table) => ({ table, read: 0, hasGaps: true }))
}

function described(file: string, salvaged: readonly SalvagedTable[]): RecoveryReport['tables'] {
  const library = new Database(reachable(file), { readonly: true })
  try {
    return salvaged.flatMap(({ table, read, hasGaps }) => {
      const label = tableLabel(table)
      const rows = library.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get() ?? 0
      const fromBackup = Math.max(0, rows - read)
      return label === null || (rows === 0 && !hasGaps) ? [] : [{ table, label, read, fromBackup, hasGaps }]
    })
  } finally {
    library.close()
  }
}

function wordsFor(isReadable: boolean, { hasLost }: LogContents, tables: RecoveryReport['tables']): string {
  if (!isReadable) return '话术库文件已损坏，里面的内容读不出来'
  const gaps = tables.filter(({ hasGaps }) => hasGaps).map(({ label }) => label)
  if (gaps.length > 0) return `话术库文件有损坏，${gaps.join('、')}有一部分读不出来`
  if (hasLost) return '话术库的写入日志有损坏，最后的几次改动可能没有了'
  return '话术库文件有损坏，内容全部读了出来'
}
