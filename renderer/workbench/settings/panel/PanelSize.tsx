import { InputNumber, Slider } from 'antd'
import { useId, useState } from 'react'
import { PANEL_LIMITS, type Settings } from '../../../../shared/model/settings.ts'
import { machineStrings } from '../../strings/machine.ts'
import styles from './Panel.module.css'

interface PanelSizeProps {
  size: Settings['panel']
  text: number
  /** In a browser the size is the browser's affair. */
  isWindow: boolean
  onChange: (next: Partial<Pick<Settings, 'panel' | 'panelText'>>) => void
}

const words = machineStrings.panel
const TEXT_STEP = 5

/** Width and height in pixels, the text in per cent; each is taken when the person has settled on it. */
export function PanelSize({ size, text, isWindow, onChange }: PanelSizeProps) {
  return (
    <div className={styles.sizes}>
      {isWindow &&
        (['width', 'height'] as const).map((side) => (
          <Amount
            key={side}
            label={words[side]}
            unit={words.pixels}
            step={20}
            limits={PANEL_LIMITS[side]}
            value={size[side]}
            onSettled={(value) => onChange({ panel: { ...size, [side]: value } })}
          />
        ))}
      <Amount
        label={words.text}
        unit="%"
        step={TEXT_STEP}
        limits={PANEL_LIMITS.text}
        value={text}
        onSettled={(value) => onChange({ panelText: value })}
      />
    </div>
  )
}

interface AmountProps {
  label: string
  unit: string
  step: number
  limits: { min: number; max: number }
  value: number
  onSettled: (value: number) => void
}

function Amount({ label, unit, step, limits, value, onSettled }: AmountProps) {
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
