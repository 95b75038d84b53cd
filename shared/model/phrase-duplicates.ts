import { z } from 'zod'

/** A group that the search for duplicates found, as its list shows it. */
export interface DuplicatesFound {
  /** Whether all read the same but for width, case, punctuation and emoji. */
  isSame: boolean
  /** The most used first; no more than can be merged at once. */
  ids: string[]
  /** Of the most used. */
  title: string
}

export interface DuplicatesReport {
  groups: DuplicatesFound[]
  /** How many groups there are; more than `groups` when the library has very many. */
  total: number
}

export const MOST_DUPLICATES_SHOWN = 500
/** Phrases that are merged at once. */
export const MOST_MERGED = 50

const Id = z.string().min(1).max(64)

/** Phrases that become one. */
export const PhraseMerge = z
  .object({
    /** Its text stays. */
    keepId: Id,
    /** They are deleted; their uses and questions go to the one that stays. */
    othersIds: z.array(Id).min(1).max(MOST_MERGED),
    /** Whose code the one that stays has from then on; null for none. */
    codeFrom: Id.nullable(),
  })
  .refine(({ keepId, othersIds }) => !othersIds.includes(keepId), '要保留的那条也在要合并掉的里面')
export type PhraseMerge = z.infer<typeof PhraseMerge>
