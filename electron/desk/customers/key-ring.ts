import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { writeWhole } from '../database/write-whole.ts'
import { KEY_BYTES } from './cipher.ts'
import type { KeyProtector } from './key-protector.ts'

export const KEY_FILE = 'buyer-keys.json'
/** Read and written by its owner alone. Windows keeps that by the folder, which belongs to the account. */
const PRIVATE = 0o600

const StoredKey = z.object({ version: z.int().min(1), since: z.int(), secret: z.base64() })

const KeyFile = z.object({
  format: z.literal(1),
  /** `system`: every secret is wrapped by the system's keyring. `file`: the secrets stand here as they are. */
  protection: z.enum(['system', 'file']),
  /** Marks nicknames; never changes, since it would lose everybody. */
  index: z.base64(),
  keys: z.array(StoredKey).min(1),
  /** Buyers who were deleted, as marks: a restored backup must not bring them back. Base64 to ms since 1970. */
  forgotten: z.record(z.base64(), z.int()).default({}),
})
type KeyFile = z.infer<typeof KeyFile>

export interface DataKey {
  version: number
  /** When it became the newest, ms since 1970. */
  since: number
  key: Buffer
}

interface HeldKeys {
  index: Buffer
  keys: readonly DataKey[]
  forgotten: ReadonlyMap<string, number>
}

export interface KeyRing {
  protection: 'system' | 'file'
  index: Buffer
  /** What new records are sealed with. */
  newest(): DataKey
  find(version: number): DataKey | null
  /** Makes a new key the newest. */
  rotate(at: number): Promise<void>
  /** Destroys keys: what was sealed with them, in old backups too, can be read by nobody any more. */
  destroy(versions: readonly number[]): Promise<void>
  versions(): readonly DataKey[]
  forgotten(): ReadonlyMap<string, number>
  setForgotten(marks: ReadonlyMap<string, number>): Promise<void>
}

/** The keys exist and cannot be had: wrapped by another account or keyring, or the file is damaged. */
export class KeysLocked extends Error {
  readonly why: 'needs-desktop' | 'other-account' | 'damaged'

  constructor(why: KeysLocked['why'], cause?: unknown) {
    super(`the keys of the buyers' data cannot be read: ${why}`, { cause })
    this.name = 'KeysLocked'
    this.why = why
  }
}

/**
 * Opens the keys in `dataDir`, making them at first. With a protector, keys that lay open in the file are wrapped; a
 * file that a protector wrapped cannot be opened without one.
 *
 * @throws KeysLocked, and the file system's own errors; nothing was changed then.
 */
export async function openKeyRing(
  dataDir: string,
  protector: KeyProtector | null,
  now: () => number,
): Promise<KeyRing> {
  const file = path.join(dataDir, KEY_FILE)
  const stored = existsSync(file) ? readKeyFile(file) : null
  if (stored?.protection === 'system' && protector === null) throw new KeysLocked('needs-desktop')

  const protection = protector ? 'system' : 'file'
  let held = stored ? await revealAll(stored, protector) : freshKeys(now())
  if (stored?.protection !== protection) await write(held)

  /** On disk first: a record sealed with a key that was never written would be lost. */
  async function write(next: HeldKeys): Promise<void> {
    const hide = async (secret: Buffer) =>
      (protector ? await protector.protect(secret.toString('base64')) : secret).toString('base64')
    const content: KeyFile = {
      format: 1,
      protection,
      index: await hide(next.index),
      keys: await Promise.all(
        next.keys.map(async ({ version, since, key }) => ({ version, since, secret: await hide(key) })),
      ),
      forgotten: Object.fromEntries(next.forgotten),
    }
    mkdirSync(dataDir, { recursive: true })
    writeWhole(file, `${JSON.stringify(content, null, 2)}\n`, PRIVATE)
    // A file that was there before keeps its own mode through the replacement.
    chmodSync(file, PRIVATE)
    held = next
  }

  const newest = () => held.keys.reduce((one, other) => (other.version > one.version ? other : one))

  return {
    protection,
    index: held.index,
    newest,
    find: (version) => held.keys.find((key) => key.version === version) ?? null,
    versions: () => held.keys,
    rotate(at) {
      const key = { version: newest().version + 1, since: at, key: randomBytes(KEY_BYTES) }
      return write({ ...held, keys: [...held.keys, key] })
    },
    destroy(versions) {
      const keys = held.keys.filter(
        ({ version }) => !versions.includes(version) || version === newest().version,
      )
      return write({ ...held, keys })
    },
    forgotten: () => held.forgotten,
    setForgotten: (forgotten) => write({ ...held, forgotten: new Map(forgotten) }),
  }
}

/** Takes keys that cannot be read out of the way, under a dated name, so that new ones are made at the next opening. */
export function setKeysAside(dataDir: string, now: () => number): void {
  const stamp = new Date(now()).toISOString().replaceAll(':', '-')
  const file = path.join(dataDir, KEY_FILE)
  if (!existsSync(file)) return
  renameSync(file, file.replace(/\.json$/, `.locked-${stamp}.json`))
}

function readKeyFile(file: string): KeyFile {
  try {
    return KeyFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof z.ZodError) throw new KeysLocked('damaged', cause)
    throw cause
  }
}

function freshKeys(since: number): HeldKeys {
  const first = { version: 1, since, key: randomBytes(KEY_BYTES) }
  return { index: randomBytes(KEY_BYTES), keys: [first], forgotten: new Map() }
}

async function revealAll(stored: KeyFile, protector: KeyProtector | null): Promise<HeldKeys> {
  const isWrapped = stored.protection === 'system'
  const reveal = async (secret: string): Promise<Buffer> => {
    const bytes = Buffer.from(secret, 'base64')
    if (!isWrapped || protector === null) return ofKeyLength(bytes)
    const revealed = await protector.reveal(bytes).catch((cause: unknown) => {
      throw new KeysLocked('other-account', cause)
    })
    return ofKeyLength(Buffer.from(revealed, 'base64'))
  }
  return {
    index: await reveal(stored.index),
    keys: await Promise.all(
      stored.keys.map(async ({ version, since, secret }) => ({ version, since, key: await reveal(secret) })),
    ),
    forgotten: new Map(Object.entries(stored.forgotten)),
  }
}

function ofKeyLength(key: Buffer): Buffer {
  if (key.length !== KEY_BYTES) throw new KeysLocked('damaged')
  return key
}
