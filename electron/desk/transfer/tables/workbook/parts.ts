import { crc32, createInflateRaw } from 'node:zlib'
import { type ZipEntry, zipEntries } from '../zip-directory.ts'
import { DAMAGED, Unreadable } from './unreadable.ts'

/** XML of 100,000 rows with twenty columns takes 100 MB; what inflates to more is no table of a shop, or a trap. */
const MAX_XML_BYTES = 128 * 1024 * 1024
/** The XML of spreadsheets shrinks to a tenth or a thirtieth; only repetition made on purpose shrinks further than this. */
const MAX_RATIO = 250
/** What the reader needs; pictures, charts and comments are left where they are. */
const READ_PARTS = /^xl\/(?:(?:worksheets\/)?[^/]+\.xml|_rels\/[^/]+\.xml\.rels)$/
const PIECE_BYTES = 64 * 1024

export interface WorkbookParts {
  has(name: string): boolean
  /**
   * The text of a part, piece by piece. All that is read of a workbook together has a bound, since a directory may lie
   * about what its entries inflate to.
   *
   * @throws Unreadable while it is read
   */
  text(name: string): AsyncIterable<string>
}

/** @throws Unreadable when it is no workbook, or says itself that it is far too large */
export function openParts(file: Uint8Array): WorkbookParts {
  const entries = new Map(
    zipEntries(file)
      ?.filter(({ name }) => READ_PARTS.test(name))
      .map((entry) => [entry.name, entry]),
  )
  if (!entries.has('xl/workbook.xml'))
    throw new Unreadable('这不是完整的 Excel 工作簿（xlsx），可能是别的压缩包，或没有下载完')
  const claimed = [...entries.values()]
  const size = claimed.reduce((sum, entry) => sum + entry.size, 0)
  if (size > MAX_XML_BYTES || claimed.some(isBomb)) throw tooLarge()

  let left = MAX_XML_BYTES
  return {
    has: (name) => entries.has(name),

    async *text(name) {
      const entry = entries.get(name)
      if (!entry) throw new Unreadable(DAMAGED)
      const decoder = new TextDecoder()
      let checksum = 0
      for await (const piece of inflated(entry)) {
        left -= piece.length
        if (left < 0) throw tooLarge()
        checksum = crc32(piece, checksum)
        yield decoder.decode(piece, { stream: true })
      }
      yield decoder.decode()
      // A single bit on the way from a disk or a stick makes another price of a price, and XML that reads as well.
      if (checksum !== entry.checksum) throw new Unreadable(DAMAGED)
    },
  }
}

async function* inflated({ data, isStored }: ZipEntry): AsyncGenerator<Uint8Array> {
  if (isStored) {
    for (let at = 0; at < data.length; at += PIECE_BYTES) yield data.subarray(at, at + PIECE_BYTES)
    return
  }
  const inflate = createInflateRaw({ chunkSize: PIECE_BYTES })
  inflate.end(data)
  try {
    for await (const piece of inflate) yield piece
  } catch {
    throw new Unreadable(DAMAGED)
  }
}

function isBomb({ size, data }: ZipEntry): boolean {
  return size > 1024 * 1024 && size / Math.max(1, data.length) > MAX_RATIO
}

function tooLarge(): Unreadable {
  return new Unreadable(
    `工作簿解开后超过 ${MAX_XML_BYTES / 1024 / 1024} MB，没有读取`,
    '这样的表通常只有几 MB。请检查是不是选错了文件，或把它分成几份导入。',
  )
}
