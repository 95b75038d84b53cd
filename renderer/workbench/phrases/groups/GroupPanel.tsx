import { Button } from 'antd'
import { useRef, useState } from 'react'
import type { GroupPlace } from '../../../../shared/model/group-place.ts'
import { rpc } from '../../../client/index.ts'
import { PlusIcon } from '../../components/icons.tsx'
import { useUngroupedCount } from '../../data/queries.ts'
import { useNotice } from '../../data/use-notice.tsx'
import { useOfferUndo } from '../../data/use-offer-undo.ts'
import { strings } from '../../strings.ts'
import { buildGroupTree, findGroup, type GroupNode } from '../group-tree.ts'
import { DragGhost } from './DragGhost.tsx'
import { GroupMergeDialog } from './GroupMergeDialog.tsx'
import { GroupMoveDialog } from './GroupMoveDialog.tsx'
import { GroupNameDialog } from './GroupNameDialog.tsx'
import styles from './GroupPanel.module.css'
import { GroupRemovalDialog } from './GroupRemovalDialog.tsx'
import { GroupTree } from './GroupTree.tsx'
import { placeOfMark, placeOfStep, type Step } from './group-places.ts'
import type { GroupTask } from './group-task.ts'

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
  const notice = useNotice()
  const offerUndo = useOfferUndo()
  const close = () => setTask(null)

  const move = async ({ group: { id, name } }: GroupNode, place: GroupPlace | null) => {
    if (!place) return
    try {
      await rpc.groups.move.mutate({ id, place })
      await offerUndo(strings.groups.moved(name))
    } catch (error) {
      notice.failed(error)
    }
  }

  /** One key after the other, each from where the one before has put the group. */
  const steps = useRef<Promise<GroupPlace | null>>(Promise.resolve(null))
  const step = (node: GroupNode, way: Step) => {
    const stepped = steps.current.then(async () => {
      const place = placeOfStep(buildGroupTree(await rpc.groups.list.query()), node.group.id, way)
      await move(node, place)
      return place
    })
    steps.current = stepped.catch(() => null)
    return steps.current
  }

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
        onDrop={(node, mark) => void move(node, placeOfMark(tree, node.group.id, mark))}
        onStep={step}
      />
      <DragGhost />
      {task?.kind === 'create' && <GroupNameDialog under={task.under} onClose={close} onCreated={onSelect} />}
      {task?.kind === 'move' && <GroupMoveDialog node={task.node} tree={tree} onClose={close} />}
      {task?.kind === 'merge' && (
        <GroupMergeDialog
          node={task.node}
          tree={tree}
          onClose={close}
          onMerged={(into) => isWithin(task.node, selectedId) && onSelect(into)}
        />
      )}
      {task?.kind === 'remove' && (
        <GroupRemovalDialog
          node={task.node}
          tree={tree}
          onClose={close}
          onRemoved={(movedTo) => onSelect(movedTo ?? undefined)}
        />
      )}
    </aside>
  )
}

function isWithin(node: GroupNode, id: string | null | undefined): boolean {
  return typeof id === 'string' && findGroup([node], id) !== null
}
