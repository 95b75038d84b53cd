import { spawn } from 'node:child_process'
import { hash } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'

export const ROOT = path.resolve(import.meta.dirname, '../../..')
const CONFIG = 'build/electron-builder.config.cjs'
const INSTALL_LIMIT_MS = 120_000

interface PackOptions {
  /** The project, or a copy of it with another system's native modules. */
  project?: string
  /** Such as `--linux`, `--dir`. */
  targets: readonly string[]
  electronDist: string
  output: string
  env?: NodeJS.ProcessEnv
}

/** Packs the built program by our configuration. */
export async function pack({
  project = ROOT,
  targets,
  electronDist,
  output,
  env,
}: PackOptions): Promise<void> {
  const cli = path.join(ROOT, 'node_modules/electron-builder/cli.js')
  const overrides = [`-c.electronDist=${electronDist}`, `-c.directories.output=${output}`]
  const args = [cli, ...targets, '--x64', '--publish', 'never', '--config', CONFIG, ...overrides]
  const packer = spawn(process.execPath, args, {
    cwd: project,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [packer.stdout, packer.stderr]) stream.on('data', (data: Buffer) => (said += data))
  const [code] = await once(packer, 'close')
  if (code !== 0) throw new Error(`electron-builder failed:\n${said.replace(/ {10,}/g, '').slice(-8_000)}`)
}

/**
 * A copy of the built project with Windows' native modules, as a release on another system would be packed from. They are
 * fetched once for each lock file, into node_modules/.cache.
 *
 * @param project is made
 * @returns whether the registry could be had
 */
export async function stageForWindows(project: string): Promise<boolean> {
  const lock = readFileSync(path.join(ROOT, 'package-lock.json'))
  const cache = path.join(
    ROOT,
    'node_modules/.cache/packaging',
    `win32-x64-${hash('sha256', lock).slice(0, 16)}`,
  )
  mkdirSync(project, { recursive: true })
  for (const part of ['package.json', 'package-lock.json', 'build', 'assets', 'out'])
    cpSync(path.join(ROOT, part), path.join(project, part), { recursive: true })
  const modules = path.join(project, 'node_modules')
  if (!existsSync(cache)) {
    if (!(await installForWindows(project))) return false
    mkdirSync(path.dirname(cache), { recursive: true })
    const fresh = `${cache}.${process.pid}`
    cpSync(modules, fresh, { recursive: true })
    renameSync(fresh, cache)
  } else cpSync(cache, modules, { recursive: true })
  return true
}

async function installForWindows(project: string): Promise<boolean> {
  const args = ['ci', '--omit=dev', '--ignore-scripts', '--os=win32', '--cpu=x64', '--no-audit', '--no-fund']
  const npm = spawn('npm', args, { cwd: project, stdio: 'ignore', timeout: INSTALL_LIMIT_MS })
  const [code] = await once(npm, 'close')
  if (code !== 0) rmSync(path.join(project, 'node_modules'), { recursive: true, force: true })
  return code === 0
}
