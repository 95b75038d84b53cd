import { useMutation } from '@tanstack/react-query'
import { Modal, Radio } from 'antd'
import { useState } from 'react'
import { messageOf, rpc } from '../../../client/index.ts'
import { useOfferUndo } from '../../data/use-offer-undo.ts'
import { strings } from '../../strings.ts'
import { GroupSelect } from '../GroupSelect.tsx'
import { type GroupNode, groupOptions } from '../group-tree.ts'
import styles from './GroupPanel.module.css'

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
  const [goTo, setGoTo] = useState<'top' | 'group'>(hasOthers ? 'group' : 'top')
  const [target, setTarget] = useState<string | null>(parentId)
  const move = useMutation({
    mutationFn: () =>
      rpc.groups.move.mutate({ id, place: { parentId: goTo === 'top' ? null : target, before: null } }),
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
      okButtonProps={{ disabled: goTo === 'group' && target === null }}
      confirmLoading={move.isPending}
      onOk={() => move.mutate()}
      onCancel={onClose}
    >
      <div className={styles.whereTo}>
        <Radio.Group
          className={styles.choices}
          value={goTo}
          onChange={(event) => setGoTo(event.target.value)}
        >
          <Radio value="top">{strings.groups.moveToTop}</Radio>
          <Radio value="group" disabled={!hasOthers}>
            {strings.groups.moveToOther}
          </Radio>
        </Radio.Group>
        {goTo === 'group' && (
          <GroupSelect
            tree={tree}
            exceptId={id}
            aria-label={strings.groups.moveTo}
            placeholder={strings.groups.moveTarget}
            value={target}
            onChange={setTarget}
          />
        )}
        {move.error ? (
          <p className={styles.problem} role="alert">
            {messageOf(move.error)}
          </p>
        ) : (
          <p className={styles.hint}>{strings.groups.moveHint}</p>
        )}
      </div>
    </Modal>
  )
}
