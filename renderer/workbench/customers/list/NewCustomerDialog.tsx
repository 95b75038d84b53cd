import { useMutation } from '@tanstack/react-query'
import { Form, Input, type InputRef, Modal } from 'antd'
import { useRef, useState } from 'react'
import { messageOf, rpc } from '../../../client/index.ts'
import { focusWhenOpen } from '../../components/focus-when-open.ts'
import { customerStrings as words } from '../../strings/customers.ts'
import { strings } from '../../strings.ts'

interface NewCustomerDialogProps {
  onClose: () => void
  onAdded: (id: string) => void
}

/** Asks for the nickname of a buyer; the rest is filled in on the page. */
export function NewCustomerDialog({ onClose, onAdded }: NewCustomerDialogProps) {
  const [nickname, setNickname] = useState('')
  const input = useRef<InputRef>(null)
  const add = useMutation({
    mutationFn: () => rpc.customers.create.mutate({ nickname }),
    onSuccess({ id }) {
      onAdded(id)
      onClose()
    },
  })
  return (
    <Modal
      open
      width={400}
      title={words.add}
      okText={strings.save}
      okButtonProps={{ disabled: nickname.trim() === '' }}
      confirmLoading={add.isPending}
      onOk={() => add.mutate()}
      onCancel={onClose}
      afterOpenChange={focusWhenOpen(() => input.current?.focus())}
    >
      <Form layout="vertical" onFinish={() => nickname.trim() !== '' && add.mutate()}>
        <Form.Item
          label={words.nickname}
          htmlFor="customer-nickname"
          extra={words.addHint}
          validateStatus={add.error ? 'error' : ''}
          help={add.error ? messageOf(add.error) : undefined}
        >
          <Input
            id="customer-nickname"
            ref={input}
            maxLength={60}
            value={nickname}
            onChange={(event) => setNickname(event.target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}
