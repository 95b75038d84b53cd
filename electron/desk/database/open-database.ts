import { statSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { DeskError } from '../desk-error.ts'
import { makeFolder, reachable } from './folder.ts'
import { migrate, refuseNewer } from './migrate.ts'
import { storageTrouble } from './storage-trouble.ts'

export type { Database } from 'better-sqlite3'

export const DATABASE_FILE = 'golden-six.sqlite'

/** Another program may hold the file for a moment: a backup, a virus scanner, the command line. */
const BUSY_TIMEOUT_MS = 3000
const TRIES = 4
const PAUSE_MS = 250

/** SQLite reads some 500 MB a second: a library up to this size is looked through in the blink that a start may cost. */
export const CHECKED_AT_START_BYTES = 16 * 1024 * 1024

export interface OpenOptions {
  /** Told before the first migration of a library that holds something, with its schema's version. */
  beforeMigration?: (database: Database.Database, from: number) => void
  /** Look the file through whatever its size. */
  isSuspect?: boolean
}

/**
 * Opens the library in `dataDir`, making folder and file when they are missing, and brings it to the newest schema.
 *
 * @throws DeskError when the folder cannot be used, the file is damaged or no database, or a newer program wrote it. The
 * file is then as it was.
 */
export function openDatabase(dataDir: string, options: OpenOptions = {}): Database.Database {
  for (let tries = 1; ; tries++) {
    try {
      return openOnce(dataDir, options)
    } catch (cause) {
      if (cause instanceof DeskError) throw cause
      // On Windows a scanner's hold shows as "cannot open" or "busy", and is over within a second.
      const mayPass = storageTrouble(cause) === 'busy' || codeOf(cause) === 'SQLITE_CANTOPEN'
      if (!mayPass || tries === TRIES || process.platform !== 'win32') throw explained(cause, dataDir)
      pause(PAUSE_MS)
    }
  }
}

function openOnce(dataDir: string, { beforeMigration, isSuspect = false }: OpenOptions): Database.Database {
  makeFolder(dataDir)
  const file = path.join(dataDir, DATABASE_FILE)
  const database = new Database(reachable(file), { timeout: BUSY_TIMEOUT_MS })
  try {
    refuseNewer(database, file)
    database.pragma('journal_mode = WAL')
    // What was acknowledged survives the power plug: WAL's default only promises that for the program's death.
    database.pragma('synchronous = FULL')
    database.pragma('foreign_keys = ON')
    if (isSuspect || statSync(file).size <= CHECKED_AT_START_BYTES) refuseDamaged(database)
    migrate(database, beforeMigration)
    return database
  } catch (cause) {
    database.close()
    throw cause
  }
}

function refuseDamaged(database: Database.Database): void {
  const found = database.pragma('quick_check(1)', { simple: true })
  if (found !== 'ok') throw Object.assign(new Error(String(found)), { code: 'SQLITE_CORRUPT' })
}

/** What went wrong with the library in `dataDir`, for the person: what happened, what was kept, what to do. */
export function explained(cause: unknown, dataDir: string): DeskError {
  if (cause instanceof DeskError) return cause
  const file = path.join(dataDir, DATABASE_FILE)
  switch (storageTrouble(cause)) {
    case 'damaged':
      return new DeskError(
        'damaged-file',
        `话术库文件已损坏或不是话术库，没有改动它。请先把它移走再启动：${file}`,
        cause,
      )
    case 'busy':
      return new DeskError(
        'file-busy',
        `话术库被别的程序占用（可能是杀毒或备份软件），没有改动它。请稍后再试：${dataDir}`,
        cause,
      )
    case 'disk-full':
      return new DeskError('disk-full', `磁盘已满，话术库没有打开。请腾出空间后再启动：${dataDir}`, cause)
    case 'unwritable':
      return new DeskError('folder-unusable', unwritable(cause, dataDir), cause)
    case 'failing':
      return new DeskError(
        'disk-failing',
        `磁盘读写出错，话术库没有打开，也没有改动。请检查这块磁盘，重要的话先把文件夹复制到别的磁盘：${dataDir}`,
        cause,
      )
    case null:
      return new DeskError(
        'folder-unusable',
        `话术库打不开（${codeOf(cause) ?? String(cause)}）：${dataDir}`,
        cause,
      )
  }
}

/** SQLite takes paths of up to 512 bytes; a Chinese character is three. */
const LONGEST_PATH_BYTES = 480

function unwritable(cause: unknown, dataDir: string): string {
  const isTooLong =
    codeOf(cause) === 'ENAMETOOLONG' ||
    (process.platform !== 'win32' &&
      Buffer.byteLength(path.join(dataDir, DATABASE_FILE)) > LONGEST_PATH_BYTES)
  return isTooLong
    ? `数据文件夹的路径太长，系统打不开。请换一个路径短一些的文件夹：${dataDir}`
    : `数据文件夹不能读写，请检查权限或换一个文件夹：${dataDir}`
}

function codeOf(cause: unknown): string | null {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : null
}

function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}
