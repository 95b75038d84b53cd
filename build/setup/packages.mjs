import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { run } from './processes.mjs'
import { Complaint } from './say.mjs'

/** npm gives up on a dead network by itself; this ends what it does not. */
const INSTALL_LIMIT_MS = Number(process.env.GOLDEN_SIX_INSTALL_TIMEOUT_S || 900) * 1000

/** @typedef {{ version?: string, optional?: boolean, link?: boolean, [rest: string]: unknown }} LockedPackage */

/**
 * Whether node_modules is what package-lock.json asks for. npm keeps its own record of what it installed, and writes it
 * last: an installation that was killed half-way has none.
 *
 * @param {string} root
 * @returns {'fresh' | 'missing' | 'stale'}
 */
export function packagesState(root) {
  const modules = path.join(root, 'node_modules')
  if (!existsSync(modules)) return 'missing'
  const installed = readLock(path.join(modules, '.package-lock.json'))
  if (!installed) return 'stale'
  const wanted = readLock(path.join(root, 'package-lock.json'))
  if (!wanted)
    throw new Complaint(
      'package-lock.json is missing or damaged: restore it with `git checkout package-lock.json`',
    )

  for (const [place, entry] of Object.entries(wanted)) {
    if (place === '' || entry.link) continue
    const found = installed[place]
    // Optional packages are those of other platforms.
    if (found ? found.version !== entry.version : !entry.optional) return 'stale'
  }
  const direct = Object.keys(
    /** @type {Record<string, string>} */ ({
      ...asked(wanted, 'dependencies'),
      ...asked(wanted, 'devDependencies'),
    }),
  )
  return direct.every((name) => existsSync(path.join(modules, name, 'package.json'))) ? 'fresh' : 'stale'
}

/**
 * @param {Record<string, LockedPackage>} lock
 * @param {'dependencies' | 'devDependencies'} kind
 */
function asked(lock, kind) {
  return /** @type {Record<string, string> | undefined} */ (lock['']?.[kind]) ?? {}
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage> | null}
 */
function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null
  } catch {
    return null
  }
}

/**
 * @param {string} root
 * @param {(pid: number) => void} onStart is told of each npm
 * @throws {Complaint} with npm's own reason
 */
export async function installPackages(root, onStart) {
  let { code, output } = await npmInstall(root, installArguments(root), onStart)
  if (code !== 0 && output.includes('EUSAGE')) {
    // The lock lacks a package of some other platform, which a registry mirror may not carry; `npm ci` then refuses as
    // a whole. The lock still decides every version it has.
    ;({ code, output } = await npmInstall(root, ['install', '--no-save'], onStart))
  }
  if (code !== 0) throw new Complaint(`Packages could not be installed: ${reasonIn(output)}`)
}

/**
 * @param {string} root
 * @param {readonly string[]} command
 * @param {(pid: number) => void} onStart
 */
async function npmInstall(root, command, onStart) {
  const npm = npmCommand()
  const quiet = ['--no-audit', '--no-fund', '--include=dev', '--loglevel=error']
  const { code, output, timedOut } = await run(npm.command, [...npm.args, ...command, ...quiet], {
    cwd: root,
    shell: npm.shell,
    timeoutMs: INSTALL_LIMIT_MS,
    onStart,
  })
  if (timedOut) {
    throw new Complaint(
      `npm did not finish within ${INSTALL_LIMIT_MS / 1000} s: check the network, or choose a registry mirror (npm config set registry …)`,
    )
  }
  return { code, output }
}

/**
 * `npm ci` empties node_modules first. On Windows it cannot when we run on the Node in there ourselves, since a running
 * program's file is locked; then only what differs is replaced.
 *
 * @param {string} root
 */
function installArguments(root) {
  const runsFromModules = process.execPath.startsWith(path.join(root, 'node_modules'))
  return process.platform === 'win32' && runsFromModules ? ['install', '--no-save'] : ['ci']
}

/** The npm that called us, else the one on the path. */
export function npmCommand() {
  const { npm_execpath: cli, npm_node_execpath: node } = process.env
  if (cli && path.basename(cli) === 'npm-cli.js')
    return { command: node ?? process.execPath, args: [cli], shell: false }
  return { command: 'npm', args: [], shell: process.platform === 'win32' }
}

/** @param {string} output what npm printed */
export function reasonIn(output) {
  const lines = output
    .split('\n')
    .filter((line) => /^npm (error|ERR!)/.test(line))
    .map((line) => line.replace(/^npm (error|ERR!) ?/, '').trim())
  const code = lines.find((line) => line.startsWith('code '))?.slice('code '.length)
  const words = lines.find(
    (line) => line && !/^(code|errno|syscall|path|command|network|A complete log)\b/.test(line),
  )
  if (
    code &&
    /^(ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|ERR_SOCKET_TIMEOUT|FETCH_ERROR)$/.test(
      code,
    )
  ) {
    return `the npm registry cannot be reached (${code}). Check the network, or choose a mirror: npm config set registry …`
  }
  if (code === 'ENOSPC') return 'the disk is full'
  return [code, words].filter(Boolean).join(': ') || 'npm gave no reason; run `npm ci` to see more'
}
