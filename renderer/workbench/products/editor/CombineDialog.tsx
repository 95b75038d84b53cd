import { Button, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { strings } from '../../strings.ts'
import styles from './ProductEditor.module.css'
import type { MatrixLine } from './sku-sheet.ts'

interface CombineDialogProps {
  attributes: readonly string[]
  onCombine: (lines: MatrixLine[], fill: { price: string; stock: string }) => void
  onClose: () => void
}

const words = strings.products.editor.skus

/** Colours × sizes: the values of each attribute, and a SKU for every combination. */
export function CombineDialog({ attributes, onCombine, onClose }: CombineDialogProps) {
  const [texts, setTexts] = useState<readonly string[]>(() => attributes.map(() => ''))
  const [fill, setFill] = useState({ price: '', stock: '' })
  const id = useId()
  const lines = attributes.map((name, at) => ({ name: name.trim(), values: valuesIn(texts[at] ?? '') }))
  const used = lines.filter(({ name, values }) => name && values.length > 0)
  const count = used.length === 0 ? 0 : used.reduce((product, { values }) => product * values.length, 1)

  return (
    <Modal
      open
      title={words.combineTitle}
      onCancel={onClose}
      footer={
        <div className={styles.dialogFoot}>
          <span>{words.combineCount(count)}</span>
          <Button onClick={onClose}>{strings.cancel}</Button>
          <Button type="primary" disabled={count === 0} onClick={() => onCombine(lines, fill)}>
            {words.combineApply}
          </Button>
        </div>
      }
    >
      <p className={styles.dialogHint}>{words.combineHint}</p>
      <div className={styles.dialogFields}>
        {lines.map(
          ({ name }, at) =>
            name && (
              <div key={name} className={styles.dialogWide}>
                <label htmlFor={`${id}-${at}`}>{words.combineValues(name)}</label>
                <Input
                  id={`${id}-${at}`}
                  autoFocus={at === 0}
                  placeholder={at === 0 ? words.combineExample : undefined}
                  value={texts[at]}
                  onChange={(event) => setTexts(texts.with(at, event.target.value))}
                />
              </div>
            ),
        )}
        {(['price', 'stock'] as const).map((field) => (
          <div key={field}>
            <label htmlFor={`${id}-${field}`}>{words.columns[field]}</label>
            <Input
              id={`${id}-${field}`}
              value={fill[field]}
              onChange={(event) => setFill({ ...fill, [field]: event.target.value })}
            />
          </div>
        ))}
      </div>
    </Modal>
  )
}

/** Values as people list them: by spaces, commas of either width, 、 or lines; each once. */
function valuesIn(text: string): string[] {
  return [...new Set(text.split(/[\s,，、;；/]+/).filter(Boolean))]
}
