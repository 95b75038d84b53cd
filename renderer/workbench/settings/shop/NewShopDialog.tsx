import { useMutation } from '@tanstack/react-query'
import { Form, Input, type InputRef, Modal, Radio } from 'antd'
import { useRef, useState } from 'react'
import { ShopDraft, type ShopSummary } from '../../../../shared/model/shop-summary.ts'
import { messageOf, rpc } from '../../../client/index.ts'
import { useLeave } from '../../app/use-leave.ts'
import { focusWhenOpen } from '../../components/focus-when-open.ts'
import { useNotice } from '../../data/use-notice.tsx'
import { shopsStrings as words } from '../../strings/shops.ts'

interface NewShopDialogProps {
  /** The shop whose profile may be copied. */
  current: ShopSummary | undefined
  onClose: () => void
}

/** A name, and where the profile comes from. The new shop is the current one at once: its facts are filled in next. */
export function NewShopDialog({ current, onClose }: NewShopDialogProps) {
  const [name, setName] = useState('')
  const [isCopy, setCopy] = useState(current !== undefined)
  const [refusal, setRefusal] = useState<string | null>(null)
  const input = useRef<InputRef>(null)
  const notice = useNotice()
  const leave = useLeave()
  const create = useMutation({
    mutationFn: (draft: ShopDraft) => rpc.shops.create.mutate(draft),
    onSuccess({ profile }) {
      notice.done(words.created(profile.name))
      onClose()
    },
    onError: (error) => setRefusal(messageOf(error)),
  })
  const take = () => {
    const draft = ShopDraft.safeParse({ name, copyOf: isCopy ? current?.id : null })
    if (draft.success) leave(() => create.mutate(draft.data))
    else setRefusal(draft.error.issues[0]?.message ?? null)
  }
  return (
    <Modal
      open
      width={440}
      title={words.create}
      okText={words.create}
      confirmLoading={create.isPending}
      onOk={take}
      onCancel={onClose}
      afterOpenChange={focusWhenOpen(() => input.current?.focus())}
    >
      <Form layout="vertical" onFinish={take}>
        <Form.Item
          label={words.name}
          htmlFor="new-shop-name"
          validateStatus={refusal ? 'error' : ''}
          help={refusal ?? undefined}
        >
          <Input
            id="new-shop-name"
            ref={input}
            maxLength={60}
            value={name}
            onChange={(event) => {
              setName(event.target.value)
              setRefusal(null)
            }}
          />
        </Form.Item>
        <Form.Item label={words.from} style={{ marginBottom: 0 }}>
          <Radio.Group
            value={isCopy}
            onChange={(event) => setCopy(event.target.value === true)}
            options={[
              ...(current ? [{ value: true, label: words.fromCopy(current.name) }] : []),
              { value: false, label: words.fromBlank },
            ]}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}
