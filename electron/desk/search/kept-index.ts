import { closeSync, fstatSync, openSync, readSync, rmSync } from 'node:fs'
import { type FileHandle, open, rename } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { crc32 } from 'node:zlib'

/**
 * The file in which a finished index lies from one start to the next. Before the index stand a mark, the checksum of
 * everything behind it, the length of the whole and the token of the library's lineage (see `IndexLineage`). It is
 * written beside its place and then moved there; whatever became of it, it is either whole and of that lineage or not
 * taken.
 */
const HEAD_BYTES = 64
const MARK = 0x58493647
const AT = { mark: 0, checksum: 4, length: 8, token: 16 } as const
const TOKEN_BYTES = HEAD_BYTES - AT.token
/** For its owner alone, as the library is. */
const PRIVATE = 0o600
/** Written at a time, between which queries are answered. */
const CHUNK = 4 * 1024 * 1024

/**
 * Writes the parts of an index one after another.
 * @param isCurrent asked now and then; once it says no, nothing is written any more and the file stays as it was
 * @throws the system's error: a full disk, a folder that is gone
 */
export async function writeKeptIndex(
  file: string,
  token: string,
  parts: readonly Uint8Array[],
  isCurrent: () => boolean,
): Promise<void> {
  const partial = partialOf(file)
  const handle = await open(partial, 'w', PRIVATE)
  try {
    if (!(await writeAll(handle, token, parts, isCurrent))) return
  } finally {
    await handle.close()
  }
  if (isCurrent()) await rename(partial, file)
}

const partialOf = (file: string) => `${file}.partial`

/** Takes away what a writing that was cut short has left. */
export function discardPartial(file: string): void {
  // Whatever holds it, the next writing begins it anew.
  try {
    rmSync(partialOf(file), { force: true })
  } catch {}
}

async function writeAll(
  handle: FileHandle,
  token: string,
  parts: readonly Uint8Array[],
  isCurrent: () => boolean,
): Promise<boolean> {
  const head = Buffer.alloc(HEAD_BYTES)
  head.write(token, AT.token, TOKEN_BYTES, 'latin1')
  let length = HEAD_BYTES
  let checksum = 0
  for (const part of parts) {
    for (let from = 0; from < part.length; from += CHUNK) {
      if (!isCurrent()) return false
      const chunk = part.subarray(from, from + CHUNK)
      checksum = crc32(chunk, checksum)
      await handle.write(chunk, 0, chunk.length, length)
      length += chunk.length
      await setImmediate()
    }
  }
  head.writeDoubleLE(length, AT.length)
  // What the head says of the file is checked with the rest.
  checksum = crc32(head.subarray(AT.length), checksum)
  head.writeUInt32LE(checksum, AT.checksum)
  head.writeUInt32LE(MARK, AT.mark)
  await handle.write(head, 0, HEAD_BYTES, 0)
  return true
}

/** The bytes of the index that was written with this token; null when there is none, or the file is not whole. */
export function readKeptIndex(file: string, token: string): Uint8Array | null {
  try {
    return readWhole(file, token)
  } catch {
    return null
  }
}

function readWhole(file: string, token: string): Uint8Array | null {
  const handle = openSync(file, 'r')
  try {
    const { size } = fstatSync(handle)
    const head = Buffer.alloc(HEAD_BYTES)
    if (!fill(handle, head, 0) || !isHeadOf(head, token, size)) return null
    // Memory of its own, at whose beginning the index's arrays can lie.
    const index = Buffer.allocUnsafeSlow(size - HEAD_BYTES)
    if (!fill(handle, index, HEAD_BYTES)) return null
    const checksum = crc32(head.subarray(AT.length), crc32(index))
    return checksum === head.readUInt32LE(AT.checksum) ? index : null
  } finally {
    closeSync(handle)
  }
}

function isHeadOf(head: Buffer, token: string, size: number): boolean {
  const isOurs = head.readUInt32LE(AT.mark) === MARK && head.readDoubleLE(AT.length) === size
  return isOurs && head.toString('latin1', AT.token).replace(/\0+$/, '') === token
}

/** Whether there was enough to fill it. */
function fill(handle: number, bytes: Buffer, position: number): boolean {
  let filled = 0
  while (filled < bytes.length) {
    const read = readSync(handle, bytes, filled, bytes.length - filled, position + filled)
    if (read === 0) return false
    filled += read
  }
  return true
}
