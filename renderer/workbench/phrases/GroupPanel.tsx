import { Button } from 'antd'
import { useState } from 'react'
import { PlusIcon } from '../components/icons.tsx'
import { usePhraseTotals } from '../data/queries.ts'
import { strings } from '../strings.ts'
import { GroupNameDialog } from './GroupNameDialog.tsx'
import styles from './GroupPanel.module.css'
import { GroupRemovalDialog } from './GroupRemovalDialog.tsx'
import { GroupTree } from './GroupTree.tsx'
import type { GroupNode } from './group-tree.ts'

/** What is being done to a group; `create` under the node, or at the top when there is none. */
export type GroupTask =
  | { kind: 'create'; under: GroupNode | null }
  | { kind: 'rename'; node: GroupNode }
  | { kind: 'remove'; node: GroupNode }

interface GroupPanelProps {
  tree: readonly GroupNode[]
  /** Undefined is the whole library, null the phrases in no group. */
  selectedId: string | null | undefined
  onSelect: (id: string | null | undefined) => void
}

/** The groups of the library with their counts, and what one does with a group. */
export function GroupPanel({ tree, selectedId, onSelect }: GroupPanelProps) {
  const [task, setTask] = useState<GroupTask | null>(null)
  const totals = usePhraseTotals().data

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
        totals={totals ?? null}
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
