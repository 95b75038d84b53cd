import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Database } from 'better-sqlite3'
import type {
  Backup,
  BackupReason,
  BackupShelf,
  RestoreOutcome,
  RestorePreview,
} from '../../../shared/model/backup.ts'
import { inBackground } from '../background/in-background.ts'
import { DeskError } from '../desk-error.ts'
import { archivesOn } from './archive/archive-name.ts'
import { contentsOf } from './inspect.ts'
import { replaceLibrary } from './replace-library.ts'
import { isBackupDue } from './rotation.ts'
import { backupIn, backupsOn, namesOn, putOnShelf } from './shelf.ts'

export interface BackupOptions {
  dataDir: string
  /** The folder that the person chose, or null for `backups` in the data folder. Asked anew each time. */
  chosenFolder: () => string | null
  now: () => number
}

export type Backups = ReturnType<typeof createBackups>

/** Backups of the open library: makes them, lists them, puts one back. */
export function createBackups(database: Database, { dataDir, chosenFolder, now }: BackupOptions) {
  const ownFolder = backupFolder(dataDir, null)
  const folder = () => backupFolder(dataDir, chosenFolder())
  /** The data folder's own takes over while the chosen one is away, and holds what was made before it was chosen. */
  const places = () => [...new Set([folder(), ownFolder])]
  const make = (reason: BackupReason): Promise<Backup> =>
    inBackground({ kind: 'backup', dataDir, folder: folder(), reason, at: now() })

  async function restoreFile(file: string, spared?: string): Promise<RestoreOutcome> {
    const keep = () =>
      backUpBefore(database, { dataDir, folder: folder(), reason: 'restore', at: now(), spared })
    const { holds, kept } = await replaceLibrary(database, dataDir, file, keep)
    return { holds, undo: kept }
  }

  return {
    folder,

    /** What there is to go back to. */
    shelf(): BackupShelf {
      return {
        folder: folder(),
        backups: places()
          .flatMap(backupsOn)
          .toSorted((a, b) => b.at - a.at),
        archives: archivesOn(folder()),
      }
    },

    /** When the oldest was made, ms since 1970, infinite without any; null while the folder chosen for them is away. */
    oldest(): number | null {
      if (folder() !== ownFolder && !existsSync(folder())) return null
      return Math.min(...places().flatMap((place) => namesOn(place).map(({ at }) => at)))
    },

    /** Makes a backup without holding the windows up. @throws as `putOnShelf` */
    make,

    /** The day's backup, unless there is one; null then. @throws as `putOnShelf` */
    makeIfDue: async (): Promise<Backup | null> =>
      isBackupDue(namesOn(folder()), now()) ? await make('daily') : null,

    /** As `makeBefore`, without holding the windows up. @throws as `putOnShelf` */
    makeAhead: (reason: BackupReason): Promise<Backup> =>
      make(reason).catch((error: unknown) => {
        if (folder() === ownFolder) throw error
        return inBackground({ kind: 'backup', dataDir, folder: ownFolder, reason, at: now() })
      }),

    /** Whether there is nothing yet that a backup would keep. */
    isNothingToKeep: (): boolean => Object.values(contentsOf(database)).every((count) => count === 0),

    /** Whether one that can be restored was made within these ms, whatever for. */
    hasYoungerThan(ageMs: number): boolean {
      const [newest] = places()
        .flatMap(namesOn)
        .toSorted((a, b) => b.at - a.at)
      const age = newest ? now() - newest.at : Infinity
      // A second's fraction is lost in the name; one of a time that has not come yet says nothing.
      return (
        newest !== undefined && age > -1000 && age < ageMs && !backupIn(places(), newest.name).backup.problem
      )
    },

    /** A backup that must stand before what comes next may begin. @throws as `putOnShelf` */
    makeBefore: (reason: BackupReason): Backup =>
      backUpBefore(database, { dataDir, folder: folder(), reason, at: now() }),

    /** @throws DeskError `not-found` */
    preview(name: string): RestorePreview {
      return { backup: backupIn(places(), name).backup, now: contentsOf(database) }
    },

    /**
     * Puts the backup into the library's place, in one transaction.
     *
     * @throws DeskError `not-found`, `backup-unusable`, `file-busy`; the library is as it was
     */
    async restore(name: string): Promise<RestoreOutcome> {
      const { place, backup } = backupIn(places(), name)
      if (backup.problem)
        throw new DeskError('backup-unusable', `这份备份不能恢复：${backup.problem}。话术库没有改动`)
      return await restoreFile(path.join(place, name), name)
    },

    /** As `restore`, from a library's file that lies elsewhere. */
    restoreFile: (file: string): Promise<RestoreOutcome> => restoreFile(file),
  }
}

interface NeededBackup {
  dataDir: string
  folder: string
  reason: BackupReason
  at: number
  spared?: string | undefined
}

/**
 * The backup before something that could go wrong. Where the chosen folder cannot be used at the moment (a network drive
 * that is away), the data folder takes it: what follows is put off by nothing but a full or broken disk.
 *
 * @throws as `putOnShelf`
 */
export function backUpBefore(database: Database, { dataDir, folder, ...what }: NeededBackup): Backup {
  const ownFolder = backupFolder(dataDir, null)
  try {
    return putOnShelf(database, folder, what)
  } catch (error) {
    if (folder === ownFolder) throw error
    return putOnShelf(database, ownFolder, what)
  }
}

/** Where the backups of the library in `dataDir` are, given what the settings say. */
export const backupFolder = (dataDir: string, chosen: string | null): string =>
  chosen ?? path.join(dataDir, 'backups')
