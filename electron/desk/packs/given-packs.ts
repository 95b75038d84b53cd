import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { PACK_LIMITS } from '../../../shared/model/pack.ts'
import { DeskError } from '../desk-error.ts'

/** A page has one open; a window that went without putting its own away leaves one behind. */
const MOST_OPEN = 3

type Given = { kind: 'pieces'; pieces: Uint8Array[]; isWhole: boolean } | { kind: 'file'; file: string }

/** Packs that a page gives piece by piece, or that the system opens with the program, until they are put away. */
export function createGivenPacks(newId: () => string) {
  const open = new Map<string, Given>()

  /** The one open longest makes room. */
  function keep(given: Given): string {
    const [oldest] = open.keys()
    if (oldest !== undefined && open.size >= MOST_OPEN) open.delete(oldest)
    const id = newId()
    open.set(id, given)
    return id
  }

  function find(id: string): Given {
    const given = open.get(id)
    if (!given) throw new DeskError('not-found', '这个话术包已经关闭，请重新打开')
    return given
  }

  return {
    /** Begins one that comes in pieces, so that the windows are answered between two of them. */
    open: (): string => keep({ kind: 'pieces', pieces: [], isWhole: false }),

    /** @throws DeskError `not-found`, `pack-refused` for more than a pack may be */
    give(id: string, bytes: Uint8Array, isLast: boolean): void {
      const given = find(id)
      if (given.kind === 'file' || given.isWhole) throw new DeskError('pack-refused', '这个话术包已经完整了')
      const before = given.pieces.reduce((sum, piece) => sum + piece.length, 0)
      if (before + bytes.length > PACK_LIMITS.fileBytes) {
        open.delete(id)
        throw tooLarge()
      }
      given.pieces.push(bytes)
      given.isWhole = isLast
    },

    /** Notes a file that is read when it is looked at. */
    openFile: (file: string): string => keep({ kind: 'file', file }),

    /** @throws DeskError `not-found`, `pack-refused` when it cannot be read */
    bytesOf(id: string): Uint8Array {
      const given = find(id)
      if (given.kind === 'file') return readWhole(given.file)
      if (!given.isWhole) throw new DeskError('pack-refused', '话术包还没有收完，请重新选择')
      const bytes = Buffer.concat(given.pieces)
      given.pieces = [bytes]
      return bytes
    },

    close: (id: string): void => void open.delete(id),
  }
}

function readWhole(file: string): Uint8Array {
  try {
    const stat = statSync(file)
    // A device behind a link says that it is empty, and is read without an end.
    if (!stat.isFile()) throw new Error('no plain file')
    if (stat.size > PACK_LIMITS.fileBytes) throw tooLarge()
    return readFileSync(file)
  } catch (error) {
    if (error instanceof DeskError) throw error
    throw new DeskError(
      'pack-refused',
      `打不开“${path.basename(file)}”，它可能已被移走，或没有权限读取。请重新打开`,
      error,
    )
  }
}

function tooLarge(): DeskError {
  return new DeskError(
    'pack-refused',
    `没有导入这个话术包：文件超过 ${PACK_LIMITS.fileBytes / 1024 / 1024} MB。本机的话术没有改动`,
  )
}
