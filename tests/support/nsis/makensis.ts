/**
 * Stands where electron-builder looks for its own makensis, and compiles with Debian's. What electron-builder's templates
 * ask of plugins that Debian lacks is replaced: by what does the same without one (./include), or by nothing (elevation,
 * taskbar ids of shortcuts, a splash). The program's files, which would be unpacked from an archive, are packed one by
 * one from the folder in GOLDEN_SIX_INSTALLED_FILES. Everything else of the installer is as it ships, but 64-bit: Debian's
 * Wine runs nothing else.
 *
 * Called as makensis is: options, then `-`, the script on standard input.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const TEMPLATES = realpathSync(
  path.resolve(import.meta.dirname, '../../../node_modules/app-builder-lib/templates/nsis'),
)
const PLUGIN_CALL = /^\s*(WinShell|SpiderBanner)::.*$/gm

const folder = mkdtempSync(path.join(tmpdir(), 'nsis-'))
try {
  cpSync(TEMPLATES, folder, { recursive: true })
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const at = path.join(folder, file)
    if (/\.ns[hi]$/.test(file)) writeFileSync(at, asForDebian(readFileSync(at, 'utf8')))
  }
  cpSync(path.join(import.meta.dirname, 'include'), path.join(folder, 'include'), { recursive: true })
  const script = asForDebian(readFileSync(0, 'utf8').replaceAll(TEMPLATES, folder))
  const files = process.env.GOLDEN_SIX_INSTALLED_FILES
  const args = ['-XTarget amd64-unicode', `-DAPP_BUILD_DIR=${files}`, ...process.argv.slice(2)]
  // electron-builder names its own folder of stubs there.
  const env = { ...process.env, NSISDIR: undefined }
  execFileSync('makensis', args, { cwd: folder, env, input: script, stdio: ['pipe', 'inherit', 'inherit'] })
} finally {
  rmSync(folder, { recursive: true })
}

function asForDebian(script: string): string {
  // Paths of what is packed are the compiler's, and that runs on Linux.
  return script.replace(PLUGIN_CALL, '').replaceAll('BUILD_DIR}\\*.*', 'BUILD_DIR}/*.*')
}
