import { createHash } from 'node:crypto'
import { readFileSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type UnzipFileInfo, type Unzipped, unzipSync } from 'fflate'
import { flushFile, makeFolder } from '../../database/folder.ts'
import { MIGRATIONS } from '../../database/migrations.ts'
import { DeskError } from '../../desk-error.ts'
import { MANIFEST_FILE, MAX_ARCHIVE_BYTES, MAX_MANIFEST_BYTES, Manifest, refusalOf } from './manifest.ts'

/**
 * Unpacks an archive into the empty folder `into`. Nothing of it is trusted: only names and sizes that its manifest
 * lists are unpacked, each into exactly the room it says, and each must have the SHA-256 it says.
 *
 * @throws DeskError `archive-refused`; what was unpacked so far is the caller's to remove
 */
export function readArchive(file: string, into: string): Manifest {
  const archiveBytes = statSync(file).size
  if (archiveBytes > MAX_ARCHIVE_BYTES) throw refused('文件太大')
  const zip = readFileSync(file)
  const manifest = manifestIn(zip)
  const { bavail, bsize } = statfsSync(into)
  const why = refusalOf(manifest, {
    archiveBytes,
    freeBytes: bavail * bsize,
    newestSchema: MIGRATIONS.length,
  })
  if (why) throw refused(why)
  const sizes = new Map(manifest.files.map((expected) => [expected.path, expected.bytes]))
  const contents = unpacked(zip, ({ name, originalSize }) => sizes.get(name) === originalSize)
  for (const { path: name, sha256 } of manifest.files) {
    const bytes = contents[name]
    if (!bytes) throw refused(`里面没有完整的 ${name}`)
    if (createHash('sha256').update(bytes).digest('hex') !== sha256)
      throw refused(`${name} 和导出时不一样，可能在传输中损坏`)
    const target = path.join(into, ...name.split('/'))
    makeFolder(path.dirname(target))
    writeFileSync(target, bytes, { flag: 'wx' })
    flushFile(target)
  }
  return manifest
}

function manifestIn(zip: Uint8Array): Manifest {
  const { [MANIFEST_FILE]: bytes } = unpacked(
    zip,
    ({ name, originalSize }) => name === MANIFEST_FILE && originalSize <= MAX_MANIFEST_BYTES,
  )
  if (!bytes) throw refused('不是黄金六秒导出的文件')
  let value: unknown
  try {
    value = JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    throw refused('目录已损坏')
  }
  const parsed = Manifest.safeParse(value)
  if (!parsed.success) throw refused('不是黄金六秒导出的文件')
  return parsed.data
}

/** The unpacker writes each file into a buffer of the size that the archive says, and never past it. */
function unpacked(zip: Uint8Array, isWanted: (file: UnzipFileInfo) => boolean): Unzipped {
  try {
    return unzipSync(zip, { filter: isWanted })
  } catch {
    throw refused('文件不完整或已损坏')
  }
}

const refused = (why: string) => new DeskError('archive-refused', `没有导入：${why}。本机的数据没有改动`)
