import { InputNumber } from 'antd'
import { useId, useRef, useState } from 'react'
import { MEASURE_NAMES, type Measure } from '../../../../shared/model/measures.ts'
import { unitOf } from '../wording.ts'
import styles from './CustomerFacts.module.css'

interface MeasureFieldProps {
  measure: Measure
  value: number | null
  disabled: boolean
  onSave: (value: number | null) => void
}

/** As the model of a buyer bounds them. */
const LIMITS = { min: 1, max: 500 }

/** One measure, saved when one leaves its field or presses Enter. */
export function MeasureField({ measure, value, disabled, onSave }: MeasureFieldProps) {
  // Undefined while nothing was typed: then the field shows what is stored, whoever changed that.
  const [draft, setDraft] = useState<number | null>()
  // Leaving the field rounds and bounds what was typed in the same moment, before the state has followed.
  const typed = useRef<number | null>(undefined)
  const id = useId()
  const type = (next: number | null | undefined) => {
    typed.current = next
    setDraft(next)
  }
  const save = () => {
    if (typed.current !== undefined && typed.current !== value) onSave(typed.current)
    type(undefined)
  }
  return (
    <div className={styles.measure}>
      <label className={styles.label} htmlFor={id}>
        {MEASURE_NAMES[measure]}
      </label>
      <InputNumber<number>
        id={id}
        {...LIMITS}
        controls={false}
        disabled={disabled}
        suffix={unitOf(measure)}
        value={draft === undefined ? value : draft}
        onChange={type}
        onBlur={save}
        onPressEnter={save}
      />
    </div>
  )
}
