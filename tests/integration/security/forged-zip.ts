import { crc32, deflateRawSync } from 'node:zlib'

export interface ForgedEntry {
  name: string
  content: Uint8Array | string
  /** What both headers say it inflates to, instead of the truth. */
  claimedSize?: number
  isEncrypted?: boolean
  /** As UNIX writes them, e.g. `LINK`. */
  mode?: number
}

/** A symbolic link that everybody may follow. */
export const LINK = 0o120777

const LOCAL_HEADER = 0x04034b50
const DIRECTORY_ENTRY = 0x02014b50
const END_OF_DIRECTORY = 0x06054b50
const DEFLATED = 8
const NAMES_ARE_UTF8 = 0x0800
const MADE_ON_UNIX = 3 << 8

/** A ZIP file in which every entry is deflated and every header says what the test wants. Source: PKWARE's APPNOTE. */
export function forgedZip(entries: readonly ForgedEntry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const content = Buffer.from(entry.content)
    const packed = deflateRawSync(content)
    const name = Buffer.from(entry.name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(NAMES_ARE_UTF8 | (entry.isEncrypted ? 1 : 0), 2)
    common.writeUInt16LE(DEFLATED, 4)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(entry.claimedSize ?? content.length, 18)
    common.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 6)
    place.writeUInt32LE(at, 10)
    parts.push(uint32(LOCAL_HEADER), common, name, packed)
    directory.push(uint32(DIRECTORY_ENTRY), uint16(MADE_ON_UNIX), common, place, name)
    at += 4 + common.length + name.length + packed.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...parts, listed, uint32(END_OF_DIRECTORY), end])
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}
