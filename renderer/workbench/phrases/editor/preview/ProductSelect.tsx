import { Select } from 'antd'
import { useState } from 'react'
import { useProducts } from '../../../data/queries.ts'
import { strings } from '../../../strings.ts'

interface ProductSelectProps {
  value: string | null
  onChange: (productId: string | null) => void
}

/** Picks a product by name, pinyin or code. */
export function ProductSelect({ value, onChange }: ProductSelectProps) {
  const [text, setText] = useState('')
  const all = useProducts().data ?? []
  const found = useProducts(text.trim()).data ?? []
  const chosen = all.find(({ id }) => id === value)
  const shown = chosen && text === '' && !found.includes(chosen) ? [chosen, ...found] : found
  return (
    <Select
      aria-label={strings.editor.previewProduct}
      placeholder={strings.editor.previewProduct}
      allowClear
      variant="filled"
      showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
      notFoundContent={strings.products.nothingFound}
      options={shown.map(({ id, name, shortName }) => ({ value: id, label: shortName ?? name }))}
      value={value}
      onChange={(id?: string) => {
        setText('')
        onChange(id ?? null)
      }}
    />
  )
}
