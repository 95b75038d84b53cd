import { useMutation } from '@tanstack/react-query'
import { Alert, Form, Input, type InputRef, Modal, Segmented } from 'antd'
import { useId, useRef, useState } from 'react'
import { usualTime } from '../../../../shared/follow-ups/occasions.ts'
import { whenWords } from '../../../../shared/follow-ups/time/when-words.ts'
import { chinaMoment, spokenDate } from '../../../../shared/model/china-time.ts'
import type { FollowUp } from '../../../../shared/model/follow-up.ts'
import {
  FOLLOW_UP_KIND_HINTS,
  FOLLOW_UP_KIND_NAMES,
  FOLLOW_UP_KINDS,
  FOLLOW_UP_LIMITS,
} from '../../../../shared/model/follow-up-kinds.ts'
import { messageOf, rpc } from '../../../client/index.ts'
import { forgetUnsaved, useMarkUnsaved } from '../../app/unsaved.ts'
import { useLeave } from '../../app/use-leave.ts'
import { focusWhenOpen } from '../../components/focus-when-open.ts'
import { isSameValue } from '../../components/same-value.ts'
import { SensitiveAdvice } from '../../customers/detail/SensitiveAdvice.tsx'
import { useNotice } from '../../data/use-notice.tsx'
import { followUpStrings as words } from '../../strings/follow-ups.ts'
import { useNow } from '../use-now.ts'
import styles from './FollowUpDialog.module.css'
import { PhraseChoice } from './PhraseChoice.tsx'
import { ProductChoice } from './ProductChoice.tsx'
import { momentOf, TimeField, type TimeText } from './TimeField.tsx'

interface FollowUpDialogProps {
  /** The one to change; null for a new one. */
  followUp: FollowUp | null
  onClose: () => void
  onSaved: (id: string) => void
}

const KINDS = FOLLOW_UP_KINDS.map((kind) => ({ value: kind, label: FOLLOW_UP_KIND_NAMES[kind] }))

/** Asks for everything that a follow-up is: whose, on which occasion, when, about what. */
export function FollowUpDialog({ followUp, onClose, onSaved }: FollowUpDialogProps) {
  const now = useNow()
  const notice = useNotice()
  const first = useRef<InputRef>(null)
  const id = useId()
  const [draft, setDraft] = useState(() => draftOf(followUp))
  const [time, setTime] = useState<TimeText>(() => timeTextOf(followUp))
  const [isTried, setTried] = useState(false)
  const change = (some: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...some }))
  // A time that nobody says is the usual one of the occasion, for a new follow-up.
  const usual = followUp === null && time.text.trim() === '' ? usualTime(draft.kind, now) : null
  const dueAt = usual ?? momentOf(time, now)
  useMarkUnsaved(
    'follow-up',
    !isSameValue({ draft, time }, { draft: draftOf(followUp), time: timeTextOf(followUp) }),
  )
  const leave = useLeave()
  const isComplete = draft.nickname.trim() !== '' && dueAt !== null

  const save = useMutation({
    mutationFn: (due: number) => {
      const complete = { ...draft, dueAt: due }
      return followUp
        ? rpc.followUps.update.mutate({ id: followUp.id, draft: complete })
        : rpc.followUps.create.mutate(complete)
    },
    onSuccess(saved) {
      forgetUnsaved()
      notice.done(words.addedNotice(whenWords(saved.dueAt, Date.now())))
      onSaved(saved.id)
      onClose()
    },
  })
  const submit = () => {
    setTried(true)
    if (isComplete && !save.isPending) save.mutate(dueAt)
  }

  return (
    <Modal
      open
      width={520}
      title={followUp ? words.edit : words.add}
      okText={words.form.save}
      confirmLoading={save.isPending}
      onOk={submit}
      onCancel={() => leave(onClose)}
      afterOpenChange={focusWhenOpen(() => first.current?.focus())}
    >
      {/* Enter anywhere in a line saves; a button of the form's own would stand beside the dialog's. */}
      <Form
        className={styles.form}
        layout="vertical"
        requiredMark={false}
        onKeyDown={(event) => isPlainEnter(event) && submit()}
      >
        {save.error && (
          <Alert className={styles.advice} type="error" showIcon title={messageOf(save.error)} />
        )}
        <Form.Item
          label={words.form.nickname}
          htmlFor={`${id}nickname`}
          validateStatus={isTried && draft.nickname.trim() === '' ? 'error' : ''}
          help={words.form.nicknameHint}
        >
          <Input
            id={`${id}nickname`}
            ref={first}
            maxLength={60}
            value={draft.nickname}
            onChange={(event) => change({ nickname: event.target.value })}
          />
        </Form.Item>
        <Form.Item label={words.kind} help={FOLLOW_UP_KIND_HINTS[draft.kind]}>
          <Segmented
            block
            aria-label={words.kind}
            options={KINDS}
            value={draft.kind}
            onChange={(kind) => change({ kind })}
          />
        </Form.Item>
        <TimeField
          value={usual === null ? time : { text: '', at: usual }}
          now={now}
          isMissing={isTried}
          onChange={setTime}
        />
        <div className={styles.pair}>
          <ProductChoice value={draft.productId} onChange={(productId) => change({ productId })} />
          <PhraseChoice value={draft.phraseId} onChange={(phraseId) => change({ phraseId })} />
        </div>
        <Form.Item label={words.form.note} htmlFor={`${id}note`}>
          <Input
            id={`${id}note`}
            placeholder={words.form.noteHint}
            maxLength={FOLLOW_UP_LIMITS.note}
            value={draft.note}
            onChange={(event) => change({ note: event.target.value })}
          />
        </Form.Item>
        <SensitiveAdvice id={`${id}advice`} text={draft.note} />
      </Form>
    </Modal>
  )
}

function draftOf(followUp: FollowUp | null) {
  const { kind = 'unpaid', nickname = '', productId = null, phraseId = null, note = '' } = followUp ?? {}
  return { kind, nickname, productId, phraseId, note }
}

/** The time as the field shows it; until the text is changed it stays the very moment that was agreed. */
function timeTextOf(followUp: FollowUp | null): TimeText {
  if (!followUp) return { text: '', at: null }
  const { day, time } = chinaMoment(followUp.dueAt)
  return { text: `${spokenDate(day)} ${time}`, at: followUp.dueAt }
}

function isPlainEnter({ key, nativeEvent, target }: React.KeyboardEvent): boolean {
  const isLine = target instanceof HTMLInputElement && target.type === 'text' && target.role !== 'combobox'
  return key === 'Enter' && isLine && !nativeEvent.isComposing && nativeEvent.keyCode !== 229
}
