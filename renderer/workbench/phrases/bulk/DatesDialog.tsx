import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { strings } from '../../strings.ts'
import styles from './Bulk.module.css'
import type { AskedChange } from './use-bulk-change.ts'

interface DatesDialogProps {
  count: number
  onApply: (change: AskedChange) => Promise<void>
  onClose: () => void
}

const words = strings.phrases.bulk

/** Asks for the first and the last day on which phrases may be used; an empty one is open. */
export function DatesDialog({ count, onApply, onClose }: DatesDialogProps) {
  const [validFrom, setFrom] = useState('')
  const [validUntil, setUntil] = useState('')
  const id = useId()
  const isCrossed = validFrom !== '' && validUntil !== '' && validFrom > validUntil
  return (
    <Modal
      open
      width={440}
      title={words.datesTitle(count)}
      okText={words.apply}
      okButtonProps={{ disabled: isCrossed }}
      onOk={() => onApply({ kind: 'dates', validFrom: validFrom || null, validUntil: validUntil || null })}
      onCancel={onClose}
    >
      <div className={styles.fields}>
        <div className={styles.pair}>
          <label className={styles.field} htmlFor={`${id}-validFrom`}>
            {words.validFrom}
            <Input
              id={`${id}-validFrom`}
              type="date"
              value={validFrom}
              onChange={(event) => setFrom(event.target.value)}
            />
          </label>
          <label className={styles.field} htmlFor={`${id}-validUntil`}>
            {words.validUntil}
            <Input
              id={`${id}-validUntil`}
              type="date"
              value={validUntil}
              onChange={(event) => setUntil(event.target.value)}
            />
          </label>
        </div>
        {isCrossed ? (
          <p className={styles.problem} role="alert">
            {words.crossed}
          </p>
        ) : (
          <p className={styles.hint}>{words.datesHint}</p>
        )}
      </div>
    </Modal>
  )
}
