import { Form, Input, InputNumber } from 'antd'
import { strings } from '../../strings.ts'
import styles from './ProductEditor.module.css'
import type { ProductForm } from './product-form.ts'
import { SizeField } from './SizeField.tsx'

const { Item } = Form<ProductForm>
const words = strings.products.editor.sizes

/** Which size fits whom: the chart, what to say of it, and whoever wears the product in its pictures. */
export function SizeFields() {
  return (
    <>
      <Item name="sizes" className={styles.sheetItem}>
        <SizeField />
      </Item>
      <Item name="sizeNote" label={words.note}>
        <Input maxLength={300} placeholder={words.noteHint} />
      </Item>
      <div className={styles.grid}>
        <Item name={['model', 'heightCm']} label={words.modelHeight}>
          <InputNumber min={30} max={250} suffix="cm" />
        </Item>
        <Item name={['model', 'weightKg']} label={words.modelWeight}>
          <InputNumber min={2} max={300} suffix="公斤" />
        </Item>
        <Item name={['model', 'wears']} label={words.modelWears}>
          <Input maxLength={20} />
        </Item>
      </div>
      <p className={styles.keys}>{words.modelHint}</p>
    </>
  )
}
