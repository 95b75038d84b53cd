import type { PackPreview } from '../../../shared/model/team.ts'
import type { PhraseChange } from '../../../shared/packs/compare.ts'
import type { PhraseBook } from '../phrases/phrase-book.ts'
import type { PhraseGroups } from '../phrases/phrase-groups.ts'
import { isAsked } from './apply-pack.ts'
import { parentsFirst } from './group-plan.ts'
import { changesBy, ELSEWHERE } from './held-phrases.ts'
import type { Pack } from './signed-release.ts'
import { fingerprintOf } from './signing.ts'
import type { HeldLibrary, TeamLibraries } from './team-libraries.ts'

/** Others than those that ask for a decision are shown up to so many, and so many characters of their texts. */
const SHOWN_CHANGES = 5000
const SHOWN_CHARACTERS = 4_000_000

interface PreviewParts {
  libraries: TeamLibraries
  book: PhraseBook
  groups: PhraseGroups
}

/** What a checked pack would do here. Writes nothing. */
export function createPackPreviews({ libraries, book, groups }: PreviewParts) {
  function groupChanges(libraryId: string, { contents }: Pack): PackPreview['groups'] {
    const known = libraries.entries(libraryId, 'group')
    const knownIds = new Set(known.map(({ entryId }) => entryId))
    const stays = new Set(contents.groups.map(({ id }) => id))
    return {
      added: parentsFirst(contents.groups).flatMap(({ id, name }) => (knownIds.has(id) ? [] : name)),
      removed: known.flatMap(({ entryId, localId }) =>
        stays.has(entryId) ? [] : groups.pathOf(localId).join('/'),
      ),
    }
  }

  /** Codes that come with the pack and stand at somebody else's phrase here. */
  function takenCodes(libraryId: string, changes: readonly PhraseChange[]): string[] {
    return changes.flatMap((change) => {
      const code = 'theirs' in change ? change.theirs.code : null
      const holder = code === null ? null : book.find(code)
      return 'theirs' in change && holder && libraries.holderOf('phrase', holder.id) !== libraryId
        ? `《${change.theirs.title}》不会带上编码“${code}”：它已被《${holder.title}》使用`
        : []
    })
  }

  /** Groups of the pack by its names, others as they are called here; the library itself for none. */
  function groupNames(
    library: HeldLibrary,
    { contents }: Pack,
    changes: readonly PhraseChange[],
  ): PackPreview['groupNames'] {
    const published = new Map(contents.groups.map((group) => [group.id, group]))
    const here = new Map(
      libraries.entries(library.id, 'group').map(({ entryId, localId }) => [entryId, localId]),
    )
    const pathIn = (id: string | null): string[] => {
      const group = id === null ? undefined : published.get(id)
      return group ? [...pathIn(group.parentId), group.name] : []
    }
    const nameOf = (id: string): string[] => {
      if (id.startsWith(ELSEWHERE)) return groups.pathOf(id.slice(ELSEWHERE.length))
      return published.has(id) ? pathIn(id) : groups.pathOf(here.get(id) ?? null)
    }
    const spokenOf = new Set(changes.flatMap(draftsIn).flatMap(({ groupId }) => groupId ?? []))
    return {
      '': library.name,
      ...Object.fromEntries([...spokenOf].map((id) => [id, nameOf(id).join('/')])),
    }
  }

  return {
    /** @param present the library as it is here; null when it is not */
    preview(pack: Pack, library: HeldLibrary, present: HeldLibrary | null): PackPreview {
      const { manifest, manifestHash } = pack
      const changes = changesBy(pack, library.id, libraries, book)
      const shown = [...changes.filter(isAsked), ...firstOf(changes.filter((change) => !isAsked(change)))]
      return {
        ...{ manifestHash, library: manifest.library, publisher: manifest.publisher.name },
        fingerprint: fingerprintOf(manifest.publisher.publicKey),
        trust: present ? 'known' : 'new',
        version: manifest.version,
        present: present?.version ?? null,
        publishedAt: manifest.publishedAt,
        message: manifest.message,
        mustUpdateBy: manifest.mustUpdateBy,
        allowsEdits: manifest.allowsEdits,
        counts: manifest.counts,
        totals: totalsOf(changes),
        changes: shown,
        groupNames: groupNames(library, pack, shown),
        groups: groupChanges(library.id, pack),
        notes: takenCodes(library.id, changes),
      }
    },
  }
}

export function totalsOf(changes: readonly PhraseChange[]): PackPreview['totals'] {
  const totals: PackPreview['totals'] = {
    ...{ added: 0, changed: 0, merged: 0, conflict: 0, removed: 0 },
    ...{ 'removed-but-edited': 0, 'deleted-but-changed': 0 },
  }
  for (const { kind } of changes) totals[kind]++
  return totals
}

/** As many as a window can take at once: a first release may have a hundred thousand. */
function firstOf(changes: readonly PhraseChange[]): PhraseChange[] {
  let characters = 0
  const end = changes.findIndex((change, at) => {
    for (const { body } of draftsIn(change)) characters += body.length
    return at >= SHOWN_CHANGES || characters > SHOWN_CHARACTERS
  })
  return end < 0 ? [...changes] : changes.slice(0, end)
}

const draftsIn = (change: PhraseChange) => [
  ...('mine' in change ? [change.mine] : []),
  ...('theirs' in change ? [change.theirs] : []),
  ...('draft' in change ? [change.draft] : []),
  ...('base' in change ? [change.base] : []),
]
