import { describe, expect, it } from 'vitest'
import { storageTrouble } from '../../../../electron/desk/database/storage-trouble.ts'

const thrown = (code: string) => Object.assign(new Error('as SQLite or the system says it'), { code })

describe('what is wrong with the disk, the folder or the file', () => {
  it.each([
    ['SQLITE_FULL', 'disk-full'],
    ['SQLITE_IOERR_SHMSIZE', 'disk-full'],
    ['ENOSPC', 'disk-full'],
    ['SQLITE_BUSY_SNAPSHOT', 'busy'],
    ['SQLITE_READONLY_DIRECTORY', 'unwritable'],
    ['EROFS', 'unwritable'],
    ['SQLITE_CORRUPT_INDEX', 'damaged'],
    ['SQLITE_IOERR_SHORT_READ', 'damaged'],
    ['SQLITE_IOERR_FSYNC', 'failing'],
    ['EIO', 'failing'],
    ['SQLITE_PROTOCOL', 'busy'],
    ['SQLITE_CONSTRAINT_UNIQUE', null],
  ])('is told from %s', (code, trouble) => {
    expect(storageTrouble(thrown(code))).toBe(trouble)
  })

  it('is nothing where something else was thrown', () => {
    expect(storageTrouble(new TypeError('x is not a function'))).toBeNull()
    expect(storageTrouble('disk full')).toBeNull()
  })
})
