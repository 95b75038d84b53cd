import type { PackGroup } from '../../../shared/model/pack.ts'
import { GROUP_LIMITS } from '../../../shared/model/phrase.ts'
import { orderedWith } from './group-order.ts'

/** Where a group stands and what it is called. */
export interface PlacedGroup {
  id: string
  parentId: string | null
  name: string
  /** Among its siblings. */
  position: number
}

/** What a release's groups meet here. */
export interface GroupsHere {
  /** Each group of the new release. */
  published: readonly PackGroup[]
  /** By entry: the group that it is here, as far as that still exists. */
  here: ReadonlyMap<string, string>
  /** By entry: what the release before said. */
  bases: ReadonlyMap<string, PackGroup>
  /** All groups of this machine, siblings in their order. */
  local: readonly PlacedGroup[]
  /** What holds the library's outermost groups; null for the top. */
  container: string | null
  newId: () => string
  /** Whether a group that is the library's no part may become it where it has the name and the place of a new one. */
  mayBecome: (localId: string) => boolean
}

export interface GroupPlan {
  /** By entry of the new release: the group that it is here afterwards. */
  here: Map<string, string>
  /** Groups that are new, parents first, or stand otherwise than before; nothing else is written. */
  rows: PlacedGroup[]
}

/** Groups of a pack, each after its parent, siblings in their order. */
export function parentsFirst(groups: readonly PackGroup[]): PackGroup[] {
  const children = Map.groupBy(groups, ({ parentId }) => parentId)
  const below = (parentId: string | null): PackGroup[] =>
    (children.get(parentId) ?? []).toSorted(byPosition).flatMap((group) => [group, ...below(group.id)])
  return below(null)
}

/**
 * How the groups of this machine stand once a release is in: as published, but for what was renamed, moved or put in
 * another order here and not by the publisher since. Whatever is not the library's keeps its place and its name. Groups
 * that are published no more give their names up, for others may have them; who asks removes them.
 */
export function planGroups(meeting: GroupsHere): GroupPlan {
  const { bases, local, container } = meeting
  const known = new Map(local.map((group) => [group.id, group]))
  const published = parentsFirst(meeting.published)
  const here = meetingHere(meeting, published)
  const team = new Set(here.values())
  const going = new Set([...meeting.here.values()].filter((id) => !team.has(id)))
  const publishedParent = new Map(
    published.map((group) => [
      localOf(group.id),
      group.parentId === null ? container : localOf(group.parentId),
    ]),
  )

  function localOf(entryId: string): string {
    const id = here.get(entryId)
    if (id === undefined) throw new TypeError('a group’s parent is of its release')
    return id
  }

  const parentOf = new Map(local.map(({ id, parentId }) => [id, parentId]))
  const wantedName = new Map<string, string>()
  for (const group of published) {
    const id = localOf(group.id)
    const [base, stands] = [bases.get(group.id), known.get(id)]
    const staysPut =
      base?.parentId === group.parentId && stands !== undefined && !going.has(stands.parentId ?? '')
    if (!staysPut) parentOf.set(id, publishedParent.get(id) ?? null)
    wantedName.set(id, stands && base?.name === group.name ? stands.name : group.name)
  }
  straighten(parentOf, publishedParent)

  const names = takenNames()
  const rows = new Map<string, PlacedGroup>()
  for (const group of published) {
    const id = localOf(group.id)
    const parentId = parentOf.get(id) ?? null
    const name = isSettled(id) ? (known.get(id)?.name ?? group.name) : freeName(id, parentId)
    rows.set(id, { id, parentId, name, position: known.get(id)?.position ?? 0 })
  }
  for (const id of going) {
    const group = known.get(id)
    // No group is called by an id.
    if (group) rows.set(id, { ...group, name: id })
  }
  reorder()
  return { here, rows: [...rows.values()].filter((row) => !isSameRow(row, known.get(row.id))) }

  /** Neither renamed nor moved: it has its name whoever else comes. */
  function isSettled(id: string): boolean {
    const group = known.get(id)
    return group !== undefined && group.parentId === parentOf.get(id) && group.name === wantedName.get(id)
  }

  function takenNames(): Map<string | null, Set<string>> {
    const taken = new Map<string | null, Set<string>>()
    for (const { id, parentId, name } of local)
      if (!going.has(id) && (!team.has(id) || isSettled(id))) namesIn(taken, parentId).add(name)
    return taken
  }

  function freeName(id: string, parentId: string | null): string {
    const name = wantedName.get(id) ?? id
    const taken = namesIn(names, parentId)
    let free = name
    for (let count = 2; taken.has(free); count++) free = numbered(name, count)
    taken.add(free)
    return free
  }

  function reorder(): void {
    const children = Map.groupBy(published, ({ parentId }) => parentId)
    for (const [parentEntry, siblings] of children) {
      const parentId = parentEntry === null ? container : localOf(parentEntry)
      const wasHere = local.filter((group) => group.parentId === parentId && !going.has(group.id))
      const stays = wasHere.filter(({ id }) => parentOf.get(id) === parentId).map(({ id }) => id)
      const ofTeam = siblings.toSorted(byPosition).filter(({ id }) => parentOf.get(localOf(id)) === parentId)
      const before = ofTeam
        .flatMap(({ id }) => bases.get(id) ?? [])
        .filter((base) => base.parentId === parentEntry)
        .toSorted(byPosition)
      const wanted = orderedWith(
        stays,
        before.map(({ id }) => localOf(id)),
        ofTeam.map(({ id }) => localOf(id)),
      )
      if (wanted.every((id, at) => id === stays[at])) continue
      for (const [position, id] of wanted.entries()) {
        const row = rows.get(id) ?? known.get(id)
        if (row) rows.set(id, { ...row, position })
      }
    }
  }
}

/** Each group of the release as it is here, new ones by new ids. */
function meetingHere(
  { here, local, container, newId, mayBecome }: GroupsHere,
  published: readonly PackGroup[],
): Map<string, string> {
  const met = new Map<string, string>()
  for (const { id, parentId, name } of published) {
    const parent = parentId === null ? container : met.get(parentId)
    const twin = () =>
      local.find((group) => group.parentId === parent && group.name === name && mayBecome(group.id))?.id
    met.set(id, here.get(id) ?? twin() ?? newId())
  }
  return met
}

/**
 * Moves here and moves there can put two groups into each other. Then the publisher's hold, which never do that by
 * themselves.
 */
function straighten(
  parentOf: Map<string, string | null>,
  publishedParent: ReadonlyMap<string, string | null>,
): void {
  const strayFrom = (id: string): string[] =>
    circleAbove(id, parentOf).filter(
      (one) => publishedParent.has(one) && publishedParent.get(one) !== parentOf.get(one),
    )
  for (const id of publishedParent.keys())
    for (let strays = strayFrom(id); strays.length > 0; strays = strayFrom(id))
      for (const one of strays) parentOf.set(one, publishedParent.get(one) ?? null)
}

/** The groups of the circle that one comes into on the way up; none where there is an end. */
function circleAbove(id: string, parentOf: ReadonlyMap<string, string | null>): string[] {
  const passed: string[] = []
  for (let at: string | null = id; at !== null; at = parentOf.get(at) ?? null) {
    const first = passed.indexOf(at)
    if (first >= 0) return passed.slice(first)
    passed.push(at)
  }
  return []
}

function namesIn(taken: Map<string | null, Set<string>>, parentId: string | null): Set<string> {
  const names = taken.get(parentId) ?? new Set()
  taken.set(parentId, names)
  return names
}

/** `大促（2）`, within the length of a name. */
export const numbered = (name: string, count: number): string =>
  `${name.slice(0, GROUP_LIMITS.name - 6)}（${count}）`

const byPosition = (a: PackGroup, b: PackGroup): number => a.position - b.position || (a.id < b.id ? -1 : 1)

const isSameRow = (row: PlacedGroup, before: PlacedGroup | undefined): boolean =>
  before !== undefined &&
  row.parentId === before.parentId &&
  row.name === before.name &&
  row.position === before.position
