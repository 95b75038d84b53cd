import { useMutation } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useState } from 'react'
import { messageOf, rpc } from '../../../client/index.ts'
import { useOfferUndo } from '../../data/use-offer-undo.ts'
import { strings } from '../../strings.ts'
import { GroupSelect } from '../GroupSelect.tsx'
import { findGroup, type GroupNode } from '../group-tree.ts'
import styles from './GroupPanel.module.css'
import { countBelow, sharedNames } from './group-places.ts'

interface GroupMergeDialogProps {
  node: GroupNode
  tree: readonly GroupNode[]
  onClose: () => void
  onMerged: (into: string) => void
}

/** Asks into which group one goes, and says what will become of its phrases and subgroups. */
export function GroupMergeDialog({ node, tree, onClose, onMerged }: GroupMergeDialogProps) {
  const { id, name } = node.group
  const offerUndo = useOfferUndo()
  const [into, setInto] = useState<string | null>(null)
  const target = into === null ? null : findGroup(tree, into)
  const merge = useMutation({
    mutationFn: (intoId: string) => rpc.groups.merge.mutate({ id, into: intoId }),
    onSuccess(merged) {
      void offerUndo(strings.groups.merged(name, merged.name))
      onMerged(merged.id)
      onClose()
    },
  })
  const below = countBelow(node)
  return (
    <Modal
      open
      width={440}
      title={strings.groups.mergeTitle(name)}
      okText={strings.groups.mergeDone}
      okButtonProps={{ disabled: target === null }}
      confirmLoading={merge.isPending}
      onOk={() => into !== null && merge.mutate(into)}
      onCancel={onClose}
    >
      <div className={styles.whereTo}>
        <GroupSelect
          tree={tree}
          exceptId={id}
          autoFocus
          aria-label={strings.groups.mergeInto}
          placeholder={strings.groups.mergeInto}
          value={into}
          onChange={setInto}
        />
        {target && (
          <p className={styles.hint} role="status">
            {strings.groups.mergeWhat(name, target.group.name, node.total)}
            {below > 0 && strings.groups.mergeSubgroups(below, sharedNames(node, target))}
          </p>
        )}
        {merge.error && (
          <p className={styles.problem} role="alert">
            {messageOf(merge.error)}
          </p>
        )}
      </div>
    </Modal>
  )
}
