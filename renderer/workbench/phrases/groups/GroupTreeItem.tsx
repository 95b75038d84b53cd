import { Dropdown, type MenuProps } from 'antd'
import type { KeyboardEvent, PointerEvent } from 'react'
import { ChevronIcon, MoreIcon } from '../../components/icons.tsx'
import { strings } from '../../strings.ts'
import type { VisibleGroup } from '../group-tree.ts'
import { useDrag } from './drag.ts'
import styles from './GroupPanel.module.css'
import { GroupRename } from './GroupRename.tsx'
import type { GroupTask } from './group-task.ts'

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
  onSelect: () => void
  onToggle: () => void
  onKeyDown: (event: KeyboardEvent) => void
  onTask: (task: GroupTask) => void
  onRename: () => void
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
  onSelect,
  onToggle,
  onKeyDown,
  onTask,
  onRename,
  onRenamed,
  onGrab,
}: GroupTreeItemProps) {
  const mark = useDrag(({ mark }) => (mark && String(mark.id) === entryKey ? mark.place : null))
  const hasChildren = node !== null && node.children.length > 0
  const level = node?.level ?? 1
  const tasks = node && tasksOf(node, onTask, onRename)
  const item = (
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
          {tasks && <MoreMenu name={name} tasks={tasks} />}
          {/* What is read out keeps a name that ends in digits (双11) apart from the number after it; so does this. */}{' '}
          <span className={styles.count}>{count}</span>
        </>
      )}
    </div>
  )
  return tasks ? (
    <Dropdown trigger={['contextMenu']} menu={tasks}>
      {item}
    </Dropdown>
  ) : (
    item
  )
}

function MoreMenu({ name, tasks }: { name: string; tasks: MenuProps }) {
  return (
    <Dropdown trigger={['click']} placement="bottomRight" menu={tasks}>
      <button
        type="button"
        tabIndex={-1}
        className={styles.more}
        aria-label={strings.groups.tasks(name)}
        onClick={(event) => event.stopPropagation()}
        onPointerDown={(event) => event.stopPropagation()}
      >
        <MoreIcon size="1rem" />
      </button>
    </Dropdown>
  )
}

function tasksOf(node: VisibleGroup, onTask: (task: GroupTask) => void, onRename: () => void): MenuProps {
  return {
    items: [
      { key: 'create', label: strings.groups.createUnder, extra: 'N' },
      { key: 'rename', label: strings.groups.rename, extra: 'F2' },
      { key: 'move', label: strings.groups.move, extra: 'M' },
      { key: 'merge', label: strings.groups.merge, extra: 'G' },
      { type: 'divider' },
      { key: 'remove', label: strings.groups.remove, extra: 'Delete', danger: true },
    ],
    onClick({ key, domEvent }) {
      domEvent.stopPropagation()
      if (key === 'create') onTask({ kind: 'create', under: node })
      else if (key === 'rename') onRename()
      else if (key === 'move' || key === 'merge' || key === 'remove') onTask({ kind: key, node })
    },
  }
}
