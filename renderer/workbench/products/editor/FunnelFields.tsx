import { Button, Form, Input, Select } from 'antd'
import { PlusIcon, TrashIcon } from '../../components/icons.tsx'
import { strings } from '../../strings.ts'
import styles from './ProductEditor.module.css'
import type { ProductForm } from './product-form.ts'

const { Item, List } = Form<ProductForm>
const words = strings.products.editor
const MOST = 20

/** What the question funnel narrows the choice by: a feature, and what this product is of it. */
export function FunnelFields() {
  const form = Form.useFormInstance<ProductForm>()
  return (
    <List name="attributes">
      {(rows, { add, remove }) => (
        <>
          {rows.map(({ key, name }) => (
            <div key={key} className={styles.feature}>
              <Item name={[name, 'name']} label={words.fields.funnelName}>
                <Input maxLength={30} placeholder={words.fields.funnelNameHint} />
              </Item>
              <Item name={[name, 'values']} label={words.fields.funnelValues}>
                <Select
                  mode="tags"
                  open={false}
                  suffixIcon={null}
                  tokenSeparators={[',', '，', '、', ' ']}
                  placeholder={words.fields.funnelValuesHint}
                />
              </Item>
              <Item label=" ">
                <Button
                  type="text"
                  icon={<TrashIcon />}
                  aria-label={words.removeFunnel(form.getFieldValue('attributes')[name]?.name ?? '')}
                  onClick={() => remove(name)}
                />
              </Item>
            </div>
          ))}
          <Button
            size="small"
            icon={<PlusIcon />}
            disabled={rows.length >= MOST}
            onClick={() => add({ name: '', values: [] })}
          >
            {words.addFunnel}
          </Button>
        </>
      )}
    </List>
  )
}
