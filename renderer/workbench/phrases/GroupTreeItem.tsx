import { Dropdown, type MenuProps } from 'antd'
import type { KeyboardEvent } from 'react'
import { ChevronIcon, MoreIcon } from '../components/icons.tsx'
import { strings } from '../strings.ts'
import styles from './GroupPanel.module.css'
import type { GroupTask } from './group-task.ts'
import type { VisibleGroup } from './group-tree.ts'

interface GroupTreeItemProps {
  entryKey: string
  name: string
  count: number | null
  node: VisibleGroup | null
  isSelected: boolean
  isTabStop: boolean
  onSelect: () => void
  onToggle: () => void
  onKeyDown: (event: KeyboardEvent) => void
  onTask: (task: GroupTask) => void
}

/** Rem by which each level stands in. */
const INDENT = 0.875

export function GroupTreeItem({
  entryKey,
  name,
  count,
  node,
  isSelected,
  isTabStop,
  onSelect,
  onToggle,
  onKeyDown,
  onTask,
}: GroupTreeItemProps) {
  const hasChildren = node !== null && node.children.length > 0
  const item = (
    <div
      role="treeitem"
      className={styles.node}
      data-entry={entryKey}
      aria-level={node?.level ?? 1}
      aria-selected={isSelected}
      aria-expanded={hasChildren ? node.isOpen : undefined}
      aria-label={count === null ? name : strings.groups.withCount(name, count)}
      tabIndex={isTabStop ? 0 : -1}
      style={{ paddingLeft: `${((node?.level ?? 1) - 1) * INDENT + 0.25}rem` }}
      onClick={onSelect}
      onDoubleClick={onToggle}
      onKeyDown={onKeyDown}
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
      <span className={styles.name} title={name}>
        {name}
      </span>
      {node && <MoreMenu node={node} onTask={onTask} />}
      <span className={styles.count}>{count}</span>
    </div>
  )
  return node ? (
    <Dropdown trigger={['contextMenu']} menu={tasksOf(node, onTask)}>
      {item}
    </Dropdown>
  ) : (
    item
  )
}

function MoreMenu({ node, onTask }: { node: VisibleGroup; onTask: (task: GroupTask) => void }) {
  return (
    <Dropdown trigger={['click']} placement="bottomRight" menu={tasksOf(node, onTask)}>
      <button
        type="button"
        tabIndex={-1}
        className={styles.more}
        aria-label={strings.groups.tasks(node.group.name)}
        onClick={(event) => event.stopPropagation()}
      >
        <MoreIcon size="1rem" />
      </button>
    </Dropdown>
  )
}

function tasksOf(node: VisibleGroup, onTask: (task: GroupTask) => void): MenuProps {
  return {
    items: [
      { key: 'create', label: strings.groups.createUnder },
      { key: 'rename', label: strings.groups.rename, extra: 'F2' },
      { type: 'divider' },
      { key: 'remove', label: strings.groups.remove, extra: 'Delete', danger: true },
    ],
    onClick({ key, domEvent }) {
      domEvent.stopPropagation()
      if (key === 'create') onTask({ kind: 'create', under: node })
      else if (key === 'rename') onTask({ kind: 'rename', node })
      else onTask({ kind: 'remove', node })
    },
  }
}
