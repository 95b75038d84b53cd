import { Form, Select } from 'antd'
import { useId, useState } from 'react'
import { useProducts } from '../../data/queries.ts'
import { followUpStrings as words } from '../../strings/follow-ups.ts'
import { useProductNames } from '../use-follow-ups.ts'

interface ProductChoiceProps {
  value: string | null
  onChange: (productId: string | null) => void
}

/** The product in question, found by name, code or pinyin. */
export function ProductChoice({ value, onChange }: ProductChoiceProps) {
  const id = useId()
  const [text, setText] = useState('')
  const { data } = useProducts(text)
  const nameOf = useProductNames()
  const found = (data ?? []).map((product) => ({
    value: product.id,
    label: product.shortName ?? product.name,
  }))
  // What is chosen keeps its name while something else is looked for.
  const isFound = value === null || found.some((option) => option.value === value)
  const options = isFound ? found : [...found, { value, label: nameOf(value) ?? value }]
  return (
    <Form.Item label={words.form.product} htmlFor={id}>
      <Select
        id={id}
        allowClear
        showSearch={{ filterOption: false, onSearch: setText }}
        placeholder={words.form.productHint}
        options={options}
        value={value}
        onChange={(chosen: string | undefined) => onChange(chosen ?? null)}
      />
    </Form.Item>
  )
}
