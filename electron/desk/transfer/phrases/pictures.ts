import { hashOf } from '../../images/image-files.ts'
import { readImage } from '../../images/read-image.ts'
import type { PhraseRow } from './phrase-row.ts'

const MOST_NAMED = 100

/** The pictures that lie beside a phrase file. */
export interface Pictures {
  /** The row with the hashes of its pictures in the place of their names, and told which of them there are not. */
  resolved(row: PhraseRow): PhraseRow
  /** Those of `hashes` that lie here, to be kept. */
  filesOf(hashes: ReadonlySet<string>): { name: string; bytes: Uint8Array }[]
  /** What became of the names so far. */
  summary(): { found: number; missing: string[] }
}

/** @param files by name, without the folders they lie in */
export function picturesAmong(files: ReadonlyMap<string, Uint8Array>): Pictures {
  const byName = new Map([...files].map(([name, bytes]) => [nameKey(name), { name, bytes }]))
  const hashes = new Map<string, string | null>()
  const found = new Set<string>()
  const missing = new Set<string>()

  /** Null for one that is not there, or is no picture that chat programs take. */
  function hashNamed(name: string): string | null {
    const key = nameKey(name)
    const known = hashes.get(key)
    if (known !== undefined) return known
    const file = byName.get(key)
    const reading = file ? readImage(file.bytes) : null
    const hash = reading?.ok ? hashOf(reading.image.content) : null
    hashes.set(key, hash)
    return hash
  }

  return {
    resolved(row) {
      if (row.images.length === 0) return row
      const images: string[] = []
      const remarks = [...row.remarks]
      for (const name of row.images) {
        const hash = hashNamed(name)
        if (hash === null) {
          remarks.push(
            byName.has(nameKey(name))
              ? `图片“${name}”不能用，没有带进来`
              : `没有找到图片“${name}”，没有带进来`,
          )
          if (missing.size < MOST_NAMED) missing.add(name)
        } else if (!images.includes(hash)) {
          images.push(hash)
          found.add(hash)
        }
      }
      return { ...row, images, remarks }
    },

    filesOf: (wanted) =>
      [...byName].flatMap(([key, file]) => {
        const hash = hashes.get(key)
        return hash && wanted.has(hash) ? [file] : []
      }),

    summary: () => ({ found: found.size, missing: [...missing] }),
  }
}

/** Windows names files without regard to case; a cell may say the folder, too. */
function nameKey(name: string): string {
  return (name.split(/[\\/]/).at(-1) ?? '').normalize('NFC').toLowerCase()
}
