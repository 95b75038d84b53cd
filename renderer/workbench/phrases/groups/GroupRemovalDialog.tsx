import { useMutation } from '@tanstack/react-query'
import { Modal, Radio } from 'antd'
import { useState } from 'react'
import { rpc } from '../../../client/index.ts'
import { useNotice } from '../../data/use-notice.tsx'
import { strings } from '../../strings.ts'
import { GroupSelect } from '../GroupSelect.tsx'
import { type GroupNode, groupOptions } from '../group-tree.ts'
import styles from './GroupPanel.module.css'

interface GroupRemovalDialogProps {
  node: GroupNode
  tree: readonly GroupNode[]
  onClose: () => void
  onRemoved: (movedTo: string | null) => void
}

/** Asks where the phrases of a group go before the group is removed: no phrase is lost with it. */
export function GroupRemovalDialog({ node, tree, onClose, onRemoved }: GroupRemovalDialogProps) {
  const notice = useNotice()
  const hasOthers = groupOptions(tree, node.group.id).length > 0
  const [goTo, setGoTo] = useState<'none' | 'group'>(node.group.parentId ? 'group' : 'none')
  const [target, setTarget] = useState<string | null>(node.group.parentId)
  const moveTo = goTo === 'group' ? target : null
  const remove = useMutation({
    mutationFn: () => rpc.groups.remove.mutate({ id: node.group.id, moveTo }),
    onSuccess() {
      notice.done(strings.groups.removed(node.group.name))
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
      okButtonProps={{ danger: true, disabled: goTo === 'group' && target === null }}
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
        <div className={styles.whereTo}>
          <Radio.Group
            className={styles.choices}
            value={goTo}
            onChange={(event) => setGoTo(event.target.value)}
          >
            <Radio value="none">{strings.groups.moveToNone}</Radio>
            <Radio value="group" disabled={!hasOthers}>
              {strings.groups.moveToOther}
            </Radio>
          </Radio.Group>
          {goTo === 'group' && (
            <GroupSelect
              tree={tree}
              exceptId={node.group.id}
              aria-label={strings.groups.moveTarget}
              placeholder={strings.groups.moveTarget}
              value={target}
              onChange={setTarget}
            />
          )}
        </div>
      )}
    </Modal>
  )
}
