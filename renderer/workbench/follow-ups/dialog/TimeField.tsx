import { Button, Form, Input } from 'antd'
import { useId } from 'react'
import { readWholeTime } from '../../../../shared/follow-ups/time/read-time.ts'
import { distanceWords, whenWords } from '../../../../shared/follow-ups/time/when-words.ts'
import { followUpStrings as words } from '../../strings/follow-ups.ts'
import styles from './FollowUpDialog.module.css'

export interface TimeText {
  text: string
  /** A time that stands although nobody can read it from the text: one that was picked, or the one from before. */
  at: number | null
}

interface TimeFieldProps {
  value: TimeText
  now: number
  /** Said when the form was sent without a time. */
  isMissing: boolean
  onChange: (value: TimeText) => void
}

/** The moment that a field means, ms since 1970; null while it means none. */
export function momentOf({ text, at }: TimeText, now: number): number | null {
  if (at !== null) return at
  const reading = readWholeTime(text, now)
  return reading.is === 'time' ? reading.at : null
}

/** A time in the agent's words, with what it was understood as; a vague one is answered by times to choose from. */
export function TimeField({ value, now, isMissing, onChange }: TimeFieldProps) {
  const id = useId()
  const help = helpFor(value, now, isMissing, onChange)
  return (
    <Form.Item
      label={words.form.time}
      htmlFor={id}
      required
      validateStatus={help.isBad ? 'error' : ''}
      help={help.text}
    >
      <Input
        id={id}
        placeholder={words.form.timeHint}
        maxLength={60}
        value={value.text}
        onChange={(event) => onChange({ text: event.target.value, at: null })}
      />
    </Form.Item>
  )
}

function helpFor(value: TimeText, now: number, isMissing: boolean, onChange: TimeFieldProps['onChange']) {
  const told = (at: number) => ({ isBad: false, text: `${whenWords(at, now)}（${distanceWords(at, now)}）` })
  if (value.at !== null) return told(value.at)
  if (value.text.trim() === '') return { isBad: isMissing, text: isMissing ? words.form.missingTime : ' ' }
  const reading = readWholeTime(value.text, now)
  if (reading.is === 'time') return told(reading.at)
  if (reading.is === 'refused') return { isBad: true, text: reading.message }
  return {
    isBad: false,
    text: (
      <span className={styles.choices}>
        {reading.question}
        {reading.choices.map(({ label, at }) => (
          <Button key={label} size="small" onClick={() => onChange({ text: label, at })}>
            {label}
          </Button>
        ))}
      </span>
    ),
  }
}
