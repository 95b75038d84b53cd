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
  const known = new Map<string, Named>()
  const found = new Set<string>()
  const missing = new Set<string>()

  function named(name: string): Named {
    const key = nameKey(name)
    const before = known.get(key)
    if (before) return before
    const looked = look(byName.get(key)?.bytes)
    known.set(key, looked)
    return looked
  }

  return {
    resolved(row) {
      if (row.images.length === 0) return row
      const images: string[] = []
      const remarks = [...row.remarks]
      for (const name of row.images) {
        const { hash, reason } = named(name)
        if (hash === null) {
          remarks.push(`图片“${name}”没有带进来：${reason}`)
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
        const hash = known.get(key)?.hash
        return hash && wanted.has(hash) ? [file] : []
      }),

    summary: () => ({ found: found.size, missing: [...missing] }),
  }
}

/** The hash of a picture that chat programs take, or why there is none. */
type Named = { hash: string; reason: null } | { hash: null; reason: string }

function look(bytes: Uint8Array | undefined): Named {
  if (!bytes) return { hash: null, reason: '没有找到这个文件' }
  const reading = readImage(bytes)
  return reading.ok
    ? { hash: hashOf(reading.image.content), reason: null }
    : { hash: null, reason: reading.reason }
}

/** Windows names files without regard to case; a cell may say the folder, too. */
function nameKey(name: string): string {
  return (name.split(/[\\/]/).at(-1) ?? '').normalize('NFC').toLowerCase()
}
