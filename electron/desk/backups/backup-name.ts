import { BACKUP_REASONS, type BackupReason } from '../../../shared/model/backup.ts'
import { chinaMoment } from '../../../shared/model/china-time.ts'

/**
 * What a backup's file name says. `sequence` counts the backups on a shelf, so that their order does not depend on the
 * clock: it may have been wrong when one was made, and it may be wrong now.
 */
export interface BackupName {
  name: string
  sequence: number
  /** The calendar day in China, `YYYY-MM-DD`, by the clock of that moment. */
  day: string
  /** ms since 1970, whole seconds */
  at: number
  reason: BackupReason
}

const SHAPE = new RegExp(
  `^golden-six-(\\d{6,9})-(\\d{4}-\\d{2}-\\d{2})-(\\d{2})(\\d{2})(\\d{2})-(${BACKUP_REASONS.join('|')})\\.sqlite$`,
)

/** e.g. `golden-six-000012-2026-11-21-093005-daily.sqlite` */
export function backupName(sequence: number, at: number, reason: BackupReason): string {
  const { day, time } = chinaMoment(at)
  const seconds = String(Math.floor(at / 1000) % 60).padStart(2, '0')
  return `golden-six-${String(sequence).padStart(6, '0')}-${day}-${time.replace(':', '')}${seconds}-${reason}.sqlite`
}

/** What the name says, or null when the file is no backup of ours. */
export function readBackupName(name: string): BackupName | null {
  const [, sequence, day, hours, minutes, seconds, reason] = SHAPE.exec(name) ?? []
  if (day === undefined) return null
  const at = Date.parse(`${day}T${hours}:${minutes}:${seconds}+08:00`)
  if (Number.isNaN(at)) return null
  return { name, sequence: Number(sequence), day, at, reason: reason as BackupReason }
}
