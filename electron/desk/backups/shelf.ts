import { readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Database } from 'better-sqlite3'
import type { Backup, BackupReason } from '../../../shared/model/backup.ts'
import { makeFolder } from '../database/folder.ts'
import { DeskError } from '../desk-error.ts'
import { type BackupName, backupName, readBackupName } from './backup-name.ts'
import { inspect } from './inspect.ts'
import { dispensable } from './rotation.ts'
import { writeSnapshot } from './snapshot.ts'

/** One that was given up half-way: a snapshot never takes that long. */
const LEFT_OVER_MS = 24 * 3_600_000

/** The backups in `folder`, newest first, by their names alone. A folder that is not there holds none. */
export function namesOn(folder: string): BackupName[] {
  let files: string[]
  try {
    files = readdirSync(folder)
  } catch {
    return []
  }
  return files
    .map(readBackupName)
    .filter((backup) => backup !== null)
    .sort((a, b) => b.sequence - a.sequence || b.at - a.at)
}

/** The backups in `folder`, newest first, each opened to see what it holds. */
export function backupsOn(folder: string): Backup[] {
  return namesOn(folder).flatMap((backup) => {
    const seen = look(folder, backup)
    return seen ? [seen] : []
  })
}

/** The backup of that name in the first of `places` that has it. @throws DeskError `not-found` */
export function backupIn(places: readonly string[], name: string): { place: string; backup: Backup } {
  // A name of the right shape has no way out of the folder.
  const named = readBackupName(name)
  for (const place of named ? places : []) {
    const backup = named && look(place, named)
    if (backup) return { place, backup }
  }
  throw new DeskError('not-found', '这份备份已经不在了，请刷新列表再选')
}

function look(folder: string, { name, at, reason }: BackupName): Backup | null {
  const file = path.join(folder, name)
  const stats = statSync(file, { throwIfNoEntry: false })
  if (!stats) return null // rotated away by another program meanwhile
  const found = inspect(file, 'contents')
  return {
    name,
    at,
    reason,
    bytes: stats.size,
    holds: found.ok ? found.holds : null,
    problem: found.ok ? null : found.problem,
  }
}

/**
 * Puts the library as it is now on the shelf, and takes down what the newer ones make dispensable, which is never the
 * last good one: the new one has just been looked through.
 *
 * @param spared a backup that stays whatever the rotation says
 * @throws as `writeSnapshot`, and the system's error when the folder cannot be used
 */
export function putOnShelf(
  database: Database,
  folder: string,
  { reason, at, spared }: { reason: BackupReason; at: number; spared?: string },
): Backup {
  makeFolder(folder)
  const sequence = (namesOn(folder)[0]?.sequence ?? 0) + 1
  const name = backupName(sequence, at, reason)
  const file = path.join(folder, name)
  const { holds } = writeSnapshot(database, file)
  for (const old of dispensable(namesOn(folder))) {
    if (old !== spared && old !== name) takeAway(path.join(folder, old))
  }
  sweep(folder)
  const { at: saidAt } = readBackupName(name) ?? { at }
  return { name, at: saidAt, reason, bytes: statSync(file).size, holds, problem: null }
}

/** What a program left that was killed while it wrote a backup or an archive. */
const HALF_WRITTEN = /^golden-six-.*(\.partial|\.partial-journal|\.zip\.sqlite)$/

function sweep(folder: string): void {
  for (const name of readdirSync(folder).filter((file) => HALF_WRITTEN.test(file))) {
    const file = path.join(folder, name)
    const stats = statSync(file, { throwIfNoEntry: false })
    if (stats && Math.abs(Date.now() - stats.mtimeMs) > LEFT_OVER_MS) takeAway(file)
  }
}

/** One that another program holds open stays until the next time. */
function takeAway(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    // It costs room, nothing else.
  }
}
