import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Archive, RestoreOutcome } from '../../../../shared/model/backup.ts'
import { inBackground } from '../../background/in-background.ts'
import { hashOf, openImageFiles } from '../../images/image-files.ts'
import { readImage } from '../../images/read-image.ts'
import { parseSettings, type SettingsFile } from '../../settings/settings-file.ts'
import type { Backups } from '../backups.ts'
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
   * images are added, and mend those of the same content; settings follow, but for the backup folder, which is a matter of this machine.
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

  /** What is no whole image of the name that it has is left out: nobody could have meant it. */
  function addImages({ files }: Manifest, unpacked: string): void {
    const images = openImageFiles(dataDir)
    for (const { path: name } of files) {
      if (!name.startsWith(`${IMAGES}/`)) continue
      const bytes = readFileSync(path.join(unpacked, ...name.split('/')))
      const reading = readImage(bytes)
      const hash = hashOf(bytes)
      if (reading.ok && path.posix.parse(name).name === hash)
        images.keep({ hash, type: reading.image.type }, bytes)
    }
  }

  function takeSettings(file: string): void {
    const theirs = existsSync(file) ? parseSettings(readFileSync(file, 'utf8')) : null
    if (theirs) settings.update({ ...theirs, backupFolder: settings.read().backupFolder })
  }
}
