/** Why a backup was made. Those but `daily` and `manual` stand before something that replaces or adds much. */
export const BACKUP_REASONS = ['daily', 'manual', 'import', 'restore', 'migration'] as const
export type BackupReason = (typeof BACKUP_REASONS)[number]

/** How much a library holds. */
export interface LibraryContents {
  phrases: number
  groups: number
  products: number
  /** Recorded uses of phrases. */
  uses: number
}

/** A whole library in one file, looked through when it was written. */
export interface Backup {
  /** Its file's name, unique on the shelf; backups made later have names that sort later. */
  name: string
  /** ms since 1970, by the clock of the machine that made it. */
  at: number
  reason: BackupReason
  bytes: number
  /** What it holds; null when the file cannot be read any more, or was written by a newer program. */
  holds: LibraryContents | null
  /** Why it cannot be restored, in words for a person; null when it can. */
  problem: string | null
}

export interface BackupShelf {
  /** Where backups are kept. */
  folder: string
  /** Newest first. */
  backups: Backup[]
  /** Files made by "export everything", here or on another machine, that lie in the same folder. */
  archives: Archive[]
}

/** A file with everything: library, settings, images. */
export interface Archive {
  name: string
  at: number
  bytes: number
}

/** What a restore would put in the place of what. */
export interface RestorePreview {
  backup: Backup
  now: LibraryContents
}

export interface RestoreOutcome {
  /** What the library holds now. */
  holds: LibraryContents
  /** The backup made just before; restoring it undoes this restore. */
  undo: Backup
}

/** What happened when the library's file was found damaged at a start. */
export interface RecoveryReport {
  /** ms since 1970 */
  at: number
  /** What was wrong, in a person's words. */
  damage: string
  /** The folder that holds the damaged files, unchanged. */
  keptIn: string
  /** Whether every row could be read from the damaged file. */
  isComplete: boolean
  /** The backup that filled what could not be read; null when none was needed, or there was none. */
  backup: { name: string; at: number } | null
  /** Only tables that held something. */
  tables: RecoveredTable[]
}

export interface RecoveredTable {
  table: string
  /** What agents call its rows. */
  label: string
  /** Rows read from the damaged file. */
  read: number
  /** Rows that came from the backup alone. */
  fromBackup: number
  /** Whether some rows of the damaged file could not be read. */
  hasGaps: boolean
}
