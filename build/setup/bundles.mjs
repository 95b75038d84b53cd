import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { run } from './processes.mjs'
import { setupFolder } from './project.mjs'
import { Complaint } from './say.mjs'

const BUILD_LIMIT_MS = 5 * 60_000

/** What the bundles are made from. */
const SOURCES = [
  'electron',
  'renderer',
  'shared',
  'assets',
  'electron.vite.config.ts',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
]

const PARTS = ['main', 'preload', 'renderer']

/** A build that lacks one of these is no build, whatever its stamp says. */
const ENTRIES = [
  'main/main.js',
  'main/serve.js',
  'main/cli.js',
  'preload/preload.cjs',
  'renderer/panel/index.html',
]

const stampFile = (/** @type {string} */ root) => path.join(setupFolder(root), 'built.txt')

/**
 * One value for the content of every source. By content rather than by time, since git, archives and file shares keep
 * times as they like; it takes some 20 ms.
 *
 * @param {string} root
 */
export function fingerprint(root) {
  const hash = createHash('sha256')
  for (const source of SOURCES) addTo(hash, root, source)
  return hash.digest('hex')
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} root
 * @param {string} place
 */
function addTo(hash, root, place) {
  const whole = path.join(root, place)
  const entries = existsSync(whole) ? readEntries(whole) : []
  if (entries === null) {
    const content = readFileSync(whole)
    hash.update(`${place}\0${content.length}\0`).update(content)
    return
  }
  for (const name of entries) addTo(hash, root, `${place}/${name}`)
}

/**
 * @param {string} place
 * @returns {string[] | null} null for a file
 */
function readEntries(place) {
  try {
    return readdirSync(place).sort()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return null
    throw error
  }
}

/** @param {string} root */
export function bundlesAreFresh(root) {
  const out = path.join(root, 'out')
  if (!ENTRIES.every((entry) => existsSync(path.join(out, entry)))) return false
  try {
    return readFileSync(stampFile(root), 'utf8') === fingerprint(root)
  } catch {
    return false
  }
}

/**
 * Builds beside the present bundles and puts the new ones in their place at the end: a build that fails or is killed
 * leaves a whole older one, marked stale.
 *
 * @param {string} root
 * @param {string} node
 * @param {(pid: number) => void} [onStart] is told of the builder
 * @throws {Complaint} with the builder's own reason
 */
export async function buildBundles(root, node, onStart) {
  const before = fingerprint(root)
  const fresh = path.join(root, 'out', '.next')
  rmSync(fresh, { recursive: true, force: true })
  const cli = path.join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const { code, output, timedOut } = await run(
    node,
    [cli, 'build', '--outDir', fresh, '--logLevel', 'warn'],
    {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1' },
      timeoutMs: BUILD_LIMIT_MS,
      onStart,
    },
  )
  if (timedOut) throw new Complaint(`The build did not finish within ${BUILD_LIMIT_MS / 60_000} minutes`)
  if (code !== 0)
    throw new Complaint(`The build failed: ${reasonIn(output)} (npm run build shows the whole of it)`)

  rmSync(stampFile(root), { force: true })
  for (const part of PARTS) replace(path.join(root, 'out', part), path.join(fresh, part))
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(setupFolder(root), { recursive: true })
  writeFileSync(stampFile(root), before)
}

/**
 * @param {string} place
 * @param {string} successor
 */
function replace(place, successor) {
  const retired = `${place}.old`
  rmSync(retired, { recursive: true, force: true })
  if (existsSync(place)) renameSync(place, retired)
  renameSync(successor, place)
  rmSync(retired, { recursive: true, force: true })
}

/** @param {string} output */
function reasonIn(output) {
  const lines = output.split('\n').map((line) => line.trim())
  return lines.find((line) => /error/i.test(line)) ?? lines.find(Boolean) ?? 'no reason given'
}
