import { InputNumber, Slider } from 'antd'
import { useId, useState } from 'react'
import styles from './Panel.module.css'

interface AmountProps {
  label: string
  unit: string
  step: number
  limits: { min: number; max: number }
  value: number
  onSettled: (value: number) => void
}

/** A number between two limits, by a slider or typed; taken when the person has settled on it. */
export function Amount({ label, unit, step, limits, value, onSettled }: AmountProps) {
  const [next, setNext] = useState(value)
  const id = useId()
  const settle = (to: number) => {
    setNext(to)
    if (to !== value) onSettled(to)
  }
  return (
    <div className={styles.amount}>
      <label id={id} htmlFor={`${id}-number`}>
        {label}
      </label>
      <Slider
        {...limits}
        step={step}
        value={next}
        tooltip={{ open: false }}
        ariaLabelledByForHandle={id}
        onChange={setNext}
        onChangeComplete={settle}
      />
      <InputNumber
        id={`${id}-number`}
        {...limits}
        precision={0}
        suffix={unit}
        value={next}
        onChange={(to) => to !== null && setNext(to)}
        onBlur={() => settle(next)}
        onPressEnter={() => settle(next)}
      />
    </div>
  )
}
