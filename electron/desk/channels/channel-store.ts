/**
 * Where a channel's files lie: a folder, WebDAV, S3-compatible storage or plain HTTPS. A store knows nothing of what the
 * files mean; `open-store.ts` chooses one by its address. Paths are relative, with slashes, of `[a-z0-9._/-]` only.
 *
 * Every method throws {@link ChannelStoreError} and nothing else but an `AbortError` of its signal.
 */
export interface ChannelStore {
  readonly isWritable: boolean

  /**
   * Reads a whole file.
   *
   * @param etag of an earlier reading: `'unchanged'` when it still holds (asked for by `If-None-Match`)
   * @param limit bytes; a longer file is an error of kind `wrong`, noticed before it is all here
   * @returns null when there is no such file
   */
  read(
    path: string,
    options: { limit: number; etag?: string; signal: AbortSignal },
  ): Promise<StoredFile | 'unchanged' | null>

  /**
   * Writes a file whole or not at all; readers see the one before or this one, never a part.
   *
   * @param only `'new'`: leaves a file of that name as it is (an immutable object); an ETag: replaces just that version
   *   (kind `conflict` otherwise); null: replaces whatever is there
   */
  write(
    path: string,
    bytes: Uint8Array,
    options: { only: 'new' | { etag: string } | null; signal: AbortSignal },
  ): Promise<{ etag: string | null; isNew: boolean }>

  /**
   * Paths of all files below a folder (`''` or ending with a slash).
   *
   * @param enough the store need not go on for more than these
   */
  list(folder: string, options: { signal: AbortSignal; enough?: number }): Promise<string[]>

  /** Removes a file; one that is not there is no error. */
  remove(path: string, options: { signal: AbortSignal }): Promise<void>

  /**
   * Removes what writers left that were ended in the middle, where such a thing lies about: never what somebody is still
   * writing. Nothing fails by it.
   *
   * @param present a file that was written just now
   */
  sweep?(present: string): Promise<void>
}

export interface StoredFile {
  bytes: Uint8Array
  /** Null when the store has none. */
  etag: string | null
}

/**
 * - `unreachable`: no answer, cut off, too slow, 5xx, 429: worth another try later
 * - `denied`: wrong key or no right to it: a person must act
 * - `full`: no room left
 * - `conflict`: somebody else wrote it meanwhile
 * - `wrong`: the address is none of such a store, or what it sent cannot be
 */
export type ChannelStoreProblem = 'unreachable' | 'denied' | 'full' | 'conflict' | 'wrong'

/** The message is in the person's words and names no secret and no address with one. */
export class ChannelStoreError extends Error {
  readonly problem: ChannelStoreProblem
  /** Milliseconds that the store asked to wait (Retry-After); null when it said nothing. */
  readonly retryAfter: number | null

  constructor(
    problem: ChannelStoreProblem,
    message: string,
    options: ErrorOptions & { retryAfter?: number } = {},
  ) {
    super(message, options)
    this.name = 'ChannelStoreError'
    this.problem = problem
    this.retryAfter = options.retryAfter ?? null
  }
}
