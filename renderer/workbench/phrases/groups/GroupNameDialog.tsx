import { useMutation } from '@tanstack/react-query'
import { Form, Input, type InputRef, Modal } from 'antd'
import { useRef, useState } from 'react'
import { GROUP_LIMITS } from '../../../../shared/model/phrase.ts'
import { messageOf, rpc } from '../../../client/index.ts'
import { focusWhenOpen } from '../../components/focus-when-open.ts'
import { strings } from '../../strings.ts'
import type { GroupNode } from '../group-tree.ts'

interface GroupNameDialogProps {
  /** Where the new group is to be; null for the top. */
  under: GroupNode | null
  onClose: () => void
  onCreated: (id: string) => void
}

/** Asks for the name of a new group. */
export function GroupNameDialog({ under, onClose, onCreated }: GroupNameDialogProps) {
  const [name, setName] = useState('')
  const input = useRef<InputRef>(null)
  const save = useMutation({
    mutationFn: () => rpc.groups.create.mutate({ name, parentId: under?.group.id ?? null }),
    onSuccess({ id }) {
      onCreated(id)
      onClose()
    },
  })
  return (
    <Modal
      open
      width={400}
      title={under ? strings.groups.createIn(under.group.name) : strings.groups.create}
      okText={strings.save}
      confirmLoading={save.isPending}
      onOk={() => save.mutate()}
      onCancel={onClose}
      afterOpenChange={focusWhenOpen(() => input.current?.focus())}
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
            maxLength={GROUP_LIMITS.name}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}
