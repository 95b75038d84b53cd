import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Switch } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { type ChannelState, isReadOnly } from '../../../../shared/model/channel.ts'
import { chinaDay } from '../../../../shared/model/china-time.ts'
import { rpc } from '../../../client/index.ts'
import { BusyButton } from '../../components/BusyButton.tsx'
import { useNotice } from '../../data/use-notice.tsx'
import { channelStrings as words } from '../../strings/channels.ts'
import styles from './Channel.module.css'
import { checkedWords, offersRelease, placeOf, statusOf, urgencyOf } from './channel-words.ts'
import { InboxDialog } from './InboxDialog.tsx'
import { ReleaseList } from './ReleaseList.tsx'

interface ChannelSectionProps {
  channel: ChannelState
  /** Opens the waiting release. */
  onLook: () => void
  /** Asks for the store's secret again. */
  onSecret: () => void
  isLooking: boolean
}

/** A library's channel: where it is and how it stands, and what goes each way. */
export function ChannelSection({ channel, onLook, onSecret, isLooking }: ChannelSectionProps) {
  const notice = useNotice()
  const [isReading, setReading] = useState(false)
  const { libraryId, role, status } = channel
  const check = useMutation({
    mutationFn: () => rpc.channels.check.mutate({ libraryId }),
    onError: notice.failed,
  })
  const { text, tone } = statusOf(channel)
  const isOffering = offersRelease(channel)
  const urgency = urgencyOf(channel, chinaDay(Date.now()))
  return (
    <section className={styles.channel} aria-label={words.name}>
      <div className={styles.line}>
        <p className={styles.status} aria-live="polite">
          <span className={`${styles.dot} ${styles[tone]}`} aria-hidden="true" />
          <strong>{text}</strong>
        </p>
        <span className={styles.checked}>{checkedWords(channel, Date.now())}</span>
        <span className={styles.gap} />
        {role === 'publisher' && (
          <Button size="small" onClick={() => setReading(true)}>
            {words.inbox.open}
          </Button>
        )}
        <BusyButton size="small" isBusy={check.isPending} onClick={() => check.mutate()}>
          {words.checkNow}
        </BusyButton>
        {channel.asksForSecret && (
          <Button size="small" type="primary" onClick={onSecret}>
            {words.secretAgain}
          </Button>
        )}
        {isOffering && (
          <BusyButton size="small" type="primary" isBusy={isLooking} onClick={onLook}>
            {words.look}
          </BusyButton>
        )}
      </div>
      {channel.address && <p className={styles.place}>{placeOf(channel.address)}</p>}
      {channel.problem && (
        <p className={status === 'refused' ? styles.refusal : styles.problem}>{channel.problem}</p>
      )}
      {isOffering && channel.offered?.message && <p className={styles.message}>{channel.offered.message}</p>}
      {urgency && <Alert type="error" showIcon title={urgency} />}
      {role === 'subscriber' ? <Choices channel={channel} /> : <ReleaseList channel={channel} />}
      {isReading && <InboxDialog channel={channel} onClose={() => setReading(false)} />}
    </section>
  )
}

/** What a subscriber agrees to: updates without a click, and telling the lead what is used. */
function Choices({ channel }: { channel: ChannelState }) {
  const { libraryId, address, isAutomatic, sendsFeedback, feedbackProblem } = channel
  const notice = useNotice()
  const configure = useMutation({
    mutationFn: (choice: { isAutomatic: boolean; sendsFeedback: boolean }) =>
      rpc.channels.configure.mutate({ libraryId, ...choice }),
    onError: notice.failed,
  })
  const isDeaf = address !== null && isReadOnly(address)
  return (
    <>
      <div className={styles.choices}>
        <Choice
          label={words.automatic}
          hint={words.automaticHint}
          isOn={isAutomatic}
          onChange={(isOn) => configure.mutate({ isAutomatic: isOn, sendsFeedback })}
        />
        <Choice
          label={words.feedback}
          hint={isDeaf ? words.feedbackReadOnly : words.feedbackHint}
          isOn={sendsFeedback && !isDeaf}
          isDisabled={isDeaf}
          onChange={(isOn) => configure.mutate({ isAutomatic, sendsFeedback: isOn })}
        />
      </div>
      {feedbackProblem && <p className={styles.problem}>{words.feedbackFailed(feedbackProblem)}</p>}
    </>
  )
}

interface ChoiceProps {
  label: string
  hint: ReactNode
  isOn: boolean
  isDisabled?: boolean
  onChange: (isOn: boolean) => void
}

function Choice({ label, hint, isOn, isDisabled = false, onChange }: ChoiceProps) {
  const id = useId()
  return (
    <div className={styles.choice}>
      <Switch
        id={id}
        size="small"
        checked={isOn}
        disabled={isDisabled}
        aria-label={label}
        aria-describedby={`${id}-hint`}
        onChange={onChange}
      />
      <div>
        <label htmlFor={id}>{label}</label>
        <p id={`${id}-hint`}>{hint}</p>
      </div>
    </div>
  )
}
