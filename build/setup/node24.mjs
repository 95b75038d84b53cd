import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { Complaint } from './say.mjs'

const WANTED = 24

/**
 * The Node that runs the project: the one npm installed, whichever Node the machine has.
 *
 * @param {string} root
 * @throws {Complaint} when it is missing
 */
export function projectNode(root) {
  const own = path.join(
    root,
    'node_modules',
    'node',
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  )
  if (process.execPath === own && isWanted(process.version)) return own
  const { stdout } = spawnSync(own, ['--version'], { encoding: 'utf8', timeout: 10_000 })
  if (stdout && isWanted(stdout.trim())) return own
  if (isWanted(process.version)) return process.execPath
  throw new Complaint(
    `Node ${WANTED} is missing from node_modules: its install script did not run (npm's ignore-scripts?). Run: npm rebuild node koffi --ignore-scripts=false`,
  )
}

/** @param {string} version such as `v24.21.0` */
function isWanted(version) {
  return Number(/^v(\d+)\./.exec(version)?.[1] ?? 0) >= WANTED
}
