import { useMutation } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useState } from 'react'
import { rpc } from '../../../client/index.ts'
import { useNotice } from '../../data/use-notice.tsx'
import { useOfferUndo } from '../../data/use-offer-undo.ts'
import { strings } from '../../strings.ts'
import type { GroupNode } from '../group-tree.ts'
import { groupIdOf, isUnsaid, WhereTo, type Whereto } from './WhereTo.tsx'

interface GroupRemovalDialogProps {
  node: GroupNode
  tree: readonly GroupNode[]
  onClose: () => void
  onRemoved: (movedTo: string | null) => void
}

/** Asks where the phrases of a group go before the group is removed: no phrase is lost with it. */
export function GroupRemovalDialog({ node, tree, onClose, onRemoved }: GroupRemovalDialogProps) {
  const notice = useNotice()
  const offerUndo = useOfferUndo()
  const { parentId } = node.group
  const [place, setPlace] = useState<Whereto>(
    parentId ? { into: 'group', groupId: parentId } : { into: 'none' },
  )
  const moveTo = groupIdOf(place)
  const remove = useMutation({
    mutationFn: () => rpc.groups.remove.mutate({ id: node.group.id, moveTo }),
    onSuccess() {
      void offerUndo(strings.groups.removed(node.group.name))
      onRemoved(moveTo)
      onClose()
    },
    onError: notice.failed,
  })

  return (
    <Modal
      open
      width={440}
      title={strings.groups.removeTitle(node.group.name)}
      okText={strings.groups.remove}
      okButtonProps={{ danger: true, disabled: isUnsaid(place) }}
      confirmLoading={remove.isPending}
      onOk={() => remove.mutate()}
      onCancel={onClose}
    >
      <p>
        {node.total === 0
          ? strings.groups.removeEmpty
          : strings.groups.removeFull(node.total, node.children.length > 0)}
      </p>
      {node.total > 0 && (
        <WhereTo
          tree={tree}
          exceptId={node.group.id}
          value={place}
          onChange={setPlace}
          none={strings.groups.moveToNone}
          question={strings.groups.moveTarget}
        />
      )}
    </Modal>
  )
}
