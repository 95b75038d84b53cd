import type { PackOutcome, PackPreview } from '../../../shared/model/team.ts'
import type { SignedManifest } from './signed-release.ts'
import type { Consent } from './team-desk.ts'

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

/** What a thread is to do with a pack, and where. */
export interface PackTask {
  dataDir: string
  /** Whose step it is in the journal; empty where nothing is recorded. */
  session: string
  /** ms since 1970 */
  at: number
  source: PackSource
  work: PackWork
}

export type PackWork =
  /** What bringing it in would do. */
  | { kind: 'look' }
  | { kind: 'bring-in'; consent: Consent }
  /** Reads all of it, as if nothing of it were here. */
  | { kind: 'check' }
  /** Its contents count as published from here, under the name of `release`. */
  | { kind: 'note'; release: PublishedRelease }

/** A release as a library knows its newest. */
export type PublishedRelease = Pick<SignedManifest, 'manifest' | 'manifestHash'>

export type PackAnswer =
  | { kind: 'preview'; preview: PackPreview }
  | { kind: 'outcome'; outcome: PackOutcome }
  /** Checked, or noted. */
  | { kind: 'done' }
  /** Objects are not in the cache, or damaged there. */
  | { kind: 'lacking' }
  | { kind: 'failed'; message: string; code: string | null; isDeskError: boolean }

/** One task after another; `go` answers `about-to-write`. */
export type ToPackWorker = { kind: 'task'; task: PackTask } | { kind: 'go' }

/** `about-to-write`: the release is good, and waits for leave to be written; its answer follows. */
export type FromPackWorker = PackAnswer | { kind: 'about-to-write' }
