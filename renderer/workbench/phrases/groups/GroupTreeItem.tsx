import type { KeyboardEvent, MouseEvent, PointerEvent } from 'react'
import { ChevronIcon, MoreIcon } from '../../components/icons.tsx'
import { strings } from '../../strings.ts'
import type { VisibleGroup } from '../group-tree.ts'
import { useDrag } from './drag.ts'
import styles from './GroupPanel.module.css'
import { GroupRename } from './GroupRename.tsx'

interface GroupTreeItemProps {
  entryKey: string
  /** Px from the top of the list. */
  top: number
  name: string
  count: number | null
  node: VisibleGroup | null
  isSelected: boolean
  isTabStop: boolean
  isRenaming: boolean
  isMenuOpen: boolean
  onSelect: () => void
  onToggle: () => void
  onKeyDown: (event: KeyboardEvent) => void
  /** Asks for the menu of the group at a point of the window, px. */
  onMenu: (x: number, y: number) => void
  onRenamed: (focus: boolean) => void
  onGrab: (event: PointerEvent) => void
}

/** Rem by which each level stands in. */
const INDENT = 0.875

export function GroupTreeItem({
  entryKey,
  top,
  name,
  count,
  node,
  isSelected,
  isTabStop,
  isRenaming,
  isMenuOpen,
  onSelect,
  onToggle,
  onKeyDown,
  onMenu,
  onRenamed,
  onGrab,
}: GroupTreeItemProps) {
  const mark = useDrag(({ mark }) => (mark && String(mark.id) === entryKey ? mark.place : null))
  const hasChildren = node !== null && node.children.length > 0
  const level = node?.level ?? 1
  const openMenu = (event: MouseEvent) => {
    if (!node || isRenaming) return
    event.preventDefault()
    // A key asks for it, too, and has no place of its own.
    const { left, bottom } = event.currentTarget.getBoundingClientRect()
    if (event.clientX === 0 && event.clientY === 0) onMenu(left, bottom)
    else onMenu(event.clientX, event.clientY)
  }
  return (
    <div
      role="treeitem"
      className={styles.node}
      data-drop={entryKey}
      data-mark={mark ?? undefined}
      aria-level={level}
      aria-selected={isSelected}
      aria-expanded={hasChildren ? node.isOpen : undefined}
      aria-label={count === null ? name : strings.groups.withCount(name, count)}
      tabIndex={isTabStop ? 0 : -1}
      style={{ transform: `translateY(${top}px)`, paddingLeft: `${(level - 1) * INDENT + 0.25}rem` }}
      onClick={onSelect}
      onDoubleClick={onToggle}
      onKeyDown={onKeyDown}
      onContextMenu={openMenu}
      onPointerDown={node && !isRenaming ? onGrab : undefined}
    >
      {/* biome-ignore lint/a11y: for the mouse only; arrow keys do it on the item */}
      <span
        className={styles.toggle}
        onClick={(event) => {
          if (!hasChildren) return
          event.stopPropagation()
          onToggle()
        }}
      >
        {hasChildren && <ChevronIcon size="0.875rem" />}
      </span>
      {node && isRenaming ? (
        <GroupRename id={node.group.id} name={name} onDone={onRenamed} />
      ) : (
        <>
          <span className={styles.name} title={name}>
            {name}
          </span>
          {node && <MoreButton name={name} isOpen={isMenuOpen} onMenu={onMenu} />}
          {/* What is read out keeps a name that ends in digits (双11) apart from the number after it; so does this. */}{' '}
          <span className={styles.count}>{count}</span>
        </>
      )}
    </div>
  )
}

interface MoreButtonProps {
  name: string
  isOpen: boolean
  onMenu: (x: number, y: number) => void
}

function MoreButton({ name, isOpen, onMenu }: MoreButtonProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.more}
      aria-label={strings.groups.tasks(name)}
      aria-haspopup="menu"
      aria-expanded={isOpen}
      onClick={(event) => {
        event.stopPropagation()
        const { left, bottom } = event.currentTarget.getBoundingClientRect()
        onMenu(left, bottom)
      }}
      onPointerDown={(event) => event.stopPropagation()}
    >
      <MoreIcon size="1rem" />
    </button>
  )
}
