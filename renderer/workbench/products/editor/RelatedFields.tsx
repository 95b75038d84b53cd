import { Form, Select } from 'antd'
import { useState } from 'react'
import { useProducts } from '../../data/queries.ts'
import { strings } from '../../strings.ts'
import styles from './ProductEditor.module.css'
import type { ProductForm } from './product-form.ts'

const { Item } = Form<ProductForm>
const words = strings.products.editor

/** What goes with the product, and what can stand in for it. */
export function RelatedFields({ ownCode }: { ownCode: string | null }) {
  return (
    <div className={styles.halves}>
      <Item name="pairings" label={words.fields.pairings}>
        <ProductCodes ownCode={ownCode} />
      </Item>
      <Item name="substitutes" label={words.fields.substitutes}>
        <ProductCodes ownCode={ownCode} />
      </Item>
    </div>
  )
}

interface ProductCodesProps {
  /** Given by the form that holds it. */
  id?: string
  value?: string[]
  onChange?: (codes: string[]) => void
  ownCode: string | null
}

/** Products by their codes, found by name, pinyin or code. A code that no product has any more is shown as such. */
function ProductCodes({ id, value = [], onChange, ownCode }: ProductCodesProps) {
  const [text, setText] = useState('')
  const all = useProducts().data ?? []
  const found = useProducts(text.trim()).data ?? []
  const options = found
    .filter(({ code }) => code !== ownCode)
    .map(({ code, name, shortName }) => ({ value: code, label: shortName ?? name }))
  const labelOf = (code: string) => {
    const product = all.find((one) => one.code.toLowerCase() === code.toLowerCase())
    return product ? (product.shortName ?? product.name) : words.unknownProduct(code)
  }
  return (
    <Select
      id={id}
      mode="multiple"
      labelInValue
      maxCount={20}
      placeholder={words.fields.relatedHint}
      notFoundContent={strings.products.nothingFound}
      showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
      options={options}
      value={value.map((code) => ({ value: code, label: labelOf(code) }))}
      onChange={(chosen) => {
        setText('')
        onChange?.(chosen.map((one) => one.value))
      }}
    />
  )
}
