import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { objectPath, unpackObject } from './objects.ts'

/** Where a library's objects of channels lie. */
export const cacheFolderIn = (dataDir: string): string => path.join(dataDir, 'channels')

const OBJECT = /^[0-9a-f]{64}$/

export type ObjectCache = ReturnType<typeof openObjectCache>

/**
 * Objects that this machine has already, as the store holds them: what is unchanged in the next release is not fetched
 * again, and a fetch that was cut off goes on where it was. Losing them costs only another fetch.
 */
export function openObjectCache(folder: string) {
  const fileOf = (hash: string): string => path.join(folder, ...objectPath(hash).split('/'))

  return {
    /** Whether there is one of that name; what is in it only reading tells. */
    async has(hash: string): Promise<boolean> {
      return (await stat(fileOf(hash)).catch(() => null)) !== null
    },

    /** The content, when it is still what its name says; a damaged one is removed. */
    async read(hash: string, limit: number): Promise<Buffer | null> {
      const stored = await readFile(fileOf(hash)).catch(() => null)
      const content = stored && (await unpackObject(stored, hash, limit))
      if (stored && !content) await rm(fileOf(hash), { force: true })
      return content
    },

    /** @throws the system's error when it cannot be written; nothing is left of it then */
    async keep(hash: string, stored: Uint8Array): Promise<void> {
      const file = fileOf(hash)
      const partial = `${file}.${randomBytes(6).toString('hex')}`
      await mkdir(path.dirname(file), { recursive: true })
      try {
        await writeFile(partial, stored, { mode: 0o600 })
        await rename(partial, file)
      } finally {
        await rm(partial, { force: true })
      }
    },

    /** Removes all but these, and what was half written. */
    async prune(needed: ReadonlySet<string>): Promise<void> {
      const objects = path.join(folder, 'objects')
      for (const part of await readdir(objects).catch(() => [])) {
        for (const name of await readdir(path.join(objects, part)).catch(() => []))
          if (!OBJECT.test(name) || !needed.has(name))
            await rm(path.join(objects, part, name), { force: true })
      }
    },
  }
}
