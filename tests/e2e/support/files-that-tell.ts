import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Files under a folder in which one of the words can be read, in the encodings that programs write. */
export function filesThatTell(folder: string, secrets: readonly string[]): string[] {
  const encodings = ['utf8', 'utf16le'] as const
  const wanted = secrets.flatMap((secret) => encodings.map((encoding) => Buffer.from(secret, encoding)))
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => {
      const content = contentOf(file)
      return wanted.some((bytes) => content.includes(bytes))
    })
}

/** Of a program that runs, some files are gone by the time they are read: Chromium clears its cache. */
function contentOf(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0)
    throw error
  }
}
