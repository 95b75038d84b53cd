import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDesk } from '../../../electron/desk/open-desk.ts'
import { openTestDesk, temporaryFolder } from '../../support/library.ts'

describe('settings', () => {
  it.each([
    ['cut short', '{ "hotkey": '],
    ['empty', ''],
    ['of another kind', '[1, 2]'],
    ['noise', '\u0000\u0000\u0000'],
  ])('whose file is %s cost the settings, not the start, and the file is kept', (_how, text) => {
    const dataDir = temporaryFolder()
    writeFileSync(path.join(dataDir, 'settings.json'), text)
    const desk = openTestDesk({ dataDir })
    expect(desk.settings.read().hotkey).toBe('Control+Alt+Space')
    const kept = readdirSync(dataDir).find((name) => /^settings\.damaged-.*\.json$/.test(name))
    expect(readFileSync(path.join(dataDir, kept ?? ''), 'utf8')).toBe(text)
    desk.settings.update({ theme: 'dark' })
    expect(JSON.parse(readFileSync(path.join(dataDir, 'settings.json'), 'utf8')).theme).toBe('dark')
  })

  it('lose only the one value that is out of bounds', () => {
    const dataDir = temporaryFolder()
    const text = '{ "theme": "dark", "panel": { "width": 1, "height": 1 }, "backupFolder": 7 }'
    writeFileSync(path.join(dataDir, 'settings.json'), text)
    expect(openTestDesk({ dataDir }).settings.read()).toMatchObject({
      theme: 'dark',
      panel: { width: 760 },
      backupFolder: null,
    })
  })

  it('saved by Notepad, with its mark in front, are read', () => {
    const dataDir = temporaryFolder()
    writeFileSync(path.join(dataDir, 'settings.json'), '\uFEFF{ "theme": "dark" }')
    expect(openTestDesk({ dataDir }).settings.read().theme).toBe('dark')
  })

  it('whose file is a folder do not stop the start', () => {
    const dataDir = temporaryFolder()
    mkdirSync(path.join(dataDir, 'settings.json'))
    expect(openTestDesk({ dataDir }).settings.read().theme).toBe('system')
  })

  it('are kept for the next start', async () => {
    const dataDir = temporaryFolder()
    const desk = openDesk({ dataDir, empty: true })
    desk.settings.update({ theme: 'dark' })
    await desk.close()
    expect(openTestDesk({ dataDir }).settings.read().theme).toBe('dark')
  })
})
