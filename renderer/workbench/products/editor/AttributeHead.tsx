import { Button, Popconfirm } from 'antd'
import { CrossIcon } from '../../components/icons.tsx'
import { strings } from '../../strings.ts'
import styles from './ProductEditor.module.css'

interface AttributeHeadProps {
  place: number
  name: string
  /** No row has anything in it: it goes without a question. */
  isEmpty: boolean
  onRename: (name: string) => void
  onRemove: () => void
}

const words = strings.products.editor.skus

/** The head of an attribute's column: its name, to be changed in place, and the way to take the column out. */
export function AttributeHead({ place, name, isEmpty, onRename, onRemove }: AttributeHeadProps) {
  const button = (
    <Button
      type="text"
      size="small"
      icon={<CrossIcon size="0.875rem" />}
      aria-label={words.removeAttribute(name)}
      onClick={isEmpty ? onRemove : undefined}
    />
  )
  return (
    <div className={styles.attributeHead}>
      <input
        maxLength={30}
        aria-label={words.attributeNameOf(place + 1)}
        placeholder={words.attributeName(place + 1)}
        value={name}
        onChange={(event) => onRename(event.target.value)}
      />
      {isEmpty ? (
        button
      ) : (
        <Popconfirm
          title={words.removeAttributeQuestion(name)}
          description={words.removeAttributeExplanation}
          okText={strings.settings.courier.remove}
          okButtonProps={{ danger: true }}
          onConfirm={onRemove}
        >
          {button}
        </Popconfirm>
      )}
    </div>
  )
}
