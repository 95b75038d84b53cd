import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setupFolder } from '../setup/project.mjs'

/** A failed download is not tried again for this long, so that the next starts are quick. */
const REMEMBERED_MS = 6 * 60 * 60_000

const fileIn = (/** @type {string} */ root) => path.join(setupFolder(root), 'electron-unavailable.json')

/**
 * @param {string} root
 * @param {string | null} mirror another mirror is another try
 * @param {number} now ms since 1970
 * @returns {{ reason: string, at: number } | null}
 */
export function recentFailure(root, mirror, now) {
  try {
    const { at, reason, mirror: tried } = JSON.parse(readFileSync(fileIn(root), 'utf8'))
    // A time in the future means that the clock was set back: try again.
    const isRecent = typeof at === 'number' && at <= now && now - at < REMEMBERED_MS
    return isRecent && tried === mirror ? { at, reason: String(reason) } : null
  } catch {
    return null
  }
}

/**
 * @param {string} root
 * @param {{ mirror: string | null, at: number, reason: string }} failure
 */
export function rememberFailure(root, failure) {
  mkdirSync(setupFolder(root), { recursive: true })
  writeFileSync(fileIn(root), JSON.stringify(failure))
}

/** @param {string} root */
export function forgetFailure(root) {
  rmSync(fileIn(root), { force: true })
}
