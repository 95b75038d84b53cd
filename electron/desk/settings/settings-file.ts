import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Settings, type SettingsPatch } from '../../../shared/model/settings.ts'
import { makeFolder } from '../database/folder.ts'
import { setAside } from '../database/set-aside.ts'
import { writeWhole } from '../database/write-whole.ts'

export interface SettingsFile {
  read(): Settings
  /** Written whole or not at all. */
  update(patch: SettingsPatch): Settings
}

/**
 * `settings.json` in `dataDir`. A file that cannot be understood costs the settings, never the start: it is set aside
 * under a dated name and the defaults take its place. A single value that is out of bounds costs only itself.
 */
export function openSettings(dataDir: string, now: () => number): SettingsFile {
  const file = path.join(dataDir, 'settings.json')
  let settings = readDefensively(file, now)

  return {
    read: () => settings,
    update(patch) {
      const next = Settings.parse({ ...settings, ...patch })
      makeFolder(dataDir)
      writeWhole(file, `${JSON.stringify(next, null, 2)}\n`)
      settings = next
      return settings
    },
  }
}

function readDefensively(file: string, now: () => number): Settings {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return Settings.parse({})
  }
  const settings = parseSettings(text)
  if (settings) return settings
  try {
    setAside(file, now())
  } catch {
    // The next update replaces it; there is nothing better to do, and the start must go on.
  }
  return Settings.parse({})
}

/** What a settings file says, each value that is out of bounds left to its default; null when it cannot be understood. */
export function parseSettings(text: string): Settings | null {
  try {
    // Some editors on Windows put a byte order mark first.
    const stored: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return null
    return withoutBadValues(stored)
  } catch {
    return null
  }
}

function withoutBadValues(stored: object): Settings {
  const whole = Settings.safeParse(stored)
  if (whole.success) return whole.data
  const bad = new Set(whole.error.issues.map((issue) => issue.path[0]))
  return Settings.parse(Object.fromEntries(Object.entries(stored).filter(([key]) => !bad.has(key))))
}
