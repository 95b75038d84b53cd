import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { portableFolder } from '../../../../electron/shell/portable.ts'
import { canReplaceItself, installedAs } from '../../../../electron/shell/updates/installed-as.ts'

const INSTALLED = { isPackaged: true, isPortable: false, appImage: undefined }

it('a program replaces itself only where nobody else has to be asked', () => {
  const kinds = [
    installedAs({ ...INSTALLED, platform: 'win32' }),
    installedAs({ ...INSTALLED, platform: 'darwin' }),
    installedAs({ ...INSTALLED, platform: 'linux', appImage: '/home/me/g6.AppImage' }),
    installedAs({ ...INSTALLED, platform: 'linux' }),
    installedAs({ ...INSTALLED, platform: 'win32', isPortable: true }),
    installedAs({ ...INSTALLED, platform: 'win32', isPackaged: false }),
  ]
  expect(kinds).toEqual(['nsis', 'mac', 'appimage', 'deb', 'portable', 'source'])
  expect(kinds.filter(canReplaceItself)).toEqual(['nsis', 'mac', 'appimage'])
})

it('a portable program keeps its data beside itself, an installed one does not', () => {
  const folder = mkdtempSync(path.join(tmpdir(), '便携 '))
  const program = path.join(folder, 'Golden Six.exe')
  expect(portableFolder(program)).toBeNull()
  writeFileSync(path.join(folder, 'portable.txt'), '')
  expect(portableFolder(program)).toBe(path.join(folder, 'data'))
  rmSync(folder, { recursive: true })
})
