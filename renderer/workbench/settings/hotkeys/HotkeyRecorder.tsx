import { Button } from 'antd'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Keys } from '../../components/Keys.tsx'
import { strings } from '../../strings.ts'
import styles from '../Settings.module.css'
import { keycaps, recordKey } from './accelerator.ts'

interface HotkeyRecorderProps {
  onRecorded: (accelerator: string) => void
  onCancel: () => void
}

const IS_MAC = /Mac/.test(navigator.userAgent)

/** Listens for the keys of a hotkey; Esc and going elsewhere give up. */
export function HotkeyRecorder({ onRecorded, onCancel }: HotkeyRecorderProps) {
  const [held, setHeld] = useState<string[]>([])
  const [refusal, setRefusal] = useState<string | null>(null)
  const field = useRef<HTMLDivElement>(null)

  useEffect(() => field.current?.focus(), [])

  const onKeyDown = (event: KeyboardEvent) => {
    event.preventDefault()
    event.stopPropagation()
    const { code, ctrlKey, altKey, shiftKey, metaKey } = event
    if (code === 'Escape') return onCancel()
    const recording = recordKey({ code, ctrlKey, altKey, shiftKey, metaKey }, IS_MAC)
    if (recording.status === 'complete') return onRecorded(recording.accelerator)
    setHeld(recording.status === 'held' ? recording.held : [])
    setRefusal(recording.status === 'refused' ? recording.reason : null)
  }

  return (
    <>
      <div
        ref={field}
        className={styles.recorder}
        role="application"
        aria-label={strings.settings.hotkey.record}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it listens for keys, so it has to hold the focus
        tabIndex={0}
        onKeyDown={onKeyDown}
        onKeyUp={() => setHeld([])}
        onBlur={onCancel}
      >
        {held.length > 0 ? (
          <Keys names={keycaps(held.join('+'))} />
        ) : (
          (refusal ?? strings.settings.hotkey.record)
        )}
      </div>
      <Button type="text" onClick={onCancel}>
        {strings.cancel}
      </Button>
    </>
  )
}
