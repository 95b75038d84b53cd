import { type KeyboardEvent, useRef, useState } from 'react'
import { strings } from '../strings.ts'
import styles from './GroupPanel.module.css'
import { GroupTreeItem } from './GroupTreeItem.tsx'
import type { GroupTask } from './group-task.ts'
import { type GroupNode, type VisibleGroup, visibleGroups } from './group-tree.ts'

interface GroupTreeProps {
  tree: readonly GroupNode[]
  /** How many phrases are in no group; null until it is known. */
  ungrouped: number | null
  selectedId: string | null | undefined
  onSelect: (id: string | null | undefined) => void
  onTask: (task: GroupTask) => void
}

interface Entry {
  id: string | null | undefined
  name: string
  count: number | null
  /** Null for the two entries that are no groups: everything, and what is in no group. */
  node: VisibleGroup | null
}

/** Everything, each group, and what is in none. Arrows move and open, F2 renames, Delete removes. */
export function GroupTree({ tree, ungrouped, selectedId, onSelect, onTask }: GroupTreeProps) {
  const [openIds, setOpenIds] = useState<ReadonlySet<string>>(new Set())
  const list = useRef<HTMLDivElement>(null)
  const all = ungrouped === null ? null : tree.reduce((sum, { total }) => sum + total, ungrouped)
  const entries: Entry[] = [
    { id: undefined, name: strings.groups.all, count: all, node: null },
    ...visibleGroups(tree, openIds).map((node) => ({
      id: node.group.id,
      name: node.group.name,
      count: node.total,
      node,
    })),
    ...(ungrouped ? [{ id: null, name: strings.groups.none, count: ungrouped, node: null }] : []),
  ]
  const current = Math.max(
    0,
    entries.findIndex(({ id }) => id === selectedId),
  )

  const setOpen = (id: string, isOpen: boolean) => {
    const next = new Set(openIds)
    if (isOpen) next.add(id)
    else next.delete(id)
    setOpenIds(next)
  }

  const choose = (index: number) => {
    const entry = entries[Math.min(Math.max(0, index), entries.length - 1)]
    if (!entry) return
    onSelect(entry.id)
    list.current?.querySelector<HTMLElement>(`[data-entry="${entry.id}"]`)?.focus()
  }

  const onKeyDown = (event: KeyboardEvent, index: number, { node }: Entry) => {
    const parent = node?.group.parentId
    const close = () => {
      if (node?.isOpen) setOpen(node.group.id, false)
      else if (parent) choose(entries.findIndex(({ id }) => id === parent))
    }
    const open = () => node && node.children.length > 0 && setOpen(node.group.id, true)
    const actions = new Map<string, () => unknown>([
      ['ArrowDown', () => choose(index + 1)],
      ['ArrowUp', () => choose(index - 1)],
      ['Home', () => choose(0)],
      ['End', () => choose(entries.length - 1)],
      ['ArrowLeft', close],
      ['ArrowRight', open],
      ['Enter', () => choose(index)],
      [' ', () => choose(index)],
      ['F2', () => node && onTask({ kind: 'rename', node })],
      ['Delete', () => node && onTask({ kind: 'remove', node })],
    ])
    const act = actions.get(event.key)
    if (!act || event.target !== event.currentTarget) return
    event.preventDefault()
    act()
  }

  return (
    <div ref={list} className={styles.tree} role="tree" aria-label={strings.groups.label}>
      {entries.map((entry, index) => (
        <GroupTreeItem
          key={String(entry.id)}
          entryKey={String(entry.id)}
          name={entry.name}
          count={entry.count}
          node={entry.node}
          isSelected={entry.id === selectedId}
          isTabStop={index === current}
          onSelect={() => choose(index)}
          onToggle={() => entry.node && setOpen(entry.node.group.id, !entry.node.isOpen)}
          onKeyDown={(event) => onKeyDown(event, index, entry)}
          onTask={onTask}
        />
      ))}
    </div>
  )
}
