import type { DavEntry } from './webdav-listing.ts'

/** Ends the names of files on their way; nobody reads or lists them. */
export const PART = '.part'
/** As this program names them. What others leave in the folder is theirs. */
const OURS = /^[a-z0-9._-]+\.[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\.part$/
/** The largest of a channel's files is written in minutes, by the slowest line in hours. */
const ABANDONED_AFTER_MS = 24 * 60 * 60_000
/** Of one folder; a server tells hundreds at a time. */
const ENTRIES = 1_000
/** Providers count requests: of the folders of objects, of which there are 256, a few are looked at each time. */
const FOLDERS_AT_ONCE = 4
const REMOVED_AT_ONCE = 50

interface Sweeping {
  /** Of a folder (`''` or ending with a slash). */
  entriesOf(folder: string, enough: number): Promise<DavEntry[]>
  remove(path: string): Promise<unknown>
  /** From 0 up to 1, for which folders it is the turn. */
  random(): number
}

/**
 * Removes what programs left that were ended while they wrote. Told by the server's clock alone: its and this machine's
 * may be years apart, and one that tells no times has nothing removed.
 *
 * @param present a file at the top that was written just now, whose time is the present there
 * @throws what the server says no to; what lies there stays then
 */
export async function sweepParts(present: string, { entriesOf, remove, random }: Sweeping): Promise<void> {
  const top = await entriesOf('', ENTRIES)
  const now = top.find(({ name }) => name === present)?.modifiedAt ?? null
  if (now === null) return
  const objects = await entriesOf('objects/', ENTRIES)
  const inner = objects.filter(({ isFolder }) => isFolder)
  const first = Math.floor(random() * inner.length)
  const turn = [...inner, ...inner].slice(first, first + Math.min(FOLDERS_AT_ONCE, inner.length))
  const found: [folder: string, entries: DavEntry[]][] = [['', top]]
  for (const folder of ['inbox/', ...turn.map(({ name }) => `objects/${name}/`)])
    found.push([folder, await entriesOf(folder, ENTRIES)])
  const left = found.flatMap(([folder, entries]) =>
    entries.filter((entry) => isAbandoned(entry, now)).map(({ name }) => folder + name),
  )
  for (const path of left.slice(0, REMOVED_AT_ONCE)) await remove(path)
}

const isAbandoned = ({ name, isFolder, modifiedAt }: DavEntry, now: number): boolean =>
  !isFolder && OURS.test(name) && modifiedAt !== null && modifiedAt < now - ABANDONED_AFTER_MS
