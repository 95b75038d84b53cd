import { writeFileSync } from 'node:fs'
import type {
  Archive,
  Backup,
  BackupReason,
  RecoveryReport,
  RestoreOutcome,
} from '../../../shared/model/backup.ts'
import { inBackground } from '../background/in-background.ts'
import { storageTrouble } from '../database/storage-trouble.ts'
import { DeskError } from '../desk-error.ts'
import type { SettingsFile } from '../settings/settings-file.ts'
import { createArchives } from './archive/archives.ts'
import { createBackups } from './backups.ts'
import { checkBackupFolder } from './check-folder.ts'
import { type OpenLibrary, suspicionFile } from './open-library.ts'
import { putReportAway } from './recovery/exchange.ts'

interface Surroundings {
  dataDir: string
  settings: SettingsFile
  now: () => number
  /** The library holds something else now, from top to bottom. */
  onReplaced: () => void
  /** What `state` says is no longer so. */
  onChanged: () => void
}

export type Safekeeping = ReturnType<typeof createSafekeeping>

/** A program that stays open for days makes each day's backup, too. */
const ROUND_MS = 3_600_000

/** Everything that keeps the library from being lost, for the pages, the command line and the clock. */
export function createSafekeeping(
  library: OpenLibrary,
  { dataDir, settings, now, onReplaced, onChanged }: Surroundings,
) {
  const backups = createBackups(library.database, {
    dataDir,
    chosenFolder: () => settings.read().backupFolder,
    now,
  })
  const archives = createArchives({ dataDir, backups, settings, now })
  let recovery = library.recovery
  let trouble: string | null = null

  /** One at a time: two restores at once would make each other's undoing worthless. */
  let underWay: Promise<unknown> = Promise.resolve()
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = underWay.then(work, work).finally(onChanged)
    underWay = turn.catch(() => undefined)
    return turn
  }

  const replacing = (work: () => Promise<RestoreOutcome>) =>
    inTurn(async () => {
      const outcome = await work()
      onReplaced()
      return outcome
    })

  async function round(): Promise<void> {
    try {
      await inTurn(backups.makeIfDue)
      trouble = null
    } catch (error) {
      trouble = wordsForFailure(error, backups.folder())
      if (storageTrouble(error) === 'damaged') await look()
    }
    onChanged()
  }

  /** Too large a library is not looked through while a start waits for it. */
  async function look(): Promise<void> {
    const [problem] = await inBackground({ kind: 'check', dataDir, depth: 'quick' })
    if (!problem) return
    // The next start looks through it whatever its size, and mends it.
    writeFileSync(suspicionFile(dataDir), `${problem}\n`)
    trouble = '话术库文件有损坏。请退出黄金六秒再打开，会自动修复，读得出来的都会保留'
  }

  return {
    /** Backups and archives there are, and why the last one could not be made, if so. */
    state: () => ({ ...backups.shelf(), trouble }),
    preview: backups.preview,
    oldestBackup: backups.oldest,
    makeBefore: (reason: BackupReason): Backup => backups.makeBefore(reason),
    /** As `makeBefore`, without holding the windows up. */
    makeAhead: (reason: BackupReason): Promise<Backup> => inTurn(() => backups.makeAhead(reason)),
    /**
     * As `makeAhead`, for a release of a team. Those that come by themselves come as often as the lead publishes: null
     * when a good one was made within the hour, or there is nothing here to be kept.
     */
    makeAheadOf: (occasion: 'by-hand' | 'by-itself'): Promise<Backup | null> =>
      inTurn(async () =>
        occasion === 'by-itself' && (backups.isNothingToKeep() || backups.hasYoungerThan(ROUND_MS))
          ? null
          : await backups.makeAhead('import'),
      ),
    make: (): Promise<Backup> => inTurn(() => backups.make('manual')),
    restore: (name: string): Promise<RestoreOutcome> => replacing(() => backups.restore(name)),
    exportEverything: (appVersion: string, folder?: string): Promise<Archive> =>
      inTurn(() => archives.export(appVersion, folder)),
    importEverything: (name: string): Promise<RestoreOutcome> => replacing(() => archives.import(name)),
    importArchive: (file: string): Promise<RestoreOutcome> => replacing(() => archives.importFile(file)),

    /**
     * Where backups go from now on; null for the data folder's own. Those made before stay where they are.
     *
     * @throws DeskError `folder-unusable`
     */
    chooseFolder(folder: string | null): void {
      if (folder !== null) checkBackupFolder(folder)
      settings.update({ backupFolder: folder })
      onChanged()
    },

    /** What SQLite finds wrong with the library's file, every index of it, in its own words. */
    problems: () => inBackground({ kind: 'check', dataDir, depth: 'whole' }),

    /** What the person should hear of a damage that was mended; null when there was none, or they have read it. */
    recovery: (): RecoveryReport | null => recovery,
    putRecoveryAway(): void {
      putReportAway(dataDir)
      recovery = null
      onChanged()
    },

    /** Makes the day's backup, today and as long as the program runs. Returns the function that ends it. */
    begin(): () => void {
      void round()
      if (!library.wasLookedThrough) void look().catch(() => undefined)
      const rounds = setInterval(() => void round(), ROUND_MS)
      rounds.unref()
      return () => clearInterval(rounds)
    },

    /** Resolves when nothing is under way any more. */
    settled: (): Promise<unknown> => underWay,
  }
}

function wordsForFailure(error: unknown, folder: string): string {
  if (error instanceof DeskError) return error.message
  switch (storageTrouble(error)) {
    case 'disk-full':
      return `今天的备份没有做成：磁盘已满。话术库没有受影响，请腾出空间：${folder}`
    case 'unwritable':
      return `今天的备份没有做成：备份文件夹不能写入或不在了。话术库没有受影响，请检查或换一个：${folder}`
    case 'damaged':
      return '今天的备份没有做成：话术库文件有损坏。请退出黄金六秒再打开，会自动修复'
    default:
      return `今天的备份没有做成，一小时后再试。话术库没有受影响：${folder}`
  }
}
