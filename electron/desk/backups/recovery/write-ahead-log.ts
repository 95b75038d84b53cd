/**
 * SQLite's write-ahead log and the index beside it, as bytes. SQLite itself ends a log at the first frame that does not
 * check, silently, because that is how a log looks that was cut off while it was written. What was acknowledged is told
 * apart here: https://www.sqlite.org/walformat.html
 */
export interface LogContents {
  pageSize: number
  /** What of the log can be trusted by itself, up to the last commit, in order of writing. */
  frames: LogFrame[]
  /** Pages of the database after the last commit; null without one. */
  pageCount: number | null
  /** Whether something that had been acknowledged cannot be read. */
  hasLost: boolean
}

export interface LogFrame {
  /** From 1. */
  page: number
  /** Where the page's content begins in the log. */
  offset: number
}

const HEADER_BYTES = 32
const FRAME_HEADER_BYTES = 24
const MAGIC = 0x377f0682
const DEFAULT_PAGE_SIZE = 4096

type Sums = readonly [number, number]

/**
 * @param log the whole `-wal` file
 * @param index the `-shm` file of the same moment, if it is there: it knows how far the log had been written
 */
export function readLog(log: Uint8Array, index: Uint8Array | null): LogContents {
  const view = new DataView(log.buffer, log.byteOffset, log.byteLength)
  if (log.length < HEADER_BYTES + FRAME_HEADER_BYTES || log.every((byte) => byte === 0)) {
    return {
      pageSize: DEFAULT_PAGE_SIZE,
      frames: [],
      pageCount: null,
      hasLost: unsavedFrames(index, null) > 0,
    }
  }
  const header = readHeader(view)
  const frameBytes = FRAME_HEADER_BYTES + header.pageSize
  const frames: (LogFrame & { isWhole: boolean; commit: number })[] = []
  let before = header.sums
  for (let at = HEADER_BYTES; at + frameBytes <= log.length; at += frameBytes) {
    // Frames of another round are left from before the log was begun anew.
    if (view.getUint32(at + 8) !== header.salts[0] || view.getUint32(at + 12) !== header.salts[1]) break
    const said: Sums = [view.getUint32(at + 16), view.getUint32(at + 20)]
    const sums =
      before &&
      sumsOf(view, at + FRAME_HEADER_BYTES, header.pageSize, sumsOf(view, at, 8, before, header), header)
    frames.push({
      page: view.getUint32(at),
      commit: view.getUint32(at + 4),
      offset: at + FRAME_HEADER_BYTES,
      // The sum of a frame goes on from the one before; what that one says of itself serves when it is broken.
      isWhole: sums === null || (sums[0] === said[0] && sums[1] === said[1]),
    })
    before = said
  }
  const unsaved = unsavedFrames(index, header.salts)
  // A header may be broken because it was just being written, over frames of a round that is in the database already.
  const isOfToday = header.isWhole || unsaved > 0
  const lastCommit = isOfToday ? frames.findLastIndex(({ isWhole, commit }) => isWhole && commit > 0) : -1
  const firstBroken = frames.findIndex(({ isWhole }) => !isWhole)
  const readable = firstBroken === -1 ? frames.length : firstBroken
  return {
    pageSize: header.pageSize,
    frames: frames.slice(0, lastCommit + 1).filter(({ isWhole }) => isWhole),
    pageCount: frames[lastCommit]?.commit ?? null,
    hasLost:
      !header.isWhole ||
      unsaved > readable ||
      // After a commit the log is flushed before it goes on: what precedes such a one had been acknowledged.
      (firstBroken !== -1 &&
        frames.slice(firstBroken, -1).some(({ isWhole, commit }) => isWhole && commit > 0)),
  }
}

interface Header {
  pageSize: number
  salts: Sums
  /** null when the header is broken: the first frame cannot be checked then. */
  sums: Sums | null
  isLittleEndian: boolean
  isWhole: boolean
}

function readHeader(view: DataView): Header {
  const magic = view.getUint32(0)
  const isLittleEndian = magic !== MAGIC + 1
  const sums = sumsOf(view, 0, 24, [0, 0], { isLittleEndian })
  const isWhole =
    (magic === MAGIC || magic === MAGIC + 1) &&
    sums[0] === view.getUint32(24) &&
    sums[1] === view.getUint32(28)
  if (isWhole) {
    const salts: Sums = [view.getUint32(16), view.getUint32(20)]
    return { pageSize: view.getUint32(8), salts, sums, isLittleEndian, isWhole }
  }
  const firstFrame: Sums = [view.getUint32(HEADER_BYTES + 8), view.getUint32(HEADER_BYTES + 12)]
  return { pageSize: DEFAULT_PAGE_SIZE, salts: firstFrame, sums: null, isLittleEndian, isWhole }
}

/** SQLite's running sum over `bytes` (a multiple of 8) from `from`. */
function sumsOf(
  view: DataView,
  from: number,
  bytes: number,
  [first, second]: Sums,
  { isLittleEndian }: { isLittleEndian: boolean },
): Sums {
  let a = first
  let b = second
  for (let at = from; at < from + bytes; at += 8) {
    a = (a + view.getUint32(at, isLittleEndian) + b) >>> 0
    b = (b + view.getUint32(at + 4, isLittleEndian) + a) >>> 0
  }
  return [a, b]
}

/**
 * How many frames of the log had been committed, by the index; 0 when all of them are in the database, or when the index
 * speaks of another log. The index is in the order of the machine: little-endian wherever this program runs.
 */
function unsavedFrames(index: Uint8Array | null, salts: Sums | null): number {
  if (!index || index.length < 100) return 0
  const view = new DataView(index.buffer, index.byteOffset, index.byteLength)
  const isOurs = salts === null || (view.getUint32(32) === salts[0] && view.getUint32(36) === salts[1])
  const isInitialised = view.getUint8(12) === 1
  const committed = view.getUint32(16, true)
  const saved = view.getUint32(96, true)
  return isOurs && isInitialised && committed > saved ? committed : 0
}
