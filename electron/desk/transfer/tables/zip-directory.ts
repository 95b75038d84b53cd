import { isUtf8 } from 'node:buffer'

export interface ZipEntry {
  name: string
  /** Compressed, as it lies in the file. */
  data: Uint8Array
  /** What the directory says it inflates to. It may lie. */
  size: number
  /** CRC-32 of what it inflates to, as the directory has it. */
  checksum: number
  /** Not compressed at all; otherwise deflated. */
  isStored: boolean
}

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50
const END_LENGTH = 22
const MAX_COMMENT = 0xffff
const DEFLATED = 8
/** A workbook has a few dozen parts. */
const MAX_ENTRIES = 10_000

/**
 * What a ZIP file holds, by its directory at the end, before anything is inflated. Null when it is no ZIP file, is cut
 * off, or has what no office program writes (encryption, ZIP64, other compressions).
 *
 * Source: PKWARE's APPNOTE.TXT, 4.3.7, 4.3.12, 4.3.16.
 */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  if (end === null) return null
  const count = view.getUint16(end + 10, true)
  if (count > MAX_ENTRIES) return null
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) return null
    const nameLength = view.getUint16(at + 28, true)
    const entry = entryAt(bytes, view, at, nameLength)
    if (!entry) return null
    entries.push(entry)
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function endOfDirectory(view: DataView): number | null {
  const last = view.byteLength - END_LENGTH
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at--)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  return null
}

function entryAt(bytes: Uint8Array, view: DataView, at: number, nameLength: number): ZipEntry | null {
  const method = view.getUint16(at + 10, true)
  const isEncrypted = (view.getUint16(at + 8, true) & 1) === 1
  const packed = view.getUint32(at + 20, true)
  const header = view.getUint32(at + 42, true)
  if (isEncrypted || (method !== 0 && method !== DEFLATED)) return null
  if (header + 30 > bytes.length || view.getUint32(header, true) !== LOCAL_HEADER) return null
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true)
  if (start + packed > bytes.length) return null
  return {
    name: nameOf(bytes.subarray(at + 46, at + 46 + nameLength)),
    data: bytes.subarray(start, start + packed),
    size: view.getUint32(at + 24, true),
    checksum: view.getUint32(at + 16, true),
    isStored: method === 0,
  }
}

/** Chinese Windows writes names in GBK and says nothing of it. */
function nameOf(bytes: Uint8Array): string {
  return new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'gb18030').decode(bytes)
}
