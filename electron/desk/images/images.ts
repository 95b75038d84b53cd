import { readFileSync } from 'node:fs'
import {
  IMAGE_LIMITS,
  type ImageGlance,
  type ImageInfo,
  type ImageType,
  THUMBNAIL_LIMITS,
} from '../../../shared/model/image.ts'
import type { Database } from '../database/open-database.ts'
import { DeskError } from '../desk-error.ts'
import { hashOf, openImageFiles } from './image-files.ts'
import { namedHashes } from './named-hashes.ts'
import { type ImageReading, readImage } from './read-image.ts'

interface ImageRow {
  hash: string
  type: ImageType
  bytes: number
  width: number
  height: number
  name: string
  thumbnail: Buffer | null
}

export interface ImageOptions {
  dataDir: string
  now: () => number
}

/** An image that is there, with its bytes and the file that holds them. */
export interface ImageContent extends ImageInfo {
  content: Buffer
  file: string
}

export type Images = ReturnType<typeof createImages>

/** The images of the library: what is known of each is a row, its bytes are a file named by their hash. */
export function createImages(database: Database, { dataDir, now }: ImageOptions) {
  const files = openImageFiles(dataDir)
  const byHash = database.prepare<[string], ImageRow>('SELECT * FROM images WHERE hash = ?')
  const insert = database.prepare(`
    INSERT INTO images (hash, type, bytes, width, height, name, thumbnail, unneeded_since, created_at)
    VALUES (:hash, :type, :bytes, :width, :height, :name, NULL, :unneededSince, :at)
    ON CONFLICT (hash) DO UPDATE SET unneeded_since = NULL, name = iif(name = '', excluded.name, name)`)
  const setThumbnail = database.prepare('UPDATE images SET thumbnail = ? WHERE hash = ?')
  const hashes = database.prepare<[], string>('SELECT hash FROM images').pluck()
  const mark = database.prepare(`
    UPDATE images SET unneeded_since = iif(:isNeeded, NULL, ifnull(unneeded_since, :at)) WHERE hash = :hash`)
  const dispensable = database.prepare<[number], ImageRow>('SELECT * FROM images WHERE unneeded_since < ?')
  const forget = database.prepare('DELETE FROM images WHERE hash = ?')

  function enter({ type, width, height, content }: ImageReading, about: { name: string; isNeeded: boolean }) {
    const hash = hashOf(content)
    const at = now()
    insert.run({
      ...{ hash, type, bytes: content.length, width, height, name: about.name },
      ...{ unneededSince: about.isNeeded ? null : at, at },
    })
    return hash
  }

  function info(hash: string): ImageInfo | null {
    const row = byHash.get(hash)
    return row && files.isThere(row) ? infoOf(row) : null
  }

  /** Files that no row speaks of: of a restored library, or of a program that was killed between file and row. */
  function adoptStrays(): void {
    const known = new Set(hashes.all())
    for (const { hash, file } of files.all()) {
      if (known.has(hash)) continue
      const reading = readImage(readFileSync(file))
      if (reading.ok && hashOf(reading.image.content) === hash)
        enter(reading.image, { name: '', isNeeded: false })
    }
  }

  return {
    /**
     * Takes an image in, without what it tells of the place and the camera. It is on the disk when this returns; the
     * same image again is the one that is there.
     *
     * @param name of the file it came from; empty when it has none
     * @throws DeskError `image-refused`; the system's error when it cannot be written
     */
    add(bytes: Uint8Array, name: string): ImageInfo {
      const reading = readImage(bytes)
      if (!reading.ok) throw new DeskError('image-refused', reading.reason)
      const { image } = reading
      files.keep({ hash: hashOf(image.content), type: image.type }, image.content)
      const row = byHash.get(enter(image, { name: name.slice(0, IMAGE_LIMITS.name), isNeeded: true }))
      if (!row) throw new Error('the image that was just entered is gone')
      return infoOf(row)
    },

    /** Null when nothing is known of it, or its file is gone. */
    info,

    /** @throws DeskError `image-lost` when its file is gone or damaged */
    read(hash: string): ImageContent {
      const row = byHash.get(hash)
      const content = row && files.read(row)
      if (!content)
        throw new DeskError('image-lost', '这张图片的文件不见了或已损坏，请到管理台重新添加同一张图片')
      return { ...infoOf(row), content, file: files.pathOf(row) }
    },

    /** For lists, in the order asked for. */
    glances: (wanted: readonly string[]): ImageGlance[] =>
      wanted.map((hash) => {
        const row = byHash.get(hash)
        const isThere = row !== undefined && files.isThere(row)
        return {
          hash,
          info: isThere ? infoOf(row) : null,
          thumbnail: row?.thumbnail ? dataAddress(row.thumbnail) : null,
        }
      }),

    /** Keeps a small picture that a page has made. @throws DeskError `image-refused` for one that is none */
    keepThumbnail(hash: string, bytes: Uint8Array): void {
      const reading = readImage(bytes)
      const isSmall =
        reading.ok &&
        reading.image.content.length <= THUMBNAIL_LIMITS.bytes &&
        Math.max(reading.image.width, reading.image.height) <= THUMBNAIL_LIMITS.side
      if (!isSmall) throw new DeskError('image-refused', '这张缩略图不合要求')
      setThumbnail.run(Buffer.from(reading.image.content), hash)
    },

    /**
     * Finds which images nothing names any more (no phrase, revision or product, removed ones included), and takes away
     * those that were found so before the oldest backup was made: no backup can bring back what names them.
     *
     * @param oldestBackup ms since 1970; infinite when there is none
     */
    sweep(oldestBackup: number): void {
      const gone = database
        .transaction(() => {
          adoptStrays()
          const needed = namedHashes(database)
          for (const hash of hashes.all()) mark.run({ hash, isNeeded: needed.has(hash) ? 1 : 0, at: now() })
          const going = dispensable.all(Math.min(oldestBackup, now() - LEAST_KEPT_MS))
          for (const { hash } of going) forget.run(hash)
          return going
        })
        .immediate()
      for (const image of gone) files.remove(image)
      files.sweepHalfWritten(now())
    },
  }
}

/** However young the oldest backup is: undoing goes back over a sitting, and a sitting may last for days. */
const LEAST_KEPT_MS = 14 * 24 * 3_600_000

const infoOf = ({ hash, type, bytes, width, height, name }: ImageRow): ImageInfo => ({
  ...{ hash, type, bytes, width, height, name },
})

function dataAddress(thumbnail: Buffer): string {
  const reading = readImage(thumbnail)
  return reading.ok ? `data:${reading.image.type};base64,${thumbnail.toString('base64')}` : ''
}
