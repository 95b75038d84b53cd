import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Archive, RestoreOutcome } from '../../../../shared/model/backup.ts'
import { flushFolder, makeFolder } from '../../database/folder.ts'
import { parseSettings, type SettingsFile } from '../../settings/settings-file.ts'
import type { Backups } from '../backups.ts'
import { inBackground } from '../in-background.ts'
import { archiveOn } from './archive-name.ts'
import { IMAGES, LIBRARY_FILE, type Manifest, SETTINGS_FILE } from './manifest.ts'

interface Rooms {
  dataDir: string
  backups: Backups
  settings: SettingsFile
  now: () => number
}

/** Everything in one file, for another machine. */
export function createArchives({ dataDir, backups, settings, now }: Rooms) {
  return {
    /** Writes library, settings and images into one file in the backup folder. @throws as `writeArchive` */
    export: (appVersion: string, folder: string = backups.folder()): Promise<Archive> =>
      inBackground({ kind: 'export', dataDir, folder, at: now(), appVersion }),

    /** As `importFile`, of an archive that lies in the backup folder. @throws DeskError `not-found`, too */
    import: (name: string): Promise<RestoreOutcome> => importFile(archiveOn(backups.folder(), name)),

    importFile,
  }

  /**
   * Puts what an archive holds into the place of what is here. The library's part is a restore, and undone as such;
   * images are added, none is replaced; settings follow, but for the backup folder, which is a matter of this machine.
   *
   * @throws DeskError `archive-refused`, `backup-unusable`, `file-busy`; nothing was changed then
   */
  async function importFile(file: string): Promise<RestoreOutcome> {
    const unpacked = mkdtempSync(path.join(dataDir, 'import.partial-'))
    try {
      const manifest = await inBackground({ kind: 'unpack', file, into: unpacked })
      // Before the library that speaks of them: an image that nobody asks for does no harm.
      addImages(manifest, unpacked)
      const outcome = await backups.restoreFile(path.join(unpacked, LIBRARY_FILE))
      takeSettings(path.join(unpacked, SETTINGS_FILE))
      return outcome
    } finally {
      rmSync(unpacked, { recursive: true, force: true })
    }
  }

  function addImages({ files }: Manifest, unpacked: string): void {
    for (const { path: name } of files) {
      const target = path.join(dataDir, ...name.split('/'))
      if (!name.startsWith(`${IMAGES}/`) || existsSync(target)) continue
      makeFolder(path.dirname(target))
      copyFileSync(path.join(unpacked, ...name.split('/')), target)
      flushFolder(path.dirname(target))
    }
  }

  function takeSettings(file: string): void {
    const theirs = existsSync(file) ? parseSettings(readFileSync(file, 'utf8')) : null
    if (theirs) settings.update({ ...theirs, backupFolder: settings.read().backupFolder })
  }
}
