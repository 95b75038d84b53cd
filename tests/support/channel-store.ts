import { createHash } from 'node:crypto'
import {
  type ChannelStore,
  ChannelStoreError,
  type ChannelStoreProblem,
} from '../../electron/desk/channels/channel-store.ts'

/** A store in memory, with its files to look at and to spoil. */
export function memoryStore(files = new Map<string, Uint8Array>()): ChannelStore & { files: typeof files } {
  const etagOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
  return {
    files,
    isWritable: true,
    async read(path, { limit, etag, signal }) {
      signal.throwIfAborted()
      const bytes = files.get(path)
      if (!bytes) return null
      if (bytes.length > limit) throw new ChannelStoreError('wrong', '文件太大')
      return etagOf(bytes) === etag ? 'unchanged' : { bytes, etag: etagOf(bytes) }
    },
    async write(path, bytes, { only, signal }) {
      signal.throwIfAborted()
      const present = files.get(path)
      if (only === 'new' && present) return { etag: etagOf(present), isNew: false }
      if (only && only !== 'new' && (!present || etagOf(present) !== only.etag))
        throw new ChannelStoreError('conflict', '另一台电脑刚刚改过')
      files.set(path, Buffer.from(bytes))
      return { etag: etagOf(bytes), isNew: true }
    },
    list: async (folder) => [...files.keys()].filter((path) => path.startsWith(folder)).sort(),
    async remove(path) {
      files.delete(path)
    },
  }
}

export interface Cut {
  /** The operation at which it is cut, from 1; all after it fail, too. */
  at: number
  /** `before`: the store never hears of it; `after`: it does it, and the answer is lost. */
  when: 'before' | 'after'
  problem?: ChannelStoreProblem
}

/** A store whose line can be cut. */
export function cuttable(store: ChannelStore) {
  let cut: Cut | null = null
  let operations = 0

  async function through<Result>(act: () => Promise<Result>): Promise<Result> {
    operations++
    if (cut === null || operations < cut.at) return act()
    if (operations === cut.at && cut.when === 'after') await act()
    throw new ChannelStoreError(cut.problem ?? 'unreachable', '连不上')
  }

  const line: ChannelStore = {
    isWritable: store.isWritable,
    read: (...args) => through(() => store.read(...args)),
    write: (...args) => through(() => store.write(...args)),
    list: (...args) => through(() => store.list(...args)),
    remove: (...args) => through(() => store.remove(...args)),
  }
  return {
    line,
    cut(next: Cut | null): void {
      cut = next
      operations = 0
    },
    operations: () => operations,
  }
}

/** How an attempt fails that must. */
export const problemOf = (attempt: Promise<unknown>): Promise<ChannelStoreError> =>
  attempt.then(
    () => {
      throw new Error('it worked')
    },
    (error) => {
      if (error instanceof ChannelStoreError) return error
      throw error
    },
  )
