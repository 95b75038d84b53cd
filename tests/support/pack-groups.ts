import fc from 'fast-check'
import { parentsFirst } from '../../electron/desk/packs/group-plan.ts'
import type { PackGroup } from '../../shared/model/pack.ts'

/** What a lead does to the groups of a library; groups are named by their place in the list, round and round. */
export type GroupEdit =
  | { kind: 'create'; at: number; name: string }
  | { kind: 'rename'; at: number; name: string }
  | { kind: 'move'; at: number; to: number; position: number }
  | { kind: 'swap-names'; at: number; to: number }
  | { kind: 'delete'; at: number }
  /** Deletes a group and creates another of its name. */
  | { kind: 'replace'; at: number }

/** Few names, so that they meet. */
const NAMES = ['售前', '大促', '物流', '售后']
const name = fc.constantFrom(...NAMES)
const at = fc.nat(11)

export const groupEdits = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('create' as const), at, name }),
    fc.record({ kind: fc.constant('rename' as const), at, name }),
    fc.record({ kind: fc.constant('move' as const), at, to: at, position: fc.nat(3) }),
    fc.record({ kind: fc.constant('swap-names' as const), at, to: at }),
    fc.record({ kind: fc.constant('delete' as const), at }),
    fc.record({ kind: fc.constant('replace' as const), at }),
  ),
  { maxLength: 8 },
)

/** A lead's groups after an edit; the same where it is none, for a name that is taken or a group within itself. */
export function edited(groups: readonly PackGroup[], edit: GroupEdit, newId: () => string): PackGroup[] {
  const one = groups[edit.at % (groups.length + 1)]
  const next = changed(groups, one, edit, newId)
  const places = new Set(next.map(({ parentId, name }) => `${parentId}/${name}`))
  return places.size === next.length && parentsFirst(next).length === next.length ? next : [...groups]
}

function changed(
  groups: readonly PackGroup[],
  one: PackGroup | undefined,
  edit: GroupEdit,
  newId: () => string,
): PackGroup[] {
  const put = (group: PackGroup) => groups.map((old) => (old.id === group.id ? group : old))
  if (edit.kind === 'create') {
    const parentId = one?.id ?? null
    const position = groups.filter((group) => group.parentId === parentId).length
    return [...groups, { id: newId(), parentId, name: edit.name, position }]
  }
  if (!one) return [...groups]
  switch (edit.kind) {
    case 'rename':
      return put({ ...one, name: edit.name })
    case 'move': {
      const parentId = groups[edit.to % (groups.length + 1)]?.id ?? null
      const siblings = groups.filter((group) => group.parentId === parentId && group.id !== one.id)
      const order = parentsFirst(siblings.map((group) => ({ ...group, parentId: null })))
        .map(({ id }) => id)
        .toSpliced(edit.position, 0, one.id)
      return put({ ...one, parentId }).map((group) =>
        order.includes(group.id) ? { ...group, position: order.indexOf(group.id) } : group,
      )
    }
    case 'swap-names': {
      const other = groups[edit.to % groups.length] ?? one
      return put({ ...one, name: other.name }).map((group) =>
        group.id === other.id ? { ...group, name: one.name } : group,
      )
    }
    case 'delete':
      return without(groups, one.id)
    case 'replace':
      return [...without(groups, one.id), { ...one, id: newId() }]
  }
}

function without(groups: readonly PackGroup[], id: string): PackGroup[] {
  const below = groups.filter(({ parentId }) => parentId === id)
  return below.reduce(
    (left, child) => without(left, child.id),
    groups.filter((group) => group.id !== id),
  )
}

/** The paths of a pack's groups, in order. */
export function pathsOf(groups: readonly PackGroup[]): string[] {
  const byId = new Map(groups.map((group) => [group.id, group]))
  const pathOf = (group: PackGroup): string => {
    const parent = byId.get(group.parentId ?? '')
    return parent ? `${pathOf(parent)}/${group.name}` : group.name
  }
  return parentsFirst(groups).map(pathOf)
}
