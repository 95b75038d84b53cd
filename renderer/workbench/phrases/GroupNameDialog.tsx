import { useMutation } from '@tanstack/react-query'
import { Form, Input, type InputRef, Modal } from 'antd'
import { useRef, useState } from 'react'
import { messageOf, rpc } from '../../client/index.ts'
import { strings } from '../strings.ts'
import type { GroupTask } from './group-task.ts'

interface GroupNameDialogProps {
  task: Exclude<GroupTask, { kind: 'remove' }>
  onClose: () => void
  onCreated: (id: string) => void
}

/** Asks for the name of a new group, or for the new name of one. */
export function GroupNameDialog({ task, onClose, onCreated }: GroupNameDialogProps) {
  const [name, setName] = useState(task.kind === 'rename' ? task.node.group.name : '')
  const input = useRef<InputRef>(null)
  const save = useMutation({
    mutationFn: () =>
      task.kind === 'rename'
        ? rpc.groups.rename.mutate({ id: task.node.group.id, name })
        : rpc.groups.create.mutate({ name, parentId: task.under?.group.id ?? null }),
    onSuccess(group) {
      if (task.kind === 'create') onCreated(group.id)
      onClose()
    },
  })
  const title =
    task.kind === 'rename'
      ? strings.groups.rename
      : task.under
        ? strings.groups.createIn(task.under.group.name)
        : strings.groups.create

  return (
    <Modal
      open
      width={400}
      title={title}
      okText={strings.save}
      confirmLoading={save.isPending}
      onOk={() => save.mutate()}
      onCancel={onClose}
      afterOpenChange={(isOpen) => isOpen && input.current?.focus({ cursor: 'all' })}
    >
      <Form layout="vertical" onFinish={() => save.mutate()}>
        <Form.Item
          label={strings.groups.name}
          htmlFor="group-name"
          validateStatus={save.error ? 'error' : ''}
          help={save.error ? messageOf(save.error) : undefined}
        >
          <Input
            id="group-name"
            ref={input}
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}
