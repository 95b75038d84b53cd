import { Button, Checkbox, Modal, Segmented } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { type HandOverScope, handOverOf, handOverText } from '../../../../shared/follow-ups/hand-over.ts'
import type { ShiftTimes } from '../../../../shared/follow-ups/shifts.ts'
import { chinaDay } from '../../../../shared/model/china-time.ts'
import type { FollowUp } from '../../../../shared/model/follow-up.ts'
import { focusWhenOpen } from '../../components/focus-when-open.ts'
import { copyText } from '../../data/copy-text.ts'
import { saveAsFile } from '../../data/save-as-file.ts'
import { useNotice } from '../../data/use-notice.tsx'
import { followUpStrings } from '../../strings/follow-ups.ts'
import { strings } from '../../strings.ts'
import styles from './HandOverDialog.module.css'
import { handOverSheet } from './save-sheet.ts'

interface HandOverDialogProps {
  followUps: readonly FollowUp[]
  shifts: ShiftTimes
  productName: (id: string) => string | null
  onClose: () => void
}

const words = followUpStrings.export
const SCOPES: readonly HandOverScope[] = ['next-shift', 'all']
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The list that one shift leaves to the next: as text for the group, or as a sheet to tick off. */
export function HandOverDialog({ followUps, shifts, productName, onClose }: HandOverDialogProps) {
  const notice = useNotice()
  const likeliest = useRef<HTMLButtonElement>(null)
  const [scope, setScope] = useState<HandOverScope>('next-shift')
  const [isMasked, setMasked] = useState(false)
  // One moment for what is shown, copied and saved.
  const [now] = useState(() => Date.now())
  const handOver = useMemo(
    () => handOverOf(followUps, { scope, isMasked, now, shifts, productName }),
    [followUps, scope, isMasked, now, shifts, productName],
  )
  const isEmpty = handOver.rows.length === 0
  const text = handOverText(handOver)

  const copy = async () => {
    if (await copyText(text)) notice.done(words.copied)
    else notice.warned(strings.copyFailed)
  }
  const save = async () => {
    const name = words.fileName(chinaDay(now))
    try {
      saveAsFile(name, await handOverSheet(handOver, words.sheet), XLSX)
      notice.done(words.saved(name))
    } catch (error) {
      notice.failed(error)
    }
  }

  return (
    <Modal
      open
      width={640}
      title={words.title}
      onCancel={onClose}
      afterOpenChange={focusWhenOpen(() => likeliest.current?.focus())}
      footer={
        <>
          <Button ref={isEmpty ? likeliest : null} onClick={onClose}>
            {strings.cancel}
          </Button>
          <Button disabled={isEmpty} onClick={() => void save()}>
            {words.save}
          </Button>
          <Button
            ref={isEmpty ? null : likeliest}
            type="primary"
            disabled={isEmpty}
            onClick={() => void copy()}
          >
            {words.copy}
          </Button>
        </>
      }
    >
      <div className={styles.options}>
        <Segmented
          aria-label={words.scope}
          value={scope}
          onChange={setScope}
          options={SCOPES.map((value) => ({ value, label: words.scopes[value] }))}
        />
        <Checkbox checked={isMasked} onChange={(event) => setMasked(event.target.checked)}>
          {words.masked}
        </Checkbox>
      </div>
      <p className={styles.hint}>{words.maskedHint}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a stretch that scrolls must be reached by the keyboard */}
      <section className={styles.preview} aria-label={words.preview} tabIndex={0}>
        {isEmpty ? words.empty : text}
      </section>
    </Modal>
  )
}
