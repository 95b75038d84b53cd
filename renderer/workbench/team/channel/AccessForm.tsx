import { Alert, Form } from 'antd'
import type { ChannelAddress } from '../../../../shared/model/channel.ts'
import { messageOf } from '../../../client/index.ts'
import { AddressFields } from './AddressFields.tsx'
import { type AddressForm, addressFormOf, readAddress } from './address-form.ts'
import styles from './Channel.module.css'
import type { ChannelAccess } from './use-channels.ts'

interface AccessFormProps {
  /** The form's own id: a button outside submits it. */
  id: string
  /** What is there already; its secret is kept when none is typed. */
  present: ChannelAddress | null
  isForPublishing: boolean
  /** What came of the last access; null when nothing went wrong. */
  error: Error | null
  onAccess: (access: ChannelAccess) => void
}

/** Asks where a channel is and what opens it. What cannot be is said at its field. */
export function AccessForm({ id, present, isForPublishing, error, onAccess }: AccessFormProps) {
  const [form] = Form.useForm<AddressForm>()
  const onFinish = () => {
    // Fields of other kinds are not drawn, and what was typed there stays until the dialog closes.
    const typed = { ...addressFormOf(present), ...form.getFieldsValue(true) }
    const read = readAddress(typed, present?.kind === typed.kind)
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
      initialValues={addressFormOf(present)}
      onFinish={onFinish}
    >
      <AddressFields isForPublishing={isForPublishing} keepsSecret={present !== null} />
      {error && <Alert type="error" showIcon title={messageOf(error)} />}
    </Form>
  )
}
