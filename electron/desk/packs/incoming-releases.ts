import type { PackOutcome, PackPreview } from '../../../shared/model/team.ts'
import type { RevisionSpan } from '../database/revision.ts'
import type { PackSource, PublishedRelease } from './pack-messages.ts'
import { type PackThreads, unexpected } from './pack-threads.ts'
import type { Consent } from './team-desk.ts'

/** What a thread does with a release that is there; everything is null where that is not whole. */
export const createIncomingReleases = ({ ask }: PackThreads) => ({
  /** Reads all of it as if nothing of it were here. @throws as `look` */
  async check(source: PackSource): Promise<true | null> {
    const answer = await ask({ source, work: { kind: 'check' } })
    if (answer.kind === 'checked') return true
    if (answer.kind === 'lacking') return null
    throw unexpected(answer)
  },

  /**
   * From now on its contents count as published from here as `release`.
   *
   * @throws as `look`, and the storage's errors
   */
  async note(source: PackSource, release: PublishedRelease): Promise<RevisionSpan | null> {
    const answer = await ask({ source, work: { kind: 'note', release } })
    if (answer.kind === 'noted') return answer.revisions
    if (answer.kind === 'lacking') return null
    throw unexpected(answer)
  },

  /**
   * What bringing it in would do.
   *
   * @throws DeskError `pack-refused`, `pack-untrusted`, `import-failed`
   */
  async look(source: PackSource): Promise<PackPreview | null> {
    const answer = await ask({ source, work: { kind: 'look' } })
    if (answer.kind === 'preview') return answer.preview
    if (answer.kind === 'lacking') return null
    throw unexpected(answer)
  },

  /**
   * Brings it in, in one transaction and one step to undo.
   *
   * @param beforeWriting what must stand before anything is written; not asked for what is refused anyway
   * @throws DeskError as `look`, and `undecided`, `release-changed`; what `beforeWriting` throws
   */
  async bringIn(
    source: PackSource,
    consent: Consent,
    beforeWriting: () => Promise<unknown>,
  ): Promise<PackOutcome | null> {
    const answer = await ask({ source, work: { kind: 'bring-in', consent } }, beforeWriting)
    if (answer.kind === 'outcome') return answer.outcome
    if (answer.kind === 'lacking') return null
    throw unexpected(answer)
  },
})
