import { Button } from 'antd'
import { useState } from 'react'
import { PlusIcon } from '../components/icons.tsx'
import { useUngroupedCount } from '../data/queries.ts'
import { strings } from '../strings.ts'
import { GroupNameDialog } from './GroupNameDialog.tsx'
import styles from './GroupPanel.module.css'
import { GroupRemovalDialog } from './GroupRemovalDialog.tsx'
import { GroupTree } from './GroupTree.tsx'
import type { GroupTask } from './group-task.ts'
import type { GroupNode } from './group-tree.ts'

interface GroupPanelProps {
  tree: readonly GroupNode[]
  /** Undefined is the whole library, null the phrases in no group. */
  selectedId: string | null | undefined
  onSelect: (id: string | null | undefined) => void
}

/** The groups of the library with their counts, and what one does with a group. */
export function GroupPanel({ tree, selectedId, onSelect }: GroupPanelProps) {
  const [task, setTask] = useState<GroupTask | null>(null)
  const ungrouped = useUngroupedCount().data ?? null

  return (
    <aside className={styles.panel} aria-label={strings.groups.label}>
      <header className={styles.head}>
        <h2 className={styles.heading}>{strings.groups.heading}</h2>
        <Button
          type="text"
          size="small"
          icon={<PlusIcon />}
          aria-label={strings.groups.create}
          title={strings.groups.create}
          onClick={() => setTask({ kind: 'create', under: null })}
        />
      </header>
      <GroupTree
        tree={tree}
        ungrouped={ungrouped}
        selectedId={selectedId}
        onSelect={onSelect}
        onTask={setTask}
      />
      {(task?.kind === 'create' || task?.kind === 'rename') && (
        <GroupNameDialog task={task} onClose={() => setTask(null)} onCreated={onSelect} />
      )}
      {task?.kind === 'remove' && (
        <GroupRemovalDialog
          node={task.node}
          tree={tree}
          onClose={() => setTask(null)}
          onRemoved={(movedTo) => onSelect(movedTo ?? undefined)}
        />
      )}
    </aside>
  )
}
