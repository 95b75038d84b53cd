import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { GroupPlace } from '../../../../shared/model/group-place.ts'
import { useRem } from '../../../ui/use-rem.ts'
import { strings } from '../../strings.ts'
import { type GroupNode, type VisibleGroup, visibleGroups } from '../group-tree.ts'
import { beginDrag, type Mark, useDrag } from './drag.ts'
import { GroupMenu, type MenuPlace } from './GroupMenu.tsx'
import styles from './GroupPanel.module.css'
import { GroupTreeItem } from './GroupTreeItem.tsx'
import { idsWithin, type Step } from './group-places.ts'
import type { GroupTask } from './group-task.ts'

interface GroupTreeProps {
  tree: readonly GroupNode[]
  /** How many phrases are in no group; null until it is known. */
  ungrouped: number | null
  selectedId: string | null | undefined
  onSelect: (id: string | null | undefined) => void
  onTask: (task: GroupTask) => void
  onDrop: (node: GroupNode, mark: Mark) => void
  /** Resolves with the place that the group then has; null when it stayed. */
  onStep: (node: GroupNode, step: Step) => Promise<GroupPlace | null>
}

interface Entry {
  id: string | null | undefined
  name: string
  count: number | null
  /** Null for the two entries that are no groups: everything, and what is in no group. */
  node: VisibleGroup | null
}

/** Rem; the style sheet gives every entry this height. */
const ENTRY_REM = 2.125
/** A closed group opens under what hangs above it for so long. */
const OPENS_AFTER_MS = 600

const STEPS: Readonly<Record<string, Step>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
}

/**
 * Everything, each group, and what is in none; only what is in sight exists. Arrows go and open, with Alt they move the
 * group; F2 renames in place, M moves, G merges, N adds below, Delete removes.
 */
export function GroupTree({ tree, ungrouped, selectedId, onSelect, onTask, ...on }: GroupTreeProps) {
  const [openIds, setOpenIds] = useState<ReadonlySet<string>>(new Set())
  const [renaming, setRenaming] = useState<string | null>(null)
  const [menu, setMenu] = useState<MenuPlace | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const focusOn = useRef<string | null>(null)

  const all = ungrouped === null ? null : tree.reduce((sum, { total }) => sum + total, ungrouped)
  const entries: Entry[] = [
    { id: undefined, name: strings.groups.all, count: all, node: null },
    ...visibleGroups(tree, openIds).map((node) => ({
      ...{ id: node.group.id, name: node.group.name, count: node.total, node },
    })),
    ...(ungrouped ? [{ id: null, name: strings.groups.none, count: ungrouped, node: null }] : []),
  ]
  const current = Math.max(
    0,
    entries.findIndex(({ id }) => id === selectedId),
  )

  const entryHeight = ENTRY_REM * useRem()
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => list.current,
    estimateSize: () => entryHeight,
    // Until the list is measured, it is taken to be as high as the window: what is drawn is then enough at once.
    initialRect: { width: 0, height: window.innerHeight },
    overscan: 12,
    // The entry that Tab leads to is always there.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), current])].sort((a, b) => a - b),
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: the entries are measured anew when their height changes
  useEffect(() => virtual.measure(), [entryHeight])

  const setOpen = (id: string, isOpen: boolean) =>
    setOpenIds((now) => {
      const next = new Set(now)
      if (isOpen) next.add(id)
      else next.delete(id)
      return next
    })
  useOpenUnderDrag((id) => setOpen(id, true))

  const entryOf = (key: string) => list.current?.querySelector<HTMLElement>(`[data-drop="${key}"]`)

  // The entry may have been drawn only now, or stand elsewhere than before.
  useEffect(() => {
    if (focusOn.current === null) return
    const entry = entryOf(focusOn.current)
    if (!entry) return
    focusOn.current = null
    entry.focus()
  })

  /** The focus goes back before what was chosen takes it, so that a dialog knows where it came from. */
  const closeMenu = () => {
    if (menu) entryOf(menu.node.group.id)?.focus({ preventScroll: true })
    setMenu(null)
  }

  const choose = (index: number) => {
    const at = Math.min(Math.max(0, index), entries.length - 1)
    const entry = entries[at]
    if (!entry) return
    focusOn.current = String(entry.id)
    virtual.scrollToIndex(at)
    onSelect(entry.id)
  }

  const onKeyDown = (event: KeyboardEvent, index: number, { node }: Entry) => {
    if (event.target !== event.currentTarget) return
    const step = STEPS[event.key]
    if (event.altKey && step && node) {
      event.preventDefault()
      const { id } = node.group
      void on.onStep(node, step).then((place) => {
        if (place?.parentId) setOpen(place.parentId, true)
        focusOn.current = id
      })
      return
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return
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
      ['F2', () => node && setRenaming(node.group.id)],
      ['n', () => onTask({ kind: 'create', under: node })],
      ['m', () => node && onTask({ kind: 'move', node })],
      ['g', () => node && onTask({ kind: 'merge', node })],
      ['Delete', () => node && onTask({ kind: 'remove', node })],
    ])
    const act = actions.get(event.key)
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }

  return (
    <>
      <div
        ref={list}
        className={styles.tree}
        role="tree"
        aria-label={strings.groups.label}
        data-drag-scroll=""
      >
        <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const entry = entries[index]
            if (!entry) return null
            const { id, node } = entry
            return (
              <GroupTreeItem
                key={String(id)}
                entryKey={String(id)}
                top={start}
                name={entry.name}
                count={entry.count}
                node={node}
                isSelected={id === selectedId}
                isTabStop={index === current}
                isRenaming={renaming !== null && renaming === id}
                onSelect={() => choose(index)}
                onToggle={() => node && setOpen(node.group.id, !node.isOpen)}
                onKeyDown={(event) => onKeyDown(event, index, entry)}
                isMenuOpen={menu !== null && menu.node.group.id === id}
                onMenu={(x, y) => node && setMenu({ node, x, y })}
                onRenamed={(focus) => {
                  setRenaming(null)
                  if (focus) focusOn.current = String(id)
                }}
                onGrab={(event) =>
                  node &&
                  beginDrag(event, { kind: 'group', label: entry.name, within: idsWithin(node) }, (mark) =>
                    on.onDrop(node, mark),
                  )
                }
              />
            )
          })}
        </div>
      </div>
      {menu && (
        <GroupMenu
          key={`${menu.x} ${menu.y}`}
          place={menu}
          onTask={onTask}
          onRename={() => setRenaming(menu.node.group.id)}
          onClose={closeMenu}
        />
      )}
    </>
  )
}

/** Opens the group above which something hangs for a while. */
function useOpenUnderDrag(open: (id: string) => void): void {
  const into = useDrag(({ mark }) => (mark?.place === 'into' && typeof mark.id === 'string' ? mark.id : null))
  // biome-ignore lint/correctness/useExhaustiveDependencies: begins anew with another group, not with another render
  useEffect(() => {
    if (into === null) return
    const timer = setTimeout(() => open(into), OPENS_AFTER_MS)
    return () => clearTimeout(timer)
  }, [into])
}
