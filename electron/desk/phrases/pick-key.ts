import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { KEY_BYTES } from '../customers/cipher.ts'
import { writeWhole } from '../database/write-whole.ts'

export const PICK_KEY_FILE = 'search-key'
/** Read and written by its owner alone. Windows keeps that by the folder, which belongs to the account. */
const PRIVATE = 0o600

/**
 * The key that seals what the search has learned, made at first. It lies beside the library and never in it, so that
 * neither the library's file nor a backup tells anything; lost, it costs only what was learned.
 */
export function readPickKey(dataDir: string): Buffer {
  const file = path.join(dataDir, PICK_KEY_FILE)
  return stored(file) ?? made(file)
}

function stored(file: string): Buffer | null {
  try {
    const key = Buffer.from(readFileSync(file, 'utf8'), 'base64')
    return key.length === KEY_BYTES ? key : null
  } catch {
    return null
  }
}

function made(file: string): Buffer {
  const key = randomBytes(KEY_BYTES)
  mkdirSync(path.dirname(file), { recursive: true })
  writeWhole(file, key.toString('base64'), PRIVATE)
  return key
}
