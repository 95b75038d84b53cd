import type { PackGroup } from '../../../shared/model/pack.ts'
import { GROUP_LIMITS } from '../../../shared/model/phrase.ts'
import { canonicalJson } from '../../../shared/packs/canonical.ts'
import { DeskError } from '../desk-error.ts'
import type { PhraseGroups } from '../phrases/phrase-groups.ts'
import type { HeldLibrary, TeamLibraries } from './team-libraries.ts'

/** Groups of a pack, each after its parent. */
export function parentsFirst(groups: readonly PackGroup[]): PackGroup[] {
  const children = Map.groupBy(groups, ({ parentId }) => parentId)
  const below = (parentId: string | null): PackGroup[] =>
    (children.get(parentId) ?? [])
      .toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
      .flatMap((group) => [group, ...below(group.id)])
  return below(null)
}

/** The groups of a team's library as they stand here. Writes within the caller's transaction. */
export function createTeamGroups(libraries: TeamLibraries, groups: PhraseGroups) {
  /** The one group that holds a subscriber's library; made when there is none, or it was removed. */
  function containerOf({ name, rootGroups }: HeldLibrary): string {
    const there = rootGroups.find((id) => groups.exists(id))
    return there ?? numbered(name, (free) => groups.create(free, null).id)
  }

  return {
    containerOf,

    /**
     * Makes, renames and moves groups until they are as published; what was renamed or moved here stays so, unless the
     * publisher did the same since. Returns the group here for each of the pack.
     */
    align(library: HeldLibrary, container: string, published: readonly PackGroup[]): Map<string, string> {
      const known = new Map(libraries.entries(library.id, 'group').map((entry) => [entry.entryId, entry]))
      const here = new Map<string, string>()
      for (const { entryId, localId } of known.values())
        if (groups.exists(localId)) here.set(entryId, localId)
      const ordered = parentsFirst(published)
      const parentOf = ({ parentId }: PackGroup) =>
        parentId === null ? container : (here.get(parentId) ?? container)

      for (const group of ordered) {
        const entry = known.get(group.id)
        const localId = here.get(group.id)
        if (!entry || !localId) continue
        const base = JSON.parse(entry.base) as PackGroup
        // A name that is free only when all have theirs is tried again below.
        if (base.name !== group.name) numbered(group.name, (free) => groups.rename(localId, free))
      }
      for (const group of ordered) {
        const localId = here.get(group.id)
        const base = known.get(group.id)?.base
        if (!localId || base === undefined) {
          const added = groups.ensurePath([...groups.pathOf(parentOf(group)), group.name])
          if (added) here.set(group.id, added)
        } else {
          const { parentId, name } = JSON.parse(base) as PackGroup
          if (parentId !== group.parentId) groups.move(localId, { parentId: parentOf(group), before: null })
          if (name !== group.name) numbered(group.name, (free) => groups.rename(localId, free))
        }
      }
      for (const group of published) {
        const localId = here.get(group.id)
        if (localId)
          libraries.putEntry(library.id, 'group', { entryId: group.id, localId, base: canonicalJson(group) })
      }
      return here
    },

    /** Removes the groups that are published no more; what agents have put into them goes up to the library itself. */
    removeOthers(library: HeldLibrary, container: string, published: readonly PackGroup[]): void {
      const stays = new Set(published.map(({ id }) => id))
      const gone = libraries.entries(library.id, 'group').filter(({ entryId }) => !stays.has(entryId))
      const goneHere = new Set(gone.map(({ localId }) => localId))
      for (const { entryId, localId } of gone) {
        // Those below another that goes are gone with it; a group that stays was moved away before.
        if (
          groups.exists(localId) &&
          !groups
            .idsTo(localId)
            .slice(0, -1)
            .some((id) => goneHere.has(id))
        )
          groups.remove(localId, container)
        libraries.dropEntry(library.id, 'group', entryId)
      }
    },
  }
}

/** Gives `use` the name, or with a number after it, until the place has no other group of that name. */
function numbered<Result>(name: string, use: (free: string) => Result): Result {
  for (let count = 1; ; count++) {
    try {
      return use(count === 1 ? name : `${name.slice(0, GROUP_LIMITS.name - 6)}（${count}）`)
    } catch (error) {
      if (!(error instanceof DeskError) || error.code !== 'name-taken') throw error
    }
  }
}

export type TeamGroups = ReturnType<typeof createTeamGroups>
