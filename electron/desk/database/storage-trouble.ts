export type StorageTrouble = 'disk-full' | 'busy' | 'unwritable' | 'damaged'

/** By the beginning of the code: SQLite's extended codes (`SQLITE_BUSY_SNAPSHOT`) begin with the plain ones. */
const BEGINNINGS: readonly [StorageTrouble, readonly string[]][] = [
  // The last one: no room for the file that SQLite's connections share.
  ['disk-full', ['SQLITE_FULL', 'ENOSPC', 'EDQUOT', 'SQLITE_IOERR_SHMSIZE']],
  ['busy', ['SQLITE_BUSY', 'SQLITE_LOCKED']],
  ['damaged', ['SQLITE_NOTADB', 'SQLITE_CORRUPT']],
  [
    'unwritable',
    ['SQLITE_READONLY', 'SQLITE_CANTOPEN', 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENAMETOOLONG'],
  ],
]

/** What is wrong with the disk, the folder or the library's file, told from the code of what was thrown; else null. */
export function storageTrouble(error: unknown): StorageTrouble | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return BEGINNINGS.find(([, beginnings]) => beginnings.some((begin) => code.startsWith(begin)))?.[0] ?? null
}
