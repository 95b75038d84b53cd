import { useMutation } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useState } from 'react'
import { messageOf, rpc } from '../../../client/index.ts'
import { useOfferUndo } from '../../data/use-offer-undo.ts'
import { strings } from '../../strings.ts'
import { type GroupNode, groupOptions } from '../group-tree.ts'
import styles from './GroupPanel.module.css'
import { groupIdOf, isUnsaid, WhereTo, type Whereto } from './WhereTo.tsx'

interface GroupMoveDialogProps {
  node: GroupNode
  tree: readonly GroupNode[]
  onClose: () => void
}

/** Moves a group under another one, or to the top: what dragging does, for the keyboard and for long ways. */
export function GroupMoveDialog({ node, tree, onClose }: GroupMoveDialogProps) {
  const { id, name, parentId } = node.group
  const offerUndo = useOfferUndo()
  const hasOthers = groupOptions(tree, id).length > 0
  const [place, setPlace] = useState<Whereto>(
    hasOthers ? { into: 'group', groupId: parentId } : { into: 'none' },
  )
  const move = useMutation({
    mutationFn: () => rpc.groups.move.mutate({ id, place: { parentId: groupIdOf(place), before: null } }),
    onSuccess() {
      void offerUndo(strings.groups.moved(name))
      onClose()
    },
  })
  return (
    <Modal
      open
      width={440}
      title={strings.groups.moveTitle(name)}
      okText={strings.groups.moveDone}
      okButtonProps={{ disabled: isUnsaid(place) }}
      confirmLoading={move.isPending}
      onOk={() => move.mutate()}
      onCancel={onClose}
    >
      <WhereTo
        tree={tree}
        exceptId={id}
        value={place}
        onChange={setPlace}
        none={strings.groups.moveToTop}
        question={strings.groups.moveTo}
      >
        {move.error ? (
          <p className={styles.problem} role="alert">
            {messageOf(move.error)}
          </p>
        ) : (
          <p className={styles.hint}>{strings.groups.moveHint}</p>
        )}
      </WhereTo>
    </Modal>
  )
}
