import { Modal } from 'antd'
import { useState } from 'react'
import { strings } from '../../strings.ts'
import { GroupSelect } from '../GroupSelect.tsx'
import { type GroupNode, groupOptions } from '../group-tree.ts'
import type { AskedChange } from './use-bulk-change.ts'

interface MoveDialogProps {
  count: number
  tree: readonly GroupNode[]
  onApply: (change: AskedChange) => Promise<void>
  onClose: () => void
}

/** Asks to which group phrases go; none chosen is none. */
export function MoveDialog({ count, tree, onApply, onClose }: MoveDialogProps) {
  const [groupId, setGroupId] = useState<string | null>(null)
  const name = groupOptions(tree).find(({ value }) => value === groupId)?.label ?? strings.groups.none
  return (
    <Modal
      open
      width={440}
      title={strings.phrases.bulk.moveTitle(count)}
      okText={strings.phrases.bulk.move}
      onOk={() => onApply({ kind: 'move', groupId, name })}
      onCancel={onClose}
    >
      <GroupSelect
        tree={tree}
        autoFocus
        aria-label={strings.groups.moveTarget}
        value={groupId}
        onChange={setGroupId}
      />
    </Modal>
  )
}
