import { randomUUID } from 'node:crypto'
import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Complaint } from './say.mjs'

const HEARTBEAT_MS = 10_000

/** A holder we cannot ask for (on another machine, or a record cut short) is gone after this long without a heartbeat. */
const SILENT_MS = 2 * 60_000

/**
 * The same where one of its processes seems alive: an npm that lost its parent keeps no heartbeat and may take long on
 * a slow line; but after a crash of the machine its number may be another program's.
 */
const SILENT_BUT_ALIVE_MS = 10 * 60_000

const LOOK_AGAIN_MS = 200

/**
 * Does `work` while no other program does it under the same lock file. A lock whose holder has died is taken over, but
 * not before the processes that `work` started, and named to `alsoHeldBy`, have ended as well: an npm that lost its
 * parent goes on writing.
 *
 * @template T
 * @param {string} file
 * @param {(alsoHeldBy: (pid: number) => void) => Promise<T>} work
 * @param {{ timeoutMs: number, onWait?: () => void }} options
 * @returns {Promise<T>}
 * @throws {Complaint} when another program held it for `timeoutMs`
 */
export async function withLock(file, work, { timeoutMs, onWait }) {
  const held = await take(file, timeoutMs, onWait)
  try {
    return await work(held.alsoBy)
  } finally {
    held.release()
  }
}

/**
 * @param {string} file
 * @param {number} timeoutMs
 * @param {(() => void) | undefined} onWait
 */
async function take(file, timeoutMs, onWait) {
  const deadline = Date.now() + timeoutMs
  let waiting = false
  for (;;) {
    const held = tryToTake(file)
    if (held) return held
    const holder = readHolder(file)
    if (holder && isGone(holder)) {
      breakLock(file, holder.token)
      continue
    }
    if (Date.now() > deadline) {
      throw new Complaint(
        `Another start has been setting up for too long. If none is running, delete ${file}`,
      )
    }
    if (!waiting) onWait?.()
    waiting = true
    await sleep(LOOK_AGAIN_MS)
  }
}

/** @param {string} file */
function tryToTake(file) {
  const token = randomUUID()
  const record = (/** @type {number[]} */ pids) => JSON.stringify({ pids, host: hostname(), token })
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, record([process.pid]), { flag: 'wx' })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return null
    throw error
  }
  const heartbeat = setInterval(() => {
    try {
      utimesSync(file, new Date(), new Date())
    } catch {
      // Somebody deleted out/ by hand; the work goes on.
    }
  }, HEARTBEAT_MS).unref()
  const release = () => {
    clearInterval(heartbeat)
    process.off('exit', release)
    if (readHolder(file)?.token === token) rmSync(file, { force: true })
  }
  process.on('exit', release)
  const alsoBy = (/** @type {number} */ pid) => writeFileSync(file, record([process.pid, pid]))
  return { release, alsoBy }
}

/** @typedef {{ pids: number[], host: string, token: string, seen: number }} Holder */

/**
 * @param {string} file
 * @returns {Holder | null} null when the lock is free again
 */
function readHolder(file) {
  try {
    const seen = statSync(file).mtimeMs
    try {
      return { ...JSON.parse(readFileSync(file, 'utf8')), seen }
    } catch (error) {
      // Written half: its writer died in the act, or is in it right now. Only silence tells.
      return error instanceof SyntaxError ? { pids: [], host: '', token: '', seen } : null
    }
  } catch {
    return null
  }
}

/** @param {Holder} holder */
function isGone({ pids, host, seen }) {
  const silentMs = Date.now() - seen
  if (host !== hostname()) return silentMs > SILENT_MS
  return !pids.some(isAlive) || silentMs > SILENT_BUT_ALIVE_MS
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH')
  }
}

/**
 * Moves a dead holder's lock away. Between our look and our move another waiter may have done the same and taken the
 * lock; then what we moved is alive, and goes back.
 *
 * @param {string} file
 * @param {string} deadToken
 */
function breakLock(file, deadToken) {
  const aside = `${file}.${randomUUID()}`
  try {
    renameSync(file, aside)
    if ((readHolder(aside)?.token ?? '') !== deadToken) linkSync(aside, file)
  } catch {
    // Another waiter was faster; the next look tells.
  } finally {
    rmSync(aside, { force: true })
  }
}
