// Fetches koffi's binaries for the other processor of this system (x64 or arm64), so that both can be packed here:
//   node build/packaging/both-processors.mjs
// npm installs those of this machine only. What is fetched must be what the lock file says.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')
const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'))

for (const processor of ['x64', 'arm64']) {
  const name = `@koromix/koffi-${process.platform}-${processor}`
  const folder = path.join(root, 'node_modules', name)
  const locked = packages[`node_modules/${name}`]
  if (!locked) throw new Error(`${name} is not in package-lock.json`)
  if (!existsSync(folder)) fetch(name, locked, folder)
  console.log(`${name} ${locked.version}`)
}

/**
 * @param {string} name
 * @param {{ version: string, integrity: string }} locked
 * @param {string} folder is made
 */
function fetch(name, { version, integrity }, folder) {
  const download = mkdtempSync(path.join(tmpdir(), 'golden-six-'))
  // On Windows npm is a script, which only a shell can start.
  const shell = process.platform === 'win32'
  const options = /** @type {const} */ ({ cwd: download, encoding: 'utf8' })
  const file = execFileSync('npm', ['pack', '--silent', `${name}@${version}`], { ...options, shell }).trim()
  const content = readFileSync(path.join(download, file))
  const sum = `sha512-${createHash('sha512').update(content).digest('base64')}`
  if (sum !== integrity) throw new Error(`${name} is not what package-lock.json says`)
  mkdirSync(folder, { recursive: true })
  execFileSync('tar', ['-xzf', file, '--strip-components=1', '-C', folder], options)
  rmSync(download, { recursive: true })
}
