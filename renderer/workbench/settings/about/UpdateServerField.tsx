import { Button, Input, Space } from 'antd'
import { useState } from 'react'
import type { UpdatePolicy } from '../../../../shared/model/updates.ts'
import { BusyButton } from '../../components/BusyButton.tsx'
import { Copyable } from '../../components/Copyable.tsx'
import { useNotice } from '../../data/use-notice.tsx'
import { updateStrings as words } from '../../strings/updates.ts'
import { strings } from '../../strings.ts'
import styles from './Updates.module.css'

interface UpdateServerFieldProps {
  policy: UpdatePolicy
  /** What this person chose; null for the one that the program was built with. */
  own: string | null
  /** Rejects when it is no address. */
  onChoose: (server: string | null) => Promise<unknown>
}

/** Where updates come from, and a way to another place unless somebody else has decided. */
export function UpdateServerField({ policy: { server }, own, onChoose }: UpdateServerFieldProps) {
  const notice = useNotice()
  const [next, setNext] = useState<string | null>(null)
  const [isSaving, setSaving] = useState(false)
  const isDecided = server?.by === 'company' || server?.by === 'environment'

  async function save(): Promise<void> {
    setSaving(true)
    try {
      await onChoose(next?.trim() || null)
      notice.done(words.changed)
      setNext(null)
    } catch {
      // Said by whoever asked the desk; what was typed stays for another try.
    } finally {
      setSaving(false)
    }
  }

  if (next === null) {
    return (
      <>
        {server ? <Copyable text={server.address} /> : words.none}{' '}
        {isDecided ? (
          <span className={styles.note}>{words.decided[server.by]}</span>
        ) : (
          <Button size="small" type="link" onClick={() => setNext(own ?? '')}>
            {words.change}
          </Button>
        )}
      </>
    )
  }
  return (
    <>
      <Space.Compact block>
        <Input
          autoFocus
          aria-label={words.server}
          value={next}
          onChange={(event) => setNext(event.target.value)}
          onPressEnter={(event) => !event.nativeEvent.isComposing && void save()}
        />
        <BusyButton type="primary" isBusy={isSaving} onClick={() => void save()}>
          {words.save}
        </BusyButton>
        <Button onClick={() => setNext(null)}>{strings.cancel}</Button>
      </Space.Compact>
      <p className={styles.note}>{words.serverHint}</p>
    </>
  )
}
