import type { PhraseGroup } from '../../../shared/model/phrase.ts'

export interface GroupNode {
  group: PhraseGroup
  children: GroupNode[]
  /** Phrases in the group and all below it. */
  total: number
}

/** The groups as a tree, in the order given. A group whose parent is not among them stands at the top. */
export function buildGroupTree(groups: readonly PhraseGroup[]): GroupNode[] {
  const ids = new Set(groups.map((group) => group.id))
  const childrenOf = Map.groupBy(groups, ({ parentId }) =>
    parentId !== null && ids.has(parentId) ? parentId : null,
  )
  const nodesUnder = (parentId: string | null): GroupNode[] =>
    (childrenOf.get(parentId) ?? []).map((group) => {
      const children = nodesUnder(group.id)
      return {
        group,
        children,
        total: group.phraseCount + children.reduce((sum, child) => sum + child.total, 0),
      }
    })
  return nodesUnder(null)
}

export interface VisibleGroup extends GroupNode {
  /** 1 at the top, as `aria-level` counts. */
  level: number
  isOpen: boolean
}

/** The rows to draw: every node whose ancestors are all open. */
export function visibleGroups(
  tree: readonly GroupNode[],
  openIds: ReadonlySet<string>,
  level = 1,
): VisibleGroup[] {
  return tree.flatMap((node) => {
    const isOpen = node.children.length > 0 && openIds.has(node.group.id)
    return [{ ...node, level, isOpen }, ...(isOpen ? visibleGroups(node.children, openIds, level + 1) : [])]
  })
}

export interface GroupOption {
  value: string
  name: string
  /** Names from the outermost ancestor to the group itself, e.g. `迎接 / 首次问候`. */
  label: string
  /** 0 at the top. */
  depth: number
}

/** The groups as choices, parents before their children; `exceptId` leaves out a group with everything below it. */
export function groupOptions(
  tree: readonly GroupNode[],
  exceptId?: string,
  above: readonly string[] = [],
): GroupOption[] {
  return tree
    .filter(({ group }) => group.id !== exceptId)
    .flatMap(({ group: { id, name }, children }) => {
      const path = [...above, name]
      return [
        { value: id, name, label: path.join(' / '), depth: above.length },
        ...groupOptions(children, exceptId, path),
      ]
    })
}

/** The node of a group, wherever it stands. */
export function findGroup(tree: readonly GroupNode[], id: string): GroupNode | null {
  for (const node of tree) {
    const found = node.group.id === id ? node : findGroup(node.children, id)
    if (found) return found
  }
  return null
}
