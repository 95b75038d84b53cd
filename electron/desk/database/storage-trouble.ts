export type StorageTrouble = 'disk-full' | 'busy' | 'unwritable' | 'damaged' | 'failing'

/** By the beginning of the code: SQLite's extended codes (`SQLITE_BUSY_SNAPSHOT`) begin with the plain ones. */
const BEGINNINGS: readonly [StorageTrouble, readonly string[]][] = [
  // The last one: no room for the file that SQLite's connections share.
  ['disk-full', ['SQLITE_FULL', 'ENOSPC', 'EDQUOT', 'SQLITE_IOERR_SHMSIZE']],
  // SQLITE_PROTOCOL: gave up after many tries at a lock that others kept taking. EBUSY: Windows, a file held open.
  ['busy', ['SQLITE_BUSY', 'SQLITE_LOCKED', 'SQLITE_PROTOCOL', 'EBUSY', 'SQLITE_IOERR_LOCK']],
  ['damaged', ['SQLITE_NOTADB', 'SQLITE_CORRUPT', 'SQLITE_IOERR_SHORT_READ']],
  [
    'unwritable',
    [
      ...['SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_IOERR_ACCESS', 'SQLITE_PERM', 'SQLITE_AUTH'],
      ...['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENAMETOOLONG', 'ENOENT', 'EISDIR', 'ELOOP'],
    ],
  ],
  ['failing', ['SQLITE_IOERR', 'EIO']],
]

/** What is wrong with the disk, the folder or the library's file, told from the code of what was thrown; else null. */
export function storageTrouble(error: unknown): StorageTrouble | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return BEGINNINGS.find(([, beginnings]) => beginnings.some((begin) => code.startsWith(begin)))?.[0] ?? null
}
