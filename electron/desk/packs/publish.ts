import { checkScriptWording, isBlocked, waiversThatHold } from '../../../shared/compliance/index.ts'
import type { PackContents, PackGroup, PackPhrase } from '../../../shared/model/pack.ts'
import type { PhraseDraft } from '../../../shared/model/phrase.ts'
import type { NamedPhrases, TeamRemovals } from '../../../shared/model/team.ts'
import { canonicalJson } from '../../../shared/packs/canonical.ts'
import { changedFields } from '../../../shared/packs/merge-draft.ts'
import type { Database } from '../database/open-database.ts'
import { DeskError } from '../desk-error.ts'
import type { PhraseBook } from '../phrases/phrase-book.ts'
import type { PhraseGroups } from '../phrases/phrase-groups.ts'
import { baseOf, draftOf, heldPhrases } from './held-phrases.ts'
import type { HeldLibrary, TeamLibraries } from './team-libraries.ts'

/** Contents as they would be published, and which group or phrase here each entry is. */
export interface Publication {
  contents: PackContents
  localIds: { group: ReadonlyMap<string, string>; phrase: ReadonlyMap<string, string> }
}

/** A release that was published from here, or in this library's name, as if it had just been read. */
export function publicationOf(
  contents: PackContents,
  libraryId: string,
  libraries: TeamLibraries,
): Publication {
  const localIds = (kind: 'group' | 'phrase') =>
    new Map(libraries.entries(libraryId, kind).map(({ entryId, localId }) => [entryId, localId]))
  return { contents, localIds: { group: localIds('group'), phrase: localIds('phrase') } }
}

const SHOWN_REMOVALS = 200

interface Sources {
  database: Database
  libraries: TeamLibraries
  book: PhraseBook
  groups: PhraseGroups
  newId: () => string
}

/** Reads what a publisher's groups hold: all in them and below but archived phrases and what is another library's. */
export function createPublications({ database, libraries, book, groups, newId }: Sources) {
  const phrasesIn = database
    .prepare<[string, string], string>(`
      SELECT id FROM phrases
      WHERE deleted_at IS NULL AND archived_at IS NULL AND group_id IN (SELECT value FROM json_each(?))
        AND NOT EXISTS (SELECT 1 FROM team_entries
                        WHERE kind = 'phrase' AND local_id = phrases.id AND library_id <> ?)
      ORDER BY id`)
    .pluck()

  /** Entries keep the ids that they were published under before; new ones are called as they are here. */
  function naming(libraryId: string, kind: 'group' | 'phrase') {
    const entries = libraries.entries(libraryId, kind)
    const byLocalId = new Map(entries.map(({ localId, entryId }) => [localId, entryId]))
    const taken = new Set(entries.map(({ entryId }) => entryId))
    return (localId: string): string => byLocalId.get(localId) ?? (taken.has(localId) ? newId() : localId)
  }

  const groupsOf = ({ rootGroups }: HeldLibrary) =>
    new Set(rootGroups.filter(groups.exists).flatMap(groups.withDescendants))

  const phrasesOf = (library: HeldLibrary, held: ReadonlySet<string>): string[] =>
    phrasesIn.all(JSON.stringify([...held]), library.id)

  return {
    /**
     * The phrases that the newest release has and the next would not: deleted, archived or moved away here,
     * or left out when another publisher's release came. And those of which something was left out then, and which still
     * are not as that has them.
     */
    removals(library: HeldLibrary): TeamRemovals {
      const stays = new Set(phrasesOf(library, groupsOf(library)))
      const leaving = libraries.entries(library.id, 'phrase').filter(({ localId }) => !stays.has(localId))
      const staying = libraries
        .entriesOf(library.id, 'phrase', libraries.leftOut(library.id))
        .filter(({ localId }) => stays.has(localId))
      const takenBack = heldPhrases(staying, library.id, libraries, book).filter(
        ({ base, mine }) => mine !== null && changedFields(base, mine).length > 0,
      )
      return {
        ...named(leaving.length, leaving.slice(0, SHOWN_REMOVALS).map(baseOf)),
        takenBack: named(
          takenBack.length,
          takenBack.slice(0, SHOWN_REMOVALS).map(({ base }) => base),
        ),
      }
    },

    read(library: HeldLibrary): Publication {
      const held = groupsOf(library)
      const own = new Set(libraries.entries(library.id, 'group').map(({ localId }) => localId))
      const tree = groups
        .list()
        .filter(({ id }) => held.has(id) && (own.has(id) || libraries.holderOf('group', id) === null))
      const groupName = naming(library.id, 'group')
      const phraseName = naming(library.id, 'phrase')
      const groupEntries = new Map(tree.map(({ id }) => [id, groupName(id)]))
      // What stands in another library's group is published in the next one above that is this library's.
      const asEntry = (id: string | null) =>
        groups
          .idsTo(id)
          .map((one) => groupEntries.get(one))
          .findLast((one) => one !== undefined) ?? null
      const phrases = book.pick(phrasesOf(library, held))
      const published = phrases.map((phrase): { localId: string; entry: PackPhrase } => ({
        localId: phrase.id,
        entry: {
          id: phraseName(phrase.id),
          draft: { ...draftOf(phrase), pinned: false, groupId: asEntry(phrase.groupId) },
        },
      }))
      return {
        contents: {
          groups: tree.map(
            ({ id, parentId, name, position }): PackGroup => ({
              ...{ id: groupEntries.get(id) ?? id, parentId: asEntry(parentId), name, position },
            }),
          ),
          phrases: published.map(({ entry }) => entry),
        },
        localIds: {
          group: new Map([...groupEntries].map(([localId, entryId]) => [entryId, localId])),
          phrase: new Map(published.map(({ localId, entry }) => [entry.id, localId])),
        },
      }
    },

    /**
     * From now on this is what the newest pack says. Within the caller's transaction.
     *
     * @param leftOut phrases of which something is left out here; none where all that is here is published
     */
    note(
      { id }: HeldLibrary,
      { contents, localIds }: Publication,
      leftOut: ReadonlySet<string> = new Set(),
    ): void {
      for (const [kind, entries] of [
        ['group', contents.groups.map((group) => ({ entryId: group.id, base: canonicalJson(group) }))],
        [
          'phrase',
          contents.phrases.map((phrase) => ({ entryId: phrase.id, base: canonicalJson(phrase.draft) })),
        ],
      ] as const) {
        const stays = new Set(entries.map(({ entryId }) => entryId))
        for (const { entryId } of libraries.entries(id, kind))
          if (!stays.has(entryId)) libraries.dropEntry(id, kind, entryId)
        for (const { entryId, base } of entries) {
          // One that was rolled back to may be gone here, and its id be another's by now.
          const unmet = () => (libraries.holderOf(kind, entryId) === null ? entryId : newId())
          const localId = localIds[kind].get(entryId) ?? unmet()
          libraries.putEntry(id, kind, {
            ...{ entryId, localId, base },
            isLeftOut: kind === 'phrase' && leftOut.has(entryId),
          })
        }
      }
    },
  }
}

const named = (count: number, first: readonly PhraseDraft[]): NamedPhrases => ({
  count,
  titles: first.map(({ title }) => title),
})

const MOST_NAMED = 5

/** What a team's library may not say is not published. @throws DeskError `wording-blocked`, naming the first */
export function refuseBlockedWording(phrases: readonly PackPhrase[], productNames: readonly string[]): void {
  const blocked = phrases.filter(({ draft }) => hasBlockedWording(draft, productNames))
  if (blocked.length === 0) return
  const named = blocked.slice(0, MOST_NAMED).map(({ draft }) => `《${draft.title}》`)
  throw new DeskError(
    'wording-blocked',
    `没有发布：${blocked.length} 条话术里有团队话术不能出现的内容（${named.join('')}${blocked.length > MOST_NAMED ? '等' : ''}），请先修改`,
  )
}

function hasBlockedWording(draft: PhraseDraft, names: readonly string[]): boolean {
  const waivers = waiversThatHold(draft.waivers, 'team')
  const bodies = [draft.body, ...[...draft.variants, ...draft.further].map(({ body }) => body)]
  return bodies.some((body) =>
    checkScriptWording(body, { waivers, names }).some((finding) => isBlocked(finding, 'team')),
  )
}
