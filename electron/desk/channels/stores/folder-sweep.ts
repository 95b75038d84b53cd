import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'

/** Names that begin so are files being written; nobody reads them. */
export const PARTIAL = '.partial-'

/** The largest of a channel's files is written in minutes, by the slowest line in hours. */
const ABANDONED_AFTER_MS = 24 * 60 * 60_000

/** Where a channel writes, seen from its folder; what else lies there is somebody else's. */
const INBOX = 'inbox'
const OBJECTS = 'objects'

/**
 * Removes what programs left that were ended while they wrote. Told by the clock of the file system alone: that of a NAS
 * and of this machine may be years apart. What cannot be looked at or removed stays; the next sweep comes by again.
 *
 * @param present a file that was written just now, whose time is the present there
 */
export async function sweepPartials(root: string, present: string): Promise<void> {
  const now = await timeOf(present)
  if (now === null) return
  const objects = path.join(root, OBJECTS)
  const inner = await readdir(objects).catch(() => [])
  for (const folder of [
    root,
    path.join(root, INBOX),
    objects,
    ...inner.map((name) => path.join(objects, name)),
  ])
    await sweepFolder(folder, now - ABANDONED_AFTER_MS)
}

async function sweepFolder(folder: string, before: number): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (!name.startsWith(PARTIAL)) continue
    const file = path.join(folder, name)
    const writtenAt = await timeOf(file)
    if (writtenAt !== null && writtenAt < before) await rm(file, { force: true }).catch(() => undefined)
  }
}

/** ms since 1970, by whoever keeps the file; null when there is none. */
const timeOf = (file: string): Promise<number | null> =>
  stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => null,
  )
