import type { PhraseDraft } from './phrase.ts'

/** What a phrase said once: everything of a draft but where it stood and whether it was pinned. */
export type FormerDraft = Omit<PhraseDraft, 'groupId' | 'pinned'>

/** A former draft of a phrase. Times are ms since 1970. */
export interface PhraseRevision {
  /** Counts up from 1 with each change of the phrase. */
  revision: number
  /** When it was written; null when the revision before it is no longer kept. */
  writtenAt: number | null
  /** When it gave way to the next. */
  replacedAt: number
  draft: FormerDraft
}
