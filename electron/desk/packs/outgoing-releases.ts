import type { TeamRemovals } from '../../../shared/model/team.ts'
import type { RevisionSpan } from '../database/revision.ts'
import { type PackThreads, unexpected } from './pack-threads.ts'
import type { PreparedRelease } from './prepared-release.ts'
import type { PublisherKeys } from './publisher-keys.ts'
import type { PublishedPack, ReleaseNotes } from './team-releases.ts'

/** What a thread does for the next release of a library that this machine publishes. */
export const createOutgoingReleases = ({ ask }: PackThreads, keys: Pick<PublisherKeys, 'get'>) => ({
  /** What it would take from the team. @throws DeskError `not-found`, `publish-failed` */
  async removals(libraryId: string): Promise<TeamRemovals> {
    const answer = await ask({ libraryId, release: { kind: 'removals' } })
    if (answer.kind === 'removals') return answer.removals
    throw unexpected(answer)
  },

  /**
   * It as one file, which counts as published.
   *
   * @throws DeskError `pack-untrusted` without the key, `wording-blocked`, `image-lost`, `release-changed`,
   * `publish-failed`
   */
  async publish(
    libraryId: string,
    notes: ReleaseNotes,
  ): Promise<{ published: PublishedPack; revisions: RevisionSpan }> {
    const key = await keys.get(libraryId)
    const answer = await ask({ libraryId, release: { kind: 'publish', notes, key } })
    if (answer.kind === 'published') return answer
    throw unexpected(answer)
  },

  /** It as a channel sends it; nothing counts as published yet. @throws as `publish` */
  async prepare(libraryId: string, version: number, notes: ReleaseNotes): Promise<PreparedRelease> {
    const key = await keys.get(libraryId)
    const answer = await ask({ libraryId, release: { kind: 'prepare', version, notes, key } })
    if (answer.kind === 'prepared') return answer.prepared
    throw unexpected(answer)
  },

  /** From now on it counts as published. @throws DeskError `publish-failed`, and the storage's errors */
  async notePrepared({ signed, publication }: PreparedRelease): Promise<RevisionSpan> {
    const libraryId = signed.manifest.library.id
    const prepared = { signed, publication }
    const answer = await ask({ libraryId, release: { kind: 'note-prepared', prepared } })
    if (answer.kind === 'noted') return answer.revisions
    throw unexpected(answer)
  },
})
