import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { writeWhole } from '../../../electron/desk/database/write-whole.ts'
import { temporaryFolder } from '../../support/library.ts'
import { smallDisk } from '../../support/small-disk.ts'

it.skipIf(process.platform === 'win32')(
  'a file is replaced with its mode, by way of the links that lead to it',
  () => {
    const folder = temporaryFolder()
    const file = path.join(folder, 'key.json')
    const link = path.join(folder, 'link.json')
    writeFileSync(file, 'old')
    chmodSync(file, 0o600)
    symlinkSync(file, link)
    writeWhole(link, 'new')
    expect(readFileSync(file, 'utf8')).toBe('new')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder).sort()).toEqual(['key.json', 'link.json'])
  },
)

it('a file that the disk has room for by half stays as it was, and nothing lies beside it', ({ skip }) => {
  const disk = smallDisk(32)
  if (!disk) return skip('making a disk takes root')
  const file = path.join(disk, 'keys.json')
  writeFileSync(file, 'the keys of all buyers')
  expect(() => writeWhole(file, 'x'.repeat(64 * 1024))).toThrow('ENOSPC')
  expect(readFileSync(file, 'utf8')).toBe('the keys of all buyers')
  expect(readdirSync(disk)).toEqual(['keys.json'])
})
