import { Form, Input, InputNumber, Modal, Select } from 'antd'
import { PASTE_KEYS, type PasteTarget } from '../../../../shared/model/paste-target.ts'
import { focusWhenOpen } from '../../components/focus-when-open.ts'
import { machineStrings } from '../../strings/machine.ts'
import { strings } from '../../strings.ts'
import styles from './Targets.module.css'
import { readTargetForm, type TargetForm } from './target-form.ts'

interface TargetDialogProps {
  /** The id that it has, or is to have. */
  id: string
  title: string
  initial: TargetForm
  isSaving: boolean
  onSave: (target: PasteTarget) => void
  onClose: () => void
}

const words = machineStrings.targets
const { Item } = Form<TargetForm>
const KEYS = PASTE_KEYS.map((keys) => ({ value: keys, label: words.keyNames[keys] }))
const DELAYS = [
  { name: 'settleMs', label: words.settle, hint: words.settleHint },
  { name: 'readsWithinMs', label: words.reads, hint: words.readsHint },
  { name: 'givesBackAfterMs', label: words.givesBack, hint: words.givesBackHint },
] as const

/** What is known of one chat program, to be changed; whatever is wrong is said at its field. */
export function TargetDialog({ id, title, initial, isSaving, onSave, onClose }: TargetDialogProps) {
  const [form] = Form.useForm<TargetForm>()
  const take = () => {
    const reading = readTargetForm(id, { ...initial, ...form.getFieldsValue(true) })
    if (reading.ok) return onSave(reading.target)
    form.setFields(reading.problems.map(({ path, message }) => ({ name: path as never, errors: [message] })))
    const [first] = reading.problems
    if (first) form.focusField(first.path as never)
  }
  return (
    <Modal
      open
      width={560}
      title={title}
      okText={strings.save}
      confirmLoading={isSaving}
      onOk={take}
      onCancel={onClose}
      afterOpenChange={focusWhenOpen(() => form.focusField('name'))}
    >
      <Form name="target" form={form} layout="vertical" initialValues={initial} requiredMark={false}>
        <div className={styles.pair}>
          <Item name="name" label={words.name}>
            <Input maxLength={30} />
          </Item>
          <Item name="pasteKeys" label={words.keys}>
            <Select options={KEYS} />
          </Item>
        </div>
        <Item name="exe" label={words.exe} extra={words.exeHint}>
          <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[' ', ',', '，', '、']} />
        </Item>
        <div className={styles.pair}>
          <Item name="title" label={words.titlePattern} extra={words.titleHint}>
            <Input maxLength={120} />
          </Item>
          <Item name="chatInputHeight" label={words.chatInput} extra={words.chatInputHint}>
            <InputNumber precision={0} suffix={words.pixels} />
          </Item>
        </div>
        <div className={styles.delays}>
          {DELAYS.map(({ name, label, hint }) => (
            <Item key={name} name={name} label={label} extra={hint}>
              <InputNumber precision={0} suffix={words.unit} />
            </Item>
          ))}
        </div>
      </Form>
    </Modal>
  )
}
