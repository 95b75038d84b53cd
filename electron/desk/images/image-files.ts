import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { ImageType } from '../../../shared/model/image.ts'
import { flushFile, flushFolder, makeFolder, reachable } from '../database/folder.ts'

const EXTENSIONS: Record<ImageType, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
}
const NAME = /^([0-9a-f]{64})\.(png|jpg|gif|webp)$/
const HALF_WRITTEN = /\.partial-[0-9a-f]+$/
/** One that a killed program left: writing an image takes milliseconds. */
const LEFT_OVER_MS = 24 * 3_600_000

/** Which file holds an image: its content's hash, and how that is written down. */
interface Named {
  hash: string
  type: ImageType
}

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The folder of images: files named by their content, written once and never changed. */
export function openImageFiles(dataDir: string) {
  const folder = path.join(dataDir, 'images')
  const pathOf = ({ hash, type }: Named): string =>
    reachable(path.join(folder, `${hash}.${EXTENSIONS[type]}`))

  /** The bytes, when they are still those that the name says; else null. */
  function read(image: Named): Buffer | null {
    try {
      const bytes = readFileSync(pathOf(image))
      return hashOf(bytes) === image.hash ? bytes : null
    } catch {
      return null
    }
  }

  return {
    pathOf,
    read,

    /** Whether there is a file of that size; what is in it only reading tells. */
    isThere: (image: Named & { bytes: number }): boolean =>
      statSync(pathOf(image), { throwIfNoEntry: false })?.size === image.bytes,

    /**
     * Puts the bytes on the disk, whole and for good, before it returns; a damaged file of that name is replaced.
     *
     * @throws the system's error when they cannot be written; nothing is left of them then
     */
    keep(image: Named, bytes: Uint8Array): void {
      if (read(image)) return
      makeFolder(folder)
      const file = pathOf(image)
      const partial = `${file}.partial-${randomBytes(6).toString('hex')}`
      try {
        writeFileSync(partial, bytes, { flag: 'wx', mode: 0o600 })
        flushFile(partial)
        renameSync(partial, file)
      } finally {
        rmSync(partial, { force: true })
      }
      flushFolder(folder)
    },

    /** A file that another program holds open stays. */
    remove(image: Named): void {
      try {
        rmSync(pathOf(image), { force: true })
      } catch {
        // It costs room, nothing else, and is found again as one that nothing names.
      }
    },

    /** The hashes and files that are there, by name. */
    all: (): { hash: string; file: string }[] =>
      filesIn(folder).flatMap((name) => {
        const hash = NAME.exec(name)?.[1]
        return hash ? [{ hash, file: path.join(folder, name) }] : []
      }),

    /** Takes away what a killed program left of a file it was writing. */
    sweepHalfWritten(now: number): void {
      for (const name of filesIn(folder).filter((one) => HALF_WRITTEN.test(one))) {
        const file = path.join(folder, name)
        const stats = statSync(file, { throwIfNoEntry: false })
        if (stats && Math.abs(now - stats.mtimeMs) > LEFT_OVER_MS) rmSync(file, { force: true })
      }
    },
  }
}

export type ImageFiles = ReturnType<typeof openImageFiles>

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
