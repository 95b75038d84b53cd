import { z } from 'zod'

export const MANIFEST_FILE = 'manifest.json'
export const LIBRARY_FILE = 'library.sqlite'
export const SETTINGS_FILE = 'settings.json'
export const IMAGES = 'images'

/** Raised when an older program could not read the archive any more. */
const ARCHIVE_VERSION = 1

/** What the unpacker takes; a library of a million uses and thousands of images stays well below. */
export const MAX_ARCHIVE_BYTES = 2 ** 31 - 1
const MAX_FILES = 50_000
export const MAX_MANIFEST_BYTES = 16 * 1024 * 1024

/** First file of an archive: what else is in it. */
export const Manifest = z.object({
  format: z.literal('golden-six-everything'),
  version: z.int().min(1),
  at: z.number(),
  appVersion: z.string().max(40),
  /** Of the library: how many migrations it has been through. */
  schemaVersion: z.int().min(1),
  files: z
    .array(
      z.object({
        path: z.string().min(1).max(400),
        bytes: z.int().min(0).max(MAX_ARCHIVE_BYTES),
        /** Of the content, lower-case hex. */
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .max(MAX_FILES),
})
export type Manifest = z.infer<typeof Manifest>

export const newManifest = (rest: Omit<Manifest, 'format' | 'version'>): Manifest => ({
  format: 'golden-six-everything',
  version: ARCHIVE_VERSION,
  ...rest,
})

/** Deflate gets text and tables down to a tenth; only a bomb gets to a thousandth. */
const MOST_EXPANSION = 500
const ALWAYS_ALLOWED_BYTES = 16 * 1024 * 1024

/**
 * Why an archive with this manifest is not even unpacked, or null when it may be. Nothing of it is trusted: it may come
 * from anywhere.
 */
export function refusalOf(
  manifest: Manifest,
  {
    archiveBytes,
    freeBytes,
    newestSchema,
  }: { archiveBytes: number; freeBytes: number; newestSchema: number },
): string | null {
  if (manifest.version > ARCHIVE_VERSION || manifest.schemaVersion > newestSchema)
    return '这个文件由更新版本的黄金六秒导出，请先升级本机的程序'
  const names = new Set(manifest.files.map(({ path }) => path.toLowerCase()))
  if (names.size < manifest.files.length) return '文件里有重名的内容'
  const odd = manifest.files.find(({ path }) => !isExpectedPath(path))
  if (odd) return `文件里有不该有的内容（${odd.path.slice(0, 60)}）`
  if (!names.has(LIBRARY_FILE)) return '文件里没有话术库'
  const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0)
  if (bytes > MAX_ARCHIVE_BYTES || bytes > ALWAYS_ALLOWED_BYTES + archiveBytes * MOST_EXPANSION)
    return '解开后大得不合常理'
  // The library is there twice while it is restored, and once more as the backup before.
  if (bytes * 3 > freeBytes) return `磁盘空间不够，解开需要 ${Math.ceil((bytes * 3) / 1024 / 1024)} MB`
  return null
}

/** Names that Windows keeps for devices, whatever the extension. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i
/** No separators of another system, no drives or streams, no control or direction marks. */
const PLAIN = /^[\p{L}\p{N} _()+,@=~.-]{1,160}$/u

/** A file that an export writes: never a way out of the folder it is unpacked to. */
export function isExpectedPath(name: string): boolean {
  if (name === LIBRARY_FILE || name === SETTINGS_FILE) return true
  const [first, ...parts] = name.split('/')
  return (
    first === IMAGES &&
    parts.length > 0 &&
    parts.every((part) => PLAIN.test(part) && !/^\.|[. ]$/.test(part) && !DEVICE.test(part))
  )
}
