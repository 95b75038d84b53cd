import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Database } from 'better-sqlite3'
import { type Zippable, zipSync } from 'fflate'
import type { Archive } from '../../../../shared/model/backup.ts'
import { flushFile, flushFolder, makeFolder } from '../../database/folder.ts'
import { openImageFiles } from '../../images/image-files.ts'
import { PARTIAL, writeSnapshot } from '../snapshot.ts'
import { archiveName } from './archive-name.ts'
import { IMAGES, LIBRARY_FILE, MANIFEST_FILE, type Manifest, newManifest, SETTINGS_FILE } from './manifest.ts'

/** Compressed already; trying again only takes time. */
const PACKED = /\.(png|jpe?g|gif|webp|mp4)$/i

interface Source {
  path: string
  file: string
}

/**
 * Writes everything of the data folder (library, settings, images) into one archive in `folder`, whole or not at all.
 * It passes through memory as a whole: some seconds and twice its size, so on a thread of its own.
 *
 * @throws the system's error when it cannot be written
 */
export function writeArchive(
  database: Database,
  { dataDir, folder, at, appVersion }: { dataDir: string; folder: string; at: number; appVersion: string },
): Archive {
  makeFolder(folder)
  const name = archiveName(at)
  const file = path.join(folder, name)
  const partial = `${file}${PARTIAL}`
  const library = `${file}.sqlite`
  try {
    const { schemaVersion } = writeSnapshot(database, library)
    const files: Manifest['files'] = []
    const contents: Zippable = {}
    for (const source of [
      { path: LIBRARY_FILE, file: library },
      ...settingsIn(dataDir),
      ...imagesIn(dataDir),
    ]) {
      const bytes = readFileSync(source.file)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      files.push({ path: source.path, bytes: bytes.length, sha256 })
      contents[source.path] = [bytes, { level: PACKED.test(source.path) ? 0 : 6 }]
    }
    const manifest = JSON.stringify(newManifest({ at, appVersion, schemaVersion, files }), null, 2)
    writeFileSync(partial, zipSync({ [MANIFEST_FILE]: Buffer.from(manifest), ...contents }))
    flushFile(partial)
    renameSync(partial, file)
    flushFolder(folder)
    return { name, at, bytes: statSync(file).size }
  } finally {
    rmSync(library, { force: true })
    rmSync(partial, { force: true })
  }
}

function settingsIn(dataDir: string): Source[] {
  const file = path.join(dataDir, SETTINGS_FILE)
  return existsSync(file) ? [{ path: SETTINGS_FILE, file }] : []
}

function imagesIn(dataDir: string): Source[] {
  return openImageFiles(dataDir)
    .all()
    .map(({ file }) => ({ path: `${IMAGES}/${path.basename(file)}`, file }))
}
