import { Button, Input } from 'antd'
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { CUSTOMER_LIMITS } from '../../../../shared/model/customer.ts'
import { useMarkUnsaved } from '../../app/unsaved.ts'
import styles from './Notes.module.css'
import { SensitiveAdvice } from './SensitiveAdvice.tsx'

interface NoteFieldProps {
  label: string
  placeholder?: string
  initial?: string
  save: string
  /** Resolves to whether it was kept; what was not stays to be saved again. */
  onSave: (text: string) => Promise<boolean>
  /** Stands beside the button that saves. */
  children?: ReactNode
  autoFocus?: boolean
}

/** Where a note is written. What should better not be noted is said while one types; it is the person who decides. */
export function NoteField({
  label,
  placeholder,
  initial = '',
  save,
  onSave,
  children,
  autoFocus = false,
}: NoteFieldProps) {
  const [text, setText] = useState(initial)
  const adviceId = useId()
  useMarkUnsaved(adviceId, text.trim() !== initial)
  const isEmpty = text.trim() === ''
  const [isSaving, setSaving] = useState(false)
  const submit = async () => {
    if (isEmpty || isSaving) return
    setSaving(true)
    const isKept = await onSave(text.trim())
    setSaving(false)
    // What was typed meanwhile is another note.
    if (isKept) setText((now) => (now === text ? '' : now))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
    event.preventDefault()
    void submit()
  }
  return (
    <div className={styles.field}>
      <Input.TextArea
        autoFocus={autoFocus}
        autoSize={{ minRows: 2, maxRows: 8 }}
        aria-label={label}
        aria-describedby={adviceId}
        placeholder={placeholder}
        maxLength={CUSTOMER_LIMITS.note}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <SensitiveAdvice id={adviceId} text={text} />
      <div className={styles.tasks}>
        {children}
        <Button disabled={isEmpty} onClick={() => void submit()}>
          {save}
        </Button>
      </div>
    </div>
  )
}
