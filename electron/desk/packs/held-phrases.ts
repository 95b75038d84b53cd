import type { Phrase, PhraseDraft } from '../../../shared/model/phrase.ts'
import { PhraseDraft as PhraseDraftSchema } from '../../../shared/model/phrase.ts'
import { canonicalJson } from '../../../shared/packs/canonical.ts'
import { comparePhrases, type HeldPhrase, type PhraseChange } from '../../../shared/packs/compare.ts'
import type { PhraseBook } from '../phrases/phrase-book.ts'
import type { Pack } from './signed-release.ts'
import type { Entry, TeamLibraries } from './team-libraries.ts'

/** Before the id of a group that is not the library's, in a draft whose groups are named as in the pack. */
export const ELSEWHERE = 'here:'

/**
 * What a release does to the phrases of a library. One that says of a phrase what the release before said has nothing to
 * do with it, whatever stands here: of a large library that is nearly everything, and is not even read.
 */
export function changesBy(
  { contents, unchanged }: Pick<Pack, 'contents' | 'unchanged'>,
  libraryId: string,
  libraries: TeamLibraries,
  book: PhraseBook,
): PhraseChange[] {
  const entries = concernedEntries(unchanged, libraryId, libraries)
  const bases = new Map(entries.map(({ entryId, base }) => [entryId, base]))
  const stays = new Set<string>()
  const moved = contents.phrases.filter((phrase) => {
    if (bases.get(phrase.id) !== canonicalJson(phrase.draft)) return true
    stays.add(phrase.id)
    return false
  })
  const concerned = entries.filter(({ entryId }) => !stays.has(entryId))
  return comparePhrases(heldPhrases(concerned, libraryId, libraries, book), moved)
}

/** The entries of phrases but those of which a release is known to say nothing new. */
export function concernedEntries(
  unchanged: ReadonlySet<string>,
  libraryId: string,
  libraries: TeamLibraries,
): Entry[] {
  if (unchanged.size === 0) return libraries.entries(libraryId, 'phrase')
  const ids = [...libraries.entryIds(libraryId, 'phrase')].filter((id) => !unchanged.has(id))
  return libraries.entriesOf(libraryId, 'phrase', ids)
}

/** Phrases of a library as they stand here, with their groups named as the pack names them. */
export function heldPhrases(
  entries: readonly Entry[],
  libraryId: string,
  libraries: TeamLibraries,
  book: PhraseBook,
): HeldPhrase[] {
  const groupEntries = libraries.entries(libraryId, 'group')
  const asPublished = new Map(groupEntries.map(({ localId, entryId }) => [localId, entryId]))
  const library = libraries.find(libraryId)
  const container = new Set(library?.role === 'subscriber' ? library.rootGroups : [])
  const phrases = new Map(
    book.pick(entries.map(({ localId }) => localId)).map((phrase) => [phrase.id, phrase]),
  )

  return entries.map((entry) => {
    const phrase = phrases.get(entry.localId)
    const base = baseOf(entry)
    if (!phrase) return { id: entry.entryId, base, mine: null }
    const mine = draftOf(phrase)
    const groupId =
      mine.groupId === null || container.has(mine.groupId)
        ? null
        : (asPublished.get(mine.groupId) ?? ELSEWHERE + mine.groupId)
    return {
      id: entry.entryId,
      base,
      mine: { ...mine, groupId, code: codeAsMeant(mine.code, base.code, book) },
    }
  })
}

/** A draft with its groups as they are here. */
export function withLocalGroup(
  draft: PhraseDraft,
  here: ReadonlyMap<string, string>,
  container: string | null,
): PhraseDraft {
  const { groupId } = draft
  if (groupId === null) return { ...draft, groupId: container }
  if (groupId.startsWith(ELSEWHERE)) return { ...draft, groupId: groupId.slice(ELSEWHERE.length) }
  return { ...draft, groupId: here.get(groupId) ?? container }
}

/** All that a phrase says, without its identity and history. */
export function draftOf(phrase: Phrase): PhraseDraft {
  const { id: _, source: __, groupPath: ___, uses: ____, lastUsedAt, archivedAt, ...rest } = phrase
  const { createdAt, updatedAt, ...draft } = rest
  return draft
}

export const baseOf = ({ base }: Entry): PhraseDraft => PhraseDraftSchema.parse(JSON.parse(base))

/** A code that was left out because another phrase has it was not taken away by anybody. */
function codeAsMeant(mine: string | null, base: string | null, book: PhraseBook): string | null {
  return mine === null && base !== null && book.find(base) !== null ? base : mine
}
