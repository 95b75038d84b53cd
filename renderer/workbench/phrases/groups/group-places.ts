import type { GroupPlace } from '../../../../shared/model/group-place.ts'
import { findGroup, type GroupNode } from '../group-tree.ts'
import type { Mark } from './drag.ts'

/** Where a group comes to stand that is dropped on a mark; null when it is there already, or the mark is gone. */
export function placeOfMark(tree: readonly GroupNode[], id: string, mark: Mark): GroupPlace | null {
  if (mark.id === undefined) return { parentId: null, before: null }
  if (mark.id === null) return null
  const target = findGroup(tree, mark.id)
  if (!target) return null
  if (mark.place === 'into') return { parentId: mark.id, before: null }
  const { parentId } = target.group
  const siblings = idsUnder(tree, parentId)
  const at = siblings.indexOf(mark.id) + (mark.place === 'after' ? 1 : 0)
  const before = siblings.slice(at).find((sibling) => sibling !== id) ?? null
  return siblings.includes(id) && siblings[siblings.indexOf(id) + 1] === (before ?? undefined)
    ? null
    : { parentId, before }
}

export type Step = 'up' | 'down' | 'in' | 'out'

/**
 * Where a group goes by one key: past its neighbour, into the one above it, or out beside its parent; null when there
 * is no such place.
 */
export function placeOfStep(tree: readonly GroupNode[], id: string, step: Step): GroupPlace | null {
  const parentId = findGroup(tree, id)?.group.parentId ?? null
  const siblings = idsUnder(tree, parentId)
  const at = siblings.indexOf(id)
  if (step === 'up') return at > 0 ? { parentId, before: siblings[at - 1] ?? null } : null
  if (step === 'down') return at < siblings.length - 1 ? { parentId, before: siblings[at + 2] ?? null } : null
  if (step === 'in') {
    const above = siblings[at - 1]
    return above === undefined ? null : { parentId: above, before: null }
  }
  const parent = parentId === null ? null : findGroup(tree, parentId)
  if (!parent) return null
  const around = idsUnder(tree, parent.group.parentId)
  return { parentId: parent.group.parentId, before: around[around.indexOf(parent.group.id) + 1] ?? null }
}

/** The group itself and all below it. */
export function idsWithin(node: GroupNode): Set<string> {
  return new Set([node.group.id, ...node.children.flatMap((child) => [...idsWithin(child)])])
}

/** Names of subgroups that both have, at whatever depth: merging makes one of each pair. */
export function sharedNames(node: GroupNode, into: GroupNode): string[] {
  return node.children.flatMap((child) => {
    const twin = into.children.find(
      ({ group }) => group.name === child.group.name && group.id !== node.group.id,
    )
    return twin ? [child.group.name, ...sharedNames(child, twin)] : []
  })
}

/** How many groups are below. */
export function countBelow(node: GroupNode): number {
  return node.children.reduce((sum, child) => sum + 1 + countBelow(child), 0)
}

function idsUnder(tree: readonly GroupNode[], parentId: string | null): string[] {
  const nodes = parentId === null ? tree : (findGroup(tree, parentId)?.children ?? [])
  return nodes.map(({ group }) => group.id)
}
