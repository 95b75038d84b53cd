import { addDays, weekdayOf } from '../../../shared/model/china-time.ts'
import type { BackupName } from './backup-name.ts'

const DAYS = 7
const WEEKS = 4
/** Of whatever day: what was made before the last few imports and restores can be gone back to. */
const LATEST = 5
const DAY_MS = 24 * 3_600_000

/**
 * Which of these backups may go: all but the newest of each of the last seven days and four weeks that have one, the
 * newest for each reason, and the five newest. "Last" counts backups, not the calendar, and newest is by sequence, not
 * by clock: a machine that was off for a month, or whose clock has jumped, loses nothing by it. The newest is never
 * among them.
 */
export function dispensable(backups: readonly BackupName[]): string[] {
  const newestFirst = backups.toSorted((a, b) => b.sequence - a.sequence || b.at - a.at)
  const kept = new Set([
    ...newestOfEach(newestFirst, ({ day }) => day, DAYS),
    ...newestOfEach(newestFirst, ({ day }) => mondayOf(day), WEEKS),
    ...newestOfEach(newestFirst, ({ reason }) => reason, Number.POSITIVE_INFINITY),
    ...newestFirst.slice(0, LATEST),
  ])
  return newestFirst.filter((backup) => !kept.has(backup)).map(({ name }) => name)
}

/**
 * Whether the day's backup is still to be made: the newest is older than a day, or of a time that has not come yet, the
 * clock having been put back since.
 */
export function isBackupDue(backups: readonly BackupName[], now: number): boolean {
  const newest = backups.toSorted((a, b) => a.sequence - b.sequence).at(-1)
  if (!newest) return true
  const age = now - newest.at
  // A second's fraction is lost in the name.
  return age >= DAY_MS || age < -1000
}

function newestOfEach(
  newestFirst: readonly BackupName[],
  kindOf: (backup: BackupName) => string,
  kinds: number,
): BackupName[] {
  const newest = new Map<string, BackupName>()
  for (const backup of newestFirst) {
    const kind = kindOf(backup)
    if (!newest.has(kind)) newest.set(kind, backup)
  }
  return [...newest.values()].slice(0, kinds)
}

function mondayOf(day: string): string {
  return addDays(day, 1 - weekdayOf(day))
}
