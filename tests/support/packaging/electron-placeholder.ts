import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** The fuses in Electron's binary: this text, a version, their number, then a `0` or `1` for each. */
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
/** As Electron ships. */
const FUSES = '10110001'

/** A Windows program that does nothing, with what a packer rewrites: icon, version, room for a seal. */
const NOTHING = (file: string) => `
Unicode true
Name "Electron"
SilentInstall silent
RequestExecutionLevel user
CRCCheck off
OutFile "${file}"
VIProductVersion 1.0.0.0
VIAddVersionKey ProductName Electron
VIAddVersionKey FileDescription Electron
VIAddVersionKey FileVersion 1.0.0
Section
SectionEnd`

/**
 * A folder like Electron's own, for packers: nothing is downloaded, and nothing in it runs.
 *
 * @param dist is made
 */
export function makeElectronPlaceholder(dist: string, platform: 'linux' | 'win32'): void {
  for (const part of ['resources', 'locales']) mkdirSync(path.join(dist, part), { recursive: true })
  const others = ['LICENSE', 'LICENSES.chromium.html', 'version', 'chrome-sandbox']
  const languages = ['locales/zh-CN.pak', 'locales/en-US.pak', 'locales/fr.pak']
  for (const file of [...others, ...languages]) writeFileSync(path.join(dist, file), '')
  const binary = path.join(dist, platform === 'win32' ? 'electron.exe' : 'electron')
  if (platform === 'linux') writeFileSync(binary, '\x7fELF', { mode: 0o755 })
  else execFileSync('makensis', ['-V1', '-XTarget amd64-unicode', '-'], { input: NOTHING(binary) })
  const wire = Buffer.concat([Buffer.from([1, FUSES.length]), Buffer.from(FUSES)])
  appendFileSync(binary, Buffer.concat([Buffer.alloc(64), Buffer.from(FUSE_SENTINEL), wire]))
}
