import { App, Button, InputNumber } from 'antd'
import { useId, useState } from 'react'
import { privacyStrings as words } from '../../strings/privacy.ts'
import { strings } from '../../strings.ts'
import styles from './Privacy.module.css'

interface KeepingDaysProps {
  days: number
  /** A failure was said already when it rejects. */
  onChange: (days: number) => Promise<void>
}

/** As the settings bound them. */
const LIMITS = { min: 7, max: 365 }

/** How long a buyer is kept. Fewer days delete buyers, so these are asked about; more days are simply taken. */
export function KeepingDays({ days, onChange }: KeepingDaysProps) {
  const [next, setNext] = useState<number | null>(days)
  const { modal } = App.useApp()
  const id = useId()
  const take = () => {
    if (next === null || next === days) return
    const save = () => onChange(next).catch(() => {})
    if (next > days) return void save()
    modal.confirm({
      title: words.shorten(next),
      content: words.shortenExplanation(next),
      okText: words.change,
      okButtonProps: { danger: true },
      cancelText: strings.cancel,
      autoFocusButton: 'cancel',
      onOk: save,
    })
  }
  return (
    <>
      <div className={styles.row}>
        <label htmlFor={id}>{words.days}</label>
        <InputNumber
          id={id}
          {...LIMITS}
          precision={0}
          suffix={words.unit}
          value={next}
          onChange={setNext}
          onPressEnter={take}
        />
        {next !== null && next !== days && <Button onClick={take}>{words.change}</Button>}
      </div>
      <p className={styles.hint}>{words.daysHint}</p>
    </>
  )
}
