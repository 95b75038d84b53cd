export type DeskErrorCode =
  | 'newer-file'
  | 'damaged-file'
  | 'file-busy'
  | 'disk-full'
  | 'disk-failing'
  | 'folder-unusable'
  | 'folder-synced'
  | 'folder-gone'
  | 'library-in-use'
  | 'backup-unusable'
  | 'archive-refused'
  | 'not-found'
  | 'code-taken'
  | 'name-taken'
  | 'last-shop'
  | 'too-many'
  | 'image-refused'
  | 'image-lost'
  | 'script-broken'
  | 'guard-broken'
  | 'group-not-empty'
  | 'group-refused'
  | 'bulk-refused'
  | 'search-failed'
  | 'import-failed'
  | 'undo-refused'
  | 'customers-locked'
  | 'customers-not-kept'
  | 'time-past'
  | 'pack-refused'
  | 'team-read-only'
  | 'pack-untrusted'
  | 'undecided'
  | 'release-changed'
  | 'wording-blocked'
  | 'publish-failed'
  | 'channel-refused'
  | 'channel-offline'
  | 'channel-behind'

/** Something the desk was asked and cannot do, said in words for the person who asked. */
export class DeskError extends Error {
  readonly code: DeskErrorCode

  constructor(code: DeskErrorCode, message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'DeskError'
    this.code = code
  }
}
