import type { PackOutcome, PackPreview, TeamRemovals } from '../../../shared/model/team.ts'
import type { RevisionSpan } from '../database/revision.ts'
import type { PreparedRelease } from './prepared-release.ts'
import type { SignedManifest } from './signed-release.ts'
import type { PublisherKey } from './signing.ts'
import type { Consent } from './team-desk.ts'
import type { PublishedPack, ReleaseNotes } from './team-releases.ts'

/** Where a release is to be read from. */
export type PackSource =
  /** The bytes of a pack. */
  | { kind: 'file'; bytes: Uint8Array }
  /** A library's release in the cache of channels; `trunk` as `Way` has it. */
  | { kind: 'cached'; folder: string; libraryId: string; release: ReleaseName; trunk: ReleaseName | null }

/** By its manifest, which the cache has. */
export interface ReleaseName {
  manifestHash: string
  signature: Uint8Array
}

/** What a thread is to do, and where. */
export type PackTask = Where & (IncomingTask | OutgoingTask)

export interface Where {
  dataDir: string
  /** Whose step it is in the journal; empty where nothing is recorded. */
  session: string
  /** ms since 1970 */
  at: number
}

/** A release that is there already. */
export interface IncomingTask {
  source: PackSource
  work: PackWork
}

/** The next release of a library that this machine publishes. */
export interface OutgoingTask {
  libraryId: string
  release: ReleaseWork
}

export type PackWork =
  /** What bringing it in would do. */
  | { kind: 'look' }
  | { kind: 'bring-in'; consent: Consent }
  /** Reads all of it, as if nothing of it were here. */
  | { kind: 'check' }
  /** Its contents count as published from here, under the name of `release`. */
  | { kind: 'note'; release: PublishedRelease }

export type ReleaseWork =
  /** What it would take from the team. */
  | { kind: 'removals' }
  /** As a pack, which counts as published. */
  | { kind: 'publish'; notes: ReleaseNotes; key: PublisherKey }
  /** For a channel: it counts as published once it is noted. */
  | { kind: 'prepare'; version: number; notes: ReleaseNotes; key: PublisherKey }
  | { kind: 'note-prepared'; prepared: Omit<PreparedRelease, 'content'> }

/** A release as a library knows its newest. */
export type PublishedRelease = Pick<SignedManifest, 'manifest' | 'manifestHash'>

export type PackAnswer =
  | { kind: 'preview'; preview: PackPreview }
  | { kind: 'outcome'; outcome: PackOutcome }
  | { kind: 'checked' }
  /** It counts as published from here; `revisions`: what this counted. */
  | { kind: 'noted'; revisions: RevisionSpan }
  | { kind: 'removals'; removals: TeamRemovals }
  | { kind: 'published'; published: PublishedPack; revisions: RevisionSpan }
  | { kind: 'prepared'; prepared: PreparedRelease }
  /** Objects are not in the cache, or damaged there. */
  | { kind: 'lacking' }
  | { kind: 'failed'; message: string; code: string | null; isDeskError: boolean }

/** One task after another; `go` answers `about-to-write`. */
export type ToPackWorker = { kind: 'task'; task: PackTask } | { kind: 'go' }

/** `about-to-write`: the release is good, and waits for leave to be written; its answer follows. */
export type FromPackWorker = PackAnswer | { kind: 'about-to-write' }
