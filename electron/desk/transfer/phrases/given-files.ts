import { inflateRawSync } from 'node:zlib'
import { type ImportFailure, MAX_IMPORT_BYTES, refusalBySize } from '../../../../shared/model/transfer.ts'
import type { UploadedFile } from '../tables/read-table.ts'
import { type ZipEntry, zipEntries } from '../tables/zip-directory.ts'

/** The files of one import, by their path in the folder or archive that was chosen; most are one file. */
export type GivenFiles = ReadonlyMap<string, Uint8Array>

export type FilesOfImport =
  | { ok: true; main: UploadedFile; pictures: ReadonlyMap<string, Uint8Array> }
  | ({ ok: false } & ImportFailure)

const PHRASES = /\.(csv|tsv|txt|xlsx|ya?ml)$/i
const PICTURE = /\.(png|jpe?g|gif|webp)$/i
/** The rest of what an archive may inflate to: pictures for the phrases in it. */
const MAX_PICTURES_BYTES = 128 * 1024 * 1024
const MAX_PICTURE_BYTES = 5 * 1024 * 1024

/** Tells the file of phrases from the pictures beside it; an archive that holds both is opened. */
export function filesOfImport(given: GivenFiles): FilesOfImport {
  const [only] = given
  if (!only) return refused('没有收到文件', '请再选一次。')
  if (given.size === 1) {
    const [path, bytes] = only
    const entries = isZip(bytes) ? zipEntries(bytes) : null
    const isWorkbook = entries?.some(({ name }) => name === 'xl/workbook.xml') ?? false
    if (!entries || isWorkbook || !/\.zip$/i.test(path)) return alone(baseName(path), bytes)
    return among(inflated(entries), baseName(path))
  }
  return among(given, null)
}

function alone(name: string, bytes: Uint8Array): FilesOfImport {
  const tooLarge = refusalBySize(bytes.length)
  if (tooLarge) return { ok: false, ...tooLarge }
  return { ok: true, main: { name, bytes }, pictures: new Map() }
}

function among(files: GivenFiles | null, archive: string | null): FilesOfImport {
  if (files === null)
    return refused('压缩包解开后太大，或已经损坏，没有读取', '请检查是不是选错了文件，或解压后选择文件夹。')
  const tables = [...files].filter(([path]) => PHRASES.test(path)).toSorted(byDepth)
  const [main] = tables
  if (!main)
    return refused(
      `${archive === null ? '文件夹' : '压缩包'}里没有话术文件`,
      '里面应有一个 CSV 或 XLSX，图片放在旁边的“图片”文件夹里。',
    )
  const pictures = [...files].filter(([path]) => PICTURE.test(path))
  const [path, bytes] = main
  const first = alone(baseName(path), bytes)
  if (!first.ok) return first
  return { ...first, pictures: new Map(pictures.map(([name, picture]) => [baseName(name), picture])) }
}

function refused(reason: string, advice: string): FilesOfImport {
  return { ok: false, reason, advice }
}

/** The outermost first: a folder may hold older copies in folders of its own. */
function byDepth([one]: [string, Uint8Array], [other]: [string, Uint8Array]): number {
  return one.split('/').length - other.split('/').length || one.localeCompare(other)
}

/** Those entries that an import may use; null when they hold more than they may. */
function inflated(entries: readonly ZipEntry[]): GivenFiles | null {
  const files = new Map<string, Uint8Array>()
  let left = MAX_PICTURES_BYTES + MAX_IMPORT_BYTES
  for (const { name, data, size, isStored } of entries) {
    const most = PHRASES.test(name) ? MAX_IMPORT_BYTES : PICTURE.test(name) ? MAX_PICTURE_BYTES : 0
    if (most === 0 || /^__MACOSX|(?:^|\/)\._/.test(name)) continue
    // One picture that is too large is one picture less; more than all may hold is no library.
    if (size > most && most === MAX_PICTURE_BYTES) continue
    const bytes = isStored ? data : inflatedEntry(data, Math.min(most, left))
    if (bytes === null || bytes.length > left) return null
    left -= bytes.length
    files.set(name, bytes)
  }
  return files
}

function inflatedEntry(data: Uint8Array, maxOutputLength: number): Uint8Array | null {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, maxOutputLength) })
  } catch {
    return null
  }
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

const baseName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path
