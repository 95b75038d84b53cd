import { createHash } from 'node:crypto'
import type { ChannelStore, StoredFile } from '../../../electron/desk/channels/channel-store.ts'

/** What one party has asked a store for. Bytes are those of the files, without what HTTP and TLS put around them. */
export interface Tally {
  /** Answered with a file. */
  files: number
  /** Answered with "unchanged". */
  unchanged: number
  bytes: number
  written: number
  bytesWritten: number
}

export const emptyTally = (): Tally => ({ files: 0, unchanged: 0, bytes: 0, written: 0, bytesWritten: 0 })

/** A store in memory, and a way into it for each party that counts what it does. */
export function createCountingStore() {
  const files = new Map<string, StoredFile & { etag: string }>()

  const openedBy = (tally: Tally): ChannelStore => ({
    isWritable: true,

    async read(path, { etag }) {
      const file = files.get(path)
      if (!file) return null
      if (etag === file.etag) {
        tally.unchanged++
        return 'unchanged'
      }
      tally.files++
      tally.bytes += file.bytes.length
      return file
    },

    async write(path, bytes, { only }) {
      if (only === 'new' && files.has(path)) return { etag: null, isNew: false }
      const etag = createHash('md5').update(bytes).digest('hex')
      files.set(path, { bytes, etag })
      tally.written++
      tally.bytesWritten += bytes.length
      return { etag, isNew: true }
    },

    list: async (folder) => [...files.keys()].filter((path) => path.startsWith(folder)),
    remove: async (path) => void files.delete(path),
  })

  return { openedBy, sizeOf: (path: string): number => files.get(path)?.bytes.length ?? 0 }
}
