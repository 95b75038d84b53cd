import { Button, Input, Popover, Radio } from 'antd'
import { useId, useState } from 'react'
import { strings } from '../../strings.ts'
import styles from './ProductEditor.module.css'

export interface Filling {
  /** The place in `columns`. */
  column: number
  text: string
  isAll: boolean
}

interface FillPopoverProps {
  rows: number
  selectedRows: number
  /** Titles of the columns that may be filled. */
  columns: readonly string[]
  onFill: (filling: Filling) => void
}

const words = strings.products.editor.skus

/** One price, or one stock, for many SKUs. */
export function FillPopover({ rows, selectedRows, columns, onFill }: FillPopoverProps) {
  const [isOpen, setOpen] = useState(false)
  const [{ column, text, isAll }, setFilling] = useState<Filling>({ column: 0, text: '', isAll: true })
  const id = useId()
  const fill = () => {
    onFill({ column, text, isAll })
    setOpen(false)
  }
  return (
    <Popover
      trigger="click"
      open={isOpen}
      onOpenChange={setOpen}
      title={words.fillTitle}
      destroyOnHidden
      content={
        <div className={styles.fill}>
          <Radio.Group
            aria-label={words.fillColumn}
            optionType="button"
            size="small"
            options={columns.map((label, value) => ({ label, value }))}
            value={column}
            onChange={(event) => setFilling({ column: event.target.value, text, isAll })}
          />
          <Radio.Group
            aria-label={words.fillScope}
            options={[
              { label: words.fillAll(rows), value: true },
              { label: words.fillSelected(selectedRows), value: false },
            ]}
            value={isAll}
            onChange={(event) => setFilling({ column, text, isAll: event.target.value })}
          />
          <label htmlFor={id}>{words.fillValue}</label>
          <Input
            id={id}
            autoFocus
            value={text}
            onChange={(event) => setFilling({ column, text: event.target.value, isAll })}
            onPressEnter={(event) => {
              event.preventDefault()
              fill()
            }}
          />
          <Button type="primary" size="small" onClick={fill}>
            {words.fill}
          </Button>
        </div>
      }
    >
      <Button size="small" disabled={rows === 0}>
        {words.fill}
      </Button>
    </Popover>
  )
}
