import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Modal } from 'antd'
import { useId, useState } from 'react'
import type { ChannelAddress, ChannelMeeting } from '../../../../shared/model/channel.ts'
import { messageOf, rpc } from '../../../client/index.ts'
import { useMarkUnsaved } from '../../app/unsaved.ts'
import { useLeave } from '../../app/use-leave.ts'
import { BusyButton } from '../../components/BusyButton.tsx'
import dialog from '../../components/import/Import.module.css'
import { isSameValue } from '../../components/same-value.ts'
import { useNotice } from '../../data/use-notice.tsx'
import { channelStrings } from '../../strings/channels.ts'
import { strings } from '../../strings.ts'
import { AccessForm } from './AccessForm.tsx'
import { type AddressForm, addressFormOf } from './address-form.ts'
import styles from './Channel.module.css'
import { type ChannelAccess, useMeeting } from './use-channels.ts'

const { subscribe: words } = channelStrings

interface SubscribeDialogProps {
  /** Where it is known to be, and its secret has to be typed again; null for a new one. */
  address: ChannelAddress | null
  onClose: () => void
}

/** Asks where, shows whose library stands there, and subscribes once the fingerprint was compared. */
export function SubscribeDialog({ address, onClose }: SubscribeDialogProps) {
  const meeting = useMeeting()
  const leave = useLeave()
  const [initial] = useState(() => addressFormOf(address))
  // Here, so that it is still there when one comes back from the fingerprint for another address.
  const [typed, setTyped] = useState(initial)
  useMarkUnsaved('subscribe', !isSameValue(typed, initial))
  return meeting.data ? (
    <TrustDialog
      {...meeting.data}
      onBack={meeting.reset}
      onCancel={() => leave(onClose)}
      onSubscribed={onClose}
    />
  ) : (
    <WhereDialog
      typed={typed}
      isBusy={meeting.isPending}
      error={meeting.error}
      onTyped={setTyped}
      onAccess={meeting.mutate}
      onCancel={() => leave(onClose)}
    />
  )
}

interface WhereDialogProps {
  typed: AddressForm
  isBusy: boolean
  error: Error | null
  onTyped: (typed: AddressForm) => void
  onAccess: (access: ChannelAccess) => void
  onCancel: () => void
}

function WhereDialog({ typed, isBusy, error, onTyped, onAccess, onCancel }: WhereDialogProps) {
  const form = useId()
  const [initial] = useState(typed)
  return (
    <Modal
      open
      width={560}
      className={dialog.dialog ?? ''}
      title={words.title}
      onCancel={onCancel}
      footer={[
        <Button key="cancel" onClick={onCancel}>
          {strings.cancel}
        </Button>,
        <BusyButton key="connect" type="primary" htmlType="submit" form={form} isBusy={isBusy}>
          {words.connect}
        </BusyButton>,
      ]}
    >
      <p className={styles.lead}>{words.explanation}</p>
      <AccessForm
        id={form}
        initial={initial}
        kept={null}
        isForPublishing={false}
        error={error}
        onTyped={onTyped}
        onAccess={onAccess}
      />
    </Modal>
  )
}

interface TrustDialogProps {
  access: ChannelAccess
  meeting: ChannelMeeting
  onBack: () => void
  onCancel: () => void
  onSubscribed: () => void
}

function TrustDialog({ access, meeting, onBack, onCancel, onSubscribed }: TrustDialogProps) {
  const notice = useNotice()
  const { library, publisher, version, fingerprint, trust } = meeting
  const [isTrusted, setTrusted] = useState(trust === 'known')
  const subscribe = useMutation({
    mutationFn: () => rpc.channels.subscribe.mutate({ ...access, trusted: fingerprint }),
    onSuccess() {
      notice.done(words.done(library.name))
      onSubscribed()
    },
  })
  return (
    <Modal
      open
      width={520}
      title={words.met(library.name)}
      onCancel={onCancel}
      footer={[
        <Button key="back" onClick={onBack}>
          {words.elsewhere}
        </Button>,
        <BusyButton
          key="subscribe"
          type="primary"
          isBusy={subscribe.isPending}
          disabled={!isTrusted || trust === 'other-key'}
          onClick={() => subscribe.mutate()}
        >
          {words.confirm}
        </BusyButton>,
      ]}
    >
      <div className={styles.stack}>
        <p className={styles.hint}>{words.publishedBy(publisher, version)}</p>
        {trust === 'other-key' ? (
          <Alert type="error" showIcon title={words.otherKey} description={words.otherKeyAdvice} />
        ) : (
          <p className={styles.plain}>{trust === 'known' ? words.known : words.compare}</p>
        )}
        <p className={styles.fingerprint}>{fingerprint}</p>
        {trust === 'new' && (
          <Checkbox autoFocus checked={isTrusted} onChange={({ target }) => setTrusted(target.checked)}>
            {words.trusted}
          </Checkbox>
        )}
        {subscribe.error && <Alert type="error" showIcon title={messageOf(subscribe.error)} />}
      </div>
    </Modal>
  )
}
