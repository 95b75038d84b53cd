import { Alert, Form } from 'antd'
import { messageOf } from '../../../client/index.ts'
import { AddressFields } from './AddressFields.tsx'
import { type AddressForm, readAddress } from './address-form.ts'
import styles from './Channel.module.css'
import type { ChannelAccess } from './use-channels.ts'

interface AccessFormProps {
  /** The form's own id: a button outside submits it. */
  id: string
  /** What it begins with: what is there already, or was typed before. */
  initial: AddressForm
  /** The kind of address that a secret is kept for: none need be typed. Null for none. */
  kept: AddressForm['kind'] | null
  isForPublishing: boolean
  /** What came of the last access; null when nothing went wrong. */
  error: Error | null
  onTyped: (typed: AddressForm) => void
  onAccess: (access: ChannelAccess) => void
}

/** Asks where a channel is and what opens it. What cannot be is said at its field. */
export function AccessForm({
  id,
  initial,
  kept,
  isForPublishing,
  error,
  onTyped,
  onAccess,
}: AccessFormProps) {
  const [form] = Form.useForm<AddressForm>()
  /** Fields of other kinds are not drawn, and what was typed there stays until the dialog closes. */
  const typed = (): AddressForm => ({ ...initial, ...form.getFieldsValue(true) })
  const onFinish = () => {
    const read = readAddress(typed(), kept === typed().kind)
    if ('address' in read) return onAccess(read)
    const [first] = read.problems
    form.setFields(read.problems.map(({ path: [name = 'kind'], message }) => ({ name, errors: [message] })))
    if (first) form.scrollToField(first.path[0], { focus: true })
  }
  return (
    <Form
      id={id}
      className={styles.address ?? ''}
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={initial}
      onValuesChange={() => onTyped(typed())}
      onFinish={onFinish}
    >
      <AddressFields isForPublishing={isForPublishing} kept={kept} />
      {error && <Alert type="error" showIcon title={messageOf(error)} />}
    </Form>
  )
}
