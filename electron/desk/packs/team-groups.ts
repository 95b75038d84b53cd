import type { PackGroup } from '../../../shared/model/pack.ts'
import { canonicalJson } from '../../../shared/packs/canonical.ts'
import { DeskError } from '../desk-error.ts'
import type { PhraseGroups } from '../phrases/phrase-groups.ts'
import { numbered, planGroups } from './group-plan.ts'
import type { HeldLibrary, TeamLibraries } from './team-libraries.ts'

/** A library's groups as they stand here once a release is in. */
export interface Aligned {
  /** By entry: the group here. */
  here: ReadonlyMap<string, string>
  /** What holds the outermost ones; null for the top. */
  container: string | null
  /** Ids of the groups that hold the library: a subscriber's container, a publisher's outermost groups. */
  rootGroups: string[]
}

interface GroupParts {
  libraries: TeamLibraries
  groups: PhraseGroups
  newId: () => string
}

export type TeamGroups = ReturnType<typeof createTeamGroups>

/** The groups of a team's library as they stand here. Writes within the caller's transaction. */
export function createTeamGroups({ libraries, groups, newId }: GroupParts) {
  const isLibrarys = (library: HeldLibrary) => {
    const own = new Set(libraries.entries(library.id, 'group').map(({ localId }) => localId))
    return (id: string) => own.has(id)
  }

  /** The one group that holds a subscriber's library; made when there is none, or it was removed. */
  function subscribersContainer(library: HeldLibrary): string {
    const container =
      library.rootGroups.find(groups.exists) ?? named(library.name, (name) => groups.create(name, null).id)
    // Moved below a group of the library itself, it would go where that goes, and be removed with it.
    if (groups.idsTo(container).some(isLibrarys(library))) move(container, null)
    return container
  }

  /** What the outermost groups of a library that is published from here stand in. */
  function publishersContainer(library: HeldLibrary): string | null {
    const isOurs = isLibrarys(library)
    const outermost = library.rootGroups
      .filter(groups.exists)
      .find((id) => !groups.idsTo(id).slice(0, -1).some(isOurs))
    return outermost === undefined ? null : (groups.idsTo(outermost).at(-2) ?? null)
  }

  /** Under its own name, or a numbered one where another has that. */
  function move(id: string, parentId: string | null): void {
    const name = groups.pathOf(id).at(-1) ?? id
    groups.rename(id, id)
    groups.move(id, { parentId, before: null })
    named(name, (free) => groups.rename(id, free))
  }

  return {
    /** The library's groups here that stand in none of its others: what is the agent's own beside them stays so. */
    outermost(library: HeldLibrary): string[] {
      const isOurs = isLibrarys(library)
      return groups.inTreeOrder().filter((id) => isOurs(id) && !groups.idsTo(id).slice(0, -1).some(isOurs))
    },

    /** Makes, renames, moves and reorders groups until they are as `planGroups` says. */
    align(library: HeldLibrary, published: readonly PackGroup[]): Aligned {
      const isPublisher = library.role === 'publisher'
      const container = isPublisher ? publishersContainer(library) : subscribersContainer(library)
      const entries = new Map(libraries.entries(library.id, 'group').map((entry) => [entry.entryId, entry]))
      const known = [...entries.values()]
      const { here, rows } = planGroups({
        ...{ published, container, newId },
        bases: new Map(known.map(({ entryId, base }) => [entryId, JSON.parse(base) as PackGroup])),
        here: new Map(
          known.flatMap(({ entryId, localId }) => (groups.exists(localId) ? [[entryId, localId]] : [])),
        ),
        local: groups.list(),
        // Two leads who begin a group of one name mean one group; an agent's own stays the agent's.
        mayBecome: (id) => isPublisher && libraries.holderOf('group', id) === null,
      })
      groups.arrange(rows)
      for (const group of published) {
        const entry = {
          entryId: group.id,
          localId: here.get(group.id) ?? group.id,
          base: canonicalJson(group),
        }
        const before = entries.get(group.id)
        if (before?.localId !== entry.localId || before.base !== entry.base)
          libraries.putEntry(library.id, 'group', entry)
      }
      const outermost = published.flatMap(({ id, parentId }) =>
        parentId === null ? (here.get(id) ?? []) : [],
      )
      return {
        ...{ here, container },
        rootGroups: isPublisher || container === null ? rootsWith(library, outermost) : [container],
      }
    },

    /** Removes the groups that are published no more; what agents have put into them goes up to the next that stays. */
    removeOthers(
      library: HeldLibrary,
      { container }: Pick<Aligned, 'container'>,
      published: readonly PackGroup[],
    ): void {
      const stays = new Set(published.map(({ id }) => id))
      const gone = libraries.entries(library.id, 'group').filter(({ entryId }) => !stays.has(entryId))
      const goneHere = new Set(gone.map(({ localId }) => localId))
      const above = (id: string) =>
        groups
          .idsTo(id)
          .slice(0, -1)
          .findLast((one) => !goneHere.has(one)) ?? container
      for (const { id, parentId } of groups.list())
        if (parentId !== null && goneHere.has(parentId) && !goneHere.has(id)) move(id, above(parentId))
      for (const id of goneHere) if (groups.exists(id)) groups.remove(id, above(id))
      for (const { entryId } of gone) libraries.dropEntry(library.id, 'group', entryId)
    },
  }

  /** A publisher's groups: the outermost of the release, and those that are to be published next. */
  function rootsWith({ id, rootGroups }: HeldLibrary, outermost: readonly string[]): string[] {
    const entries = new Set(libraries.entries(id, 'group').map(({ localId }) => localId))
    const added = rootGroups.filter((group) => groups.exists(group) && !entries.has(group))
    const before = rootGroups.filter((group) => outermost.includes(group))
    return [...new Set([...before, ...outermost, ...added])]
  }
}

/** Gives `use` the name, or with a number after it, until the place has no other group of that name. */
function named<Result>(name: string, use: (free: string) => Result): Result {
  for (let count = 1; ; count++) {
    try {
      return use(count === 1 ? name : numbered(name, count))
    } catch (error) {
      if (!(error instanceof DeskError) || error.code !== 'name-taken') throw error
    }
  }
}
