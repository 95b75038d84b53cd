import { AutoComplete, Form, Input, InputNumber } from 'antd'
import { useProducts } from '../../data/queries.ts'
import { strings } from '../../strings.ts'
import styles from './ProductEditor.module.css'
import type { ProductForm } from './product-form.ts'

const { Item } = Form<ProductForm>
const words = strings.products.editor.fields
const DEAREST_YUAN = 10_000_000

/** What a product is called, where it stands and what it costs. */
export function BasicFields({ isNew }: { isNew: boolean }) {
  const products = useProducts().data ?? []
  const categories = [...new Set(products.map(({ category }) => category))]
  return (
    <div className={styles.grid}>
      <Item name="name" label={words.name} className={styles.wide}>
        <Input autoFocus={isNew} maxLength={200} placeholder={words.nameHint} />
      </Item>
      <Item name="shortName" label={words.shortName}>
        <Input maxLength={40} placeholder={words.shortNameHint} />
      </Item>
      <Item name="code" label={words.code}>
        <Input maxLength={64} />
      </Item>
      <Item name="category" label={words.category}>
        <AutoComplete
          maxLength={60}
          placeholder={words.categoryHint}
          options={categories.map((category) => ({ value: category }))}
          showSearch={{ filterOption: (typed, option) => String(option?.value ?? '').includes(typed) }}
        />
      </Item>
      <Item name="priceYuan" label={words.price}>
        <InputNumber min={0} max={DEAREST_YUAN} suffix="元" />
      </Item>
    </div>
  )
}
