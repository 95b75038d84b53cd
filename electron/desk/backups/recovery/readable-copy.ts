import { closeSync, copyFileSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs'
import Database from 'better-sqlite3'
import { reachable } from '../../database/folder.ts'
import type { LogContents } from './write-ahead-log.ts'

/** Ours are made with SQLite's default. */
const PAGE_SIZE = 4096
const HEADER_BYTES = 100
const MAGIC = 'SQLite format 3\0'

/**
 * Makes a copy of a damaged library that SQLite can be tried on: with the log's pages in their places, as long as it
 * says it is, and, where its header is broken, with a header of the usual kind.
 *
 * @returns the open copy, or null when there is nothing in it that SQLite could read
 */
export function openReadableCopy(
  damaged: string,
  log: LogContents,
  logBytes: Uint8Array,
  copy: string,
): Database.Database | null {
  copyFileSync(damaged, copy)
  const handle = openSync(copy, 'r+')
  try {
    for (const { page, offset } of log.frames)
      writeSync(handle, logBytes, offset, log.pageSize, (page - 1) * log.pageSize)
    const header = Buffer.alloc(HEADER_BYTES)
    readSync(handle, header, 0, HEADER_BYTES, 0)
    const isWhole = header.toString('latin1', 0, 16) === MAGIC && header.readUInt16BE(16) === PAGE_SIZE
    const pages = log.pageCount ?? (isWhole ? header.readUInt32BE(28) : 0)
    const size = Math.max(fstatSync(handle).size, pages * PAGE_SIZE)
    // Pages that are missing at the end read as empty ones: damage in their place, not of the whole.
    if (size > fstatSync(handle).size && size < fstatSync(handle).size * 4 + PAGE_SIZE * 1024)
      ftruncateSync(handle, size)
    writeSync(
      handle,
      isWhole ? withoutLog(header) : usualHeader(Math.ceil(fstatSync(handle).size / PAGE_SIZE)),
      0,
      HEADER_BYTES,
      0,
    )
  } finally {
    closeSync(handle)
  }
  return opened(copy)
}

function opened(copy: string): Database.Database | null {
  let database: Database.Database | null = null
  try {
    database = new Database(reachable(copy), { readonly: true })
    database.pragma('cell_size_check = ON')
    database.prepare('SELECT count(*) FROM sqlite_schema').get()
    return database
  } catch {
    database?.close()
    return null
  }
}

/** The log's pages are in their places: from now on there is none. */
function withoutLog(header: Buffer): Buffer {
  header[18] = 1
  header[19] = 1
  return header
}

/** https://www.sqlite.org/fileformat.html#the_database_header */
function usualHeader(pages: number): Buffer {
  const header = Buffer.alloc(HEADER_BYTES)
  header.write(MAGIC, 'latin1')
  header.writeUInt16BE(PAGE_SIZE, 16)
  header.set([1, 1, 0, 64, 32, 32], 18)
  header.writeUInt32BE(1, 24) // change counter
  header.writeUInt32BE(pages, 28)
  header.writeUInt32BE(1, 40) // schema cookie
  header.writeUInt32BE(4, 44) // schema format
  header.writeUInt32BE(1, 56) // UTF-8
  header.writeUInt32BE(1, 92) // the change counter that the number of pages holds for
  return header
}
