import { createHash, randomBytes } from 'node:crypto'
import type { Dirent } from 'node:fs'
import { link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type ChannelStore, ChannelStoreError, type StoredFile } from '../channel-store.ts'
import { type LockTimes, withLock } from './folder-lock.ts'
import { PARTIAL, sweepPartials } from './folder-sweep.ts'

const PATH = /^(?!.*\.\.)[a-z0-9_-][a-z0-9._-]*(\/[a-z0-9_-][a-z0-9._-]*)*$/
/** Windows refuses to replace a file that somebody, e.g. a virus scanner, has open just now. */
const HELD_OPEN = new Set(['EPERM', 'EACCES', 'EBUSY'])
const RENAME_TRIES = 6
const RENAME_PAUSE_MS = 50
/** File systems without hard links: FAT, some network drives. */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV'])

/**
 * A channel in a folder: of this machine, a NAS or a shared drive. The folder itself must be there; what is missing
 * below it is made. Two programs that replace one file at once take turns by a lock file beside it.
 */
export function createFolderStore(root: string, times: Partial<LockTimes> = {}): ChannelStore {
  const placeOf = (name: string): string => {
    if (!PATH.test(name)) throw new TypeError(`no path of a channel: ${name}`)
    return path.join(root, ...name.split('/'))
  }

  async function contentOf(name: string, limit: number, signal: AbortSignal): Promise<Buffer | null> {
    const file = await open(placeOf(name), 'r').catch(ignoring('ENOENT'))
    if (!file) {
      await refuseWithoutRoot()
      return null
    }
    try {
      const { size } = await file.stat()
      if (size > limit) throw new ChannelStoreError('wrong', '频道里有个文件大得不合常理，没有读它')
      signal.throwIfAborted()
      return await file.readFile()
    } finally {
      await file.close()
    }
  }

  /** An unplugged drive leaves an empty place: what is written there would be lost when it comes back. */
  async function refuseWithoutRoot(): Promise<void> {
    const found = await stat(root).catch(ignoring('ENOENT'))
    if (!found) throw new ChannelStoreError('unreachable', '找不到频道的文件夹，可能网络盘没有连上')
    if (!found.isDirectory()) throw new ChannelStoreError('wrong', '频道的地址不是文件夹')
  }

  /** Puts `bytes` beside `file`, safe on the disk, and lets `place` give them their name. */
  async function written<Result>(
    file: string,
    bytes: Uint8Array,
    place: (partial: string) => Promise<Result>,
  ): Promise<Result> {
    const partial = path.join(path.dirname(file), PARTIAL + randomBytes(8).toString('hex'))
    try {
      const handle = await open(partial, 'wx')
      try {
        await handle.writeFile(bytes)
        await handle.sync()
      } finally {
        await handle.close()
      }
      return await place(partial)
    } finally {
      await rm(partial, { force: true }).catch(() => undefined)
    }
  }

  async function filesBelow(folder: string, inner: string, signal: AbortSignal): Promise<string[]> {
    signal.throwIfAborted()
    const entries: Dirent[] =
      (await readdir(folder, { withFileTypes: true }).catch(ignoring('ENOENT', 'ENOTDIR'))) ?? []
    const found = await Promise.all(
      entries.map((entry) => {
        const name = inner + entry.name
        if (!PATH.test(name)) return []
        if (entry.isDirectory()) return filesBelow(path.join(folder, entry.name), `${name}/`, signal)
        return entry.isFile() ? [name] : []
      }),
    )
    return found.flat()
  }

  return {
    isWritable: true,

    read: (name, { limit, etag, signal }) =>
      told(async (): Promise<StoredFile | 'unchanged' | null> => {
        signal.throwIfAborted()
        const bytes = await contentOf(name, limit, signal)
        if (!bytes) return null
        const found = etagOf(bytes)
        return found === etag ? 'unchanged' : { bytes, etag: found }
      }),

    write: (name, bytes, { only, signal }) =>
      told(async () => {
        signal.throwIfAborted()
        const file = placeOf(name)
        await refuseWithoutRoot()
        await mkdir(path.dirname(file), { recursive: true })
        const etag = etagOf(bytes)
        if (only === 'new')
          return written(file, bytes, async (partial) => ({
            etag,
            isNew: await named(partial, file, times, signal),
          }))
        if (only === null) {
          await written(file, bytes, (partial) => replaced(partial, file))
          return { etag, isNew: true }
        }
        return withLock(file, times, signal, async () => {
          const present = await contentOf(name, Number.MAX_SAFE_INTEGER, signal)
          if (!present || etagOf(present) !== only.etag)
            throw new ChannelStoreError('conflict', '另一台电脑刚刚改过这个频道')
          await written(file, bytes, (partial) => replaced(partial, file))
          return { etag, isNew: true }
        })
      }),

    list: (folder, { signal }) =>
      told(async () => {
        const inner = folder.replace(/\/$/, '')
        await refuseWithoutRoot()
        const found = await filesBelow(inner === '' ? root : placeOf(inner), folder, signal)
        return found.sort()
      }),

    remove: (name, { signal }) =>
      told(async () => {
        signal.throwIfAborted()
        await rm(placeOf(name), { force: true })
      }),

    sweep: (present) => sweepPartials(root, placeOf(present)),
  }
}

async function replaced(partial: string, file: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await rename(partial, file)
    } catch (error) {
      if (tries === RENAME_TRIES || !HELD_OPEN.has(codeOf(error))) throw error
      await wait(RENAME_PAUSE_MS * tries)
    }
  }
}

/** Gives the written file its name unless there is one of that name; whether there was none. */
async function named(
  partial: string,
  file: string,
  times: Partial<LockTimes>,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    await link(partial, file)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    if (!NO_LINKS.has(codeOf(error))) throw error
  }
  return withLock(file, times, signal, async () => {
    // Under the lock, so that of two who find nothing there only one gives it the name.
    if (await stat(file).catch(ignoring('ENOENT'))) return false
    await replaced(partial, file)
    return true
  })
}

const etagOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? ''

/** For a `catch`: null for errors of these codes. */
const ignoring =
  (...codes: string[]) =>
  (error: unknown): null => {
    if (codes.includes(codeOf(error))) return null
    throw error
  }

/** What the file system says, in a store's words. */
async function told<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof ChannelStoreError || error instanceof TypeError || isAbort(error)) throw error
    throw translated(error)
  }
}

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError'

function translated(cause: unknown): ChannelStoreError {
  switch (codeOf(cause)) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return new ChannelStoreError('full', '频道的文件夹所在的磁盘已满', { cause })
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new ChannelStoreError('denied', '没有权限读写频道的文件夹', { cause })
    case 'ENOTDIR':
    case 'EISDIR':
      return new ChannelStoreError('wrong', '频道的文件夹里有别的东西占了位置', { cause })
    default:
      return new ChannelStoreError('unreachable', '频道的文件夹暂时读写不了', { cause })
  }
}
