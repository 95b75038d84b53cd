import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Database } from 'better-sqlite3'
import type { RecoveryReport } from '../../../shared/model/backup.ts'
import { type Claim, claim, type Presence } from '../database/claim.ts'
import { makeFolder } from '../database/folder.ts'
import { CHECKED_AT_START_BYTES, DATABASE_FILE, explained, openDatabase } from '../database/open-database.ts'
import { refuseUnsafeFolder } from '../database/unsafe-folder.ts'
import { DeskError } from '../desk-error.ts'
import { backUpBefore, backupFolder } from './backups.ts'
import { finishExchange, openReport } from './recovery/exchange.ts'
import { hasLostWrites, recover } from './recovery/recover.ts'

export interface OpenLibraryOptions {
  dataDir: string
  presence: Exclude<Presence, 'alone'>
  chosenFolder: string | null
  now: () => number
}

export interface OpenLibrary {
  database: Database
  /** What the person should hear of a damage that was mended, at this start or an earlier one. */
  recovery: RecoveryReport | null
  /** Whether the start has read the whole file; too large a one is left to a quieter moment. */
  wasLookedThrough: boolean
  /**
   * Call before reading or writing: a system may let a folder be deleted under an open file, and what is written then
   * is gone with it.
   *
   * @throws DeskError `folder-gone`
   */
  refuseIfGone(): void
  close(): void
}

/** Stands in the data folder while the library is thought to be damaged. */
export const suspicionFile = (dataDir: string): string => path.join(dataDir, 'suspect.txt')

/** For another program to end what it does alone: a migration, a recovery. */
const PATIENCE_MS = 5000

/**
 * Opens the library as it should be: in a folder that is safe for it, by no more than one host, looked through, mended
 * where it was damaged, of today's schema with a backup of the one before.
 *
 * @throws DeskError when it cannot; the library is as it was then
 */
export function openLibrary({ dataDir, presence, chosenFolder, now }: OpenLibraryOptions): OpenLibrary {
  const isSuspect = existsSync(suspicionFile(dataDir))
  try {
    refuseUnsafeFolder(dataDir)
    makeFolder(dataDir)
    const alone = claim(dataDir, 'alone')
    const database = alone ? openAlone(alone) : null
    const claimed = takePlace(dataDir, presence, () => database?.close())
    const opened = database ?? openOrRelease(claimed)
    const file = path.join(dataDir, DATABASE_FILE)
    const { ino, size } = statSync(file)
    return {
      database: opened,
      recovery: openReport(dataDir),
      wasLookedThrough: isSuspect || size <= CHECKED_AT_START_BYTES,
      refuseIfGone() {
        if (statSync(file, { throwIfNoEntry: false })?.ino === ino) return
        throw new DeskError(
          'folder-gone',
          `数据文件夹不见了（被移走、删除，或磁盘被拔出），这次改动没有保存。请放回原处，再重新打开黄金六秒：${dataDir}`,
        )
      },
      close() {
        opened.close()
        claimed.release()
      },
    }
  } catch (cause) {
    throw explained(cause, dataDir)
  }

  function openAlone(alone: Claim): Database {
    try {
      finishExchange(dataDir)
      sweep(dataDir)
      if (hasLostWrites(dataDir)) mend()
      const database = openOrMend()
      rmSync(suspicionFile(dataDir), { force: true })
      return database
    } finally {
      alone.release()
    }
  }

  function openOrMend(): Database {
    try {
      return open()
    } catch (cause) {
      if (!(cause instanceof DeskError) || cause.code !== 'damaged-file') throw cause
      mend()
      return open()
    }
  }

  function openOrRelease(claimed: Claim): Database {
    try {
      return open()
    } catch (cause) {
      claimed.release()
      if (!(cause instanceof DeskError) || cause.code !== 'damaged-file') throw cause
      throw new DeskError(
        'damaged-file',
        `话术库文件有损坏。请先退出正在使用它的黄金六秒，再打开时会自动修复：${dataDir}`,
        cause,
      )
    }
  }

  function open(): Database {
    return openDatabase(dataDir, {
      isSuspect,
      beforeMigration: (database) =>
        void backUpBefore(database, {
          dataDir,
          folder: backupFolder(dataDir, chosenFolder),
          reason: 'migration',
          at: now(),
        }),
    })
  }

  function mend(): void {
    const backupFolders = [...new Set([backupFolder(dataDir, chosenFolder), backupFolder(dataDir, null)])]
    recover({ dataDir, backupFolders, now })
  }
}

/** What programs left that were killed in the midst of a restore or an import of everything. Nobody is at it now. */
function sweep(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    if (/^(import|restore|recovered)\.partial/.test(name))
      rmSync(path.join(dataDir, name), { recursive: true, force: true })
  }
}

function takePlace(dataDir: string, presence: 'guest' | 'host', giveUp: () => void): Claim {
  const first = claim(dataDir, presence)
  if (first) return first
  // Whoever is there alone is so for a moment; a host stays.
  const asGuest = claim(dataDir, 'guest', PATIENCE_MS)
  const place = presence === 'guest' ? asGuest : claim(dataDir, presence)
  if (place !== asGuest) asGuest?.release()
  if (place) return place
  giveUp()
  if (asGuest)
    throw new DeskError('library-in-use', `黄金六秒已经打开着，正在使用这个话术库。请用那个窗口：${dataDir}`)
  throw new DeskError('file-busy', `话术库正被别的程序占用，没有改动它。请稍后再试：${dataDir}`)
}
