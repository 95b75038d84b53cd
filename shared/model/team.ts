import { z } from 'zod'
import type { PhraseChange } from '../packs/compare.ts'
import { EntryId, type PackManifest } from './pack.ts'
import { PhraseDraft } from './phrase.ts'

/** A team's library on this machine. */
export interface TeamLibrary {
  id: string
  name: string
  /** Who holds the key publishes. */
  role: 'publisher' | 'subscriber'
  publisher: string
  /** Of the publisher's key; what two people compare. */
  fingerprint: string
  /** 0 when nothing was published yet. */
  version: number
  /** ms since 1970. */
  publishedAt: number
  message: string | null
  mustUpdateBy: string | null
  allowsEdits: boolean
  /** Ids of the groups that hold it here. */
  rootGroups: string[]
  phrases: number
}

/** Some phrases, told by the first of their titles. */
export interface NamedPhrases {
  count: number
  titles: string[]
}

/** What the next release that is published from here would take from the team. */
export interface TeamRemovals extends NamedPhrases {
  /**
   * Phrases that another publisher changed, and whose change was left out here, or one's own kept: the next release takes
   * it back from everybody.
   */
  takenBack: NamedPhrases
}

/** What a pack would do here; nothing was written. */
export interface PackPreview {
  library: { id: string; name: string }
  publisher: string
  fingerprint: string
  /** `new`: this machine has never met the library and asks whether to trust the key. */
  trust: 'new' | 'known'
  version: number
  /** SHA-256 of the manifest: what was looked at, and is brought in. */
  manifestHash: string
  /** What is here now; null when nothing is. */
  present: number | null
  publishedAt: number
  message: string | null
  mustUpdateBy: string | null
  allowsEdits: boolean
  counts: PackManifest['counts']
  totals: Record<PhraseChange['kind'], number>
  /** All that ask for a decision, and the first of the others: 5,000 where their texts are not very long. */
  changes: PhraseChange[]
  /** Paths `外层/内层` of the groups that the changes speak of, by their ids there; '' is for none. */
  groupNames: Record<string, string>
  /** Names of groups, `外层/内层`. */
  groups: { added: string[]; removed: string[] }
  /** What comes in otherwise than it was published, e.g. without a code that is taken here. */
  notes: string[]
}

/** What a person decides of one phrase: of one that both sides changed they must. */
export const PackDecision = z.union([
  /** As published; for a phrase that was removed there: removed here, too. */
  z.literal('theirs'),
  /** As it stands here; for a phrase that was removed there: kept as one's own. */
  z.literal('mine'),
  /**
   * For what asks for no decision: not brought in. What is here stays, and is the agent's own as if it had been changed
   * here: the next release that touches it asks.
   */
  z.literal('skip'),
  /** Both, as the person wrote it. */
  PhraseDraft,
])
export type PackDecision = z.infer<typeof PackDecision>

export const PackDecisions = z.record(EntryId, PackDecision)
export type PackDecisions = z.infer<typeof PackDecisions>

export interface PackOutcome {
  library: TeamLibrary
  /** Of what came in. */
  totals: PackPreview['totals']
  notes: string[]
}
