import { Form, Input } from 'antd'
import { strings } from '../../strings.ts'
import styles from './ProductEditor.module.css'
import type { ProductForm } from './product-form.ts'

const { Item } = Form<ProductForm>
const words = strings.products.editor.fields

/** Texts one to a line: as quick to type as to paste. */
function Lines({
  name,
  rows = 4,
}: {
  name: 'sellingPoints' | 'materials' | 'certificates' | 'flaws'
  rows?: number
}) {
  return (
    <Item name={name} label={words[name]}>
      <Input.TextArea autoSize={{ minRows: rows, maxRows: 12 }} placeholder={words[`${name}Hint`]} />
    </Item>
  )
}

export function PersuasionFields() {
  return (
    <div className={styles.grid}>
      <Lines name="sellingPoints" />
      <Lines name="materials" />
      <Lines name="certificates" />
    </div>
  )
}

export function FlawsField() {
  return <Lines name="flaws" rows={3} />
}

export function ServiceFields() {
  return (
    <div className={styles.grid}>
      <Item name="warranty" label={words.warranty} className={styles.wide}>
        <Input maxLength={200} placeholder={words.warrantyHint} />
      </Item>
      <Item name="gift" label={words.gift}>
        <Input maxLength={200} placeholder={words.giftHint} />
      </Item>
    </div>
  )
}
