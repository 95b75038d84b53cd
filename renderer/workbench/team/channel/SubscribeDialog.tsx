import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Modal } from 'antd'
import { useId, useState } from 'react'
import type { ChannelMeeting } from '../../../../shared/model/channel.ts'
import { messageOf, rpc } from '../../../client/index.ts'
import { BusyButton } from '../../components/BusyButton.tsx'
import dialog from '../../components/import/Import.module.css'
import { useNotice } from '../../data/use-notice.tsx'
import { channelStrings } from '../../strings/channels.ts'
import { strings } from '../../strings.ts'
import { AccessForm } from './AccessForm.tsx'
import styles from './Channel.module.css'
import { type ChannelAccess, useMeeting } from './use-channels.ts'

const { subscribe: words } = channelStrings

/** Asks where, shows whose library stands there, and subscribes once the fingerprint was compared. */
export function SubscribeDialog({ onClose }: { onClose: () => void }) {
  const meeting = useMeeting()
  return meeting.data ? (
    <TrustDialog {...meeting.data} onBack={meeting.reset} onClose={onClose} />
  ) : (
    <WhereDialog
      isBusy={meeting.isPending}
      error={meeting.error}
      onAccess={meeting.mutate}
      onClose={onClose}
    />
  )
}

interface WhereDialogProps {
  isBusy: boolean
  error: Error | null
  onAccess: (access: ChannelAccess) => void
  onClose: () => void
}

function WhereDialog({ isBusy, error, onAccess, onClose }: WhereDialogProps) {
  const form = useId()
  return (
    <Modal
      open
      width={560}
      className={dialog.dialog ?? ''}
      title={words.title}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {strings.cancel}
        </Button>,
        <BusyButton key="connect" type="primary" htmlType="submit" form={form} isBusy={isBusy}>
          {words.connect}
        </BusyButton>,
      ]}
    >
      <p className={styles.lead}>{words.explanation}</p>
      <AccessForm id={form} present={null} isForPublishing={false} error={error} onAccess={onAccess} />
    </Modal>
  )
}

interface TrustDialogProps {
  access: ChannelAccess
  meeting: ChannelMeeting
  onBack: () => void
  onClose: () => void
}

function TrustDialog({ access, meeting, onBack, onClose }: TrustDialogProps) {
  const notice = useNotice()
  const { library, publisher, version, fingerprint, trust } = meeting
  const [isTrusted, setTrusted] = useState(trust === 'known')
  const subscribe = useMutation({
    mutationFn: () => rpc.channels.subscribe.mutate({ ...access, trusted: fingerprint }),
    onSuccess() {
      notice.done(words.done(library.name))
      onClose()
    },
  })
  return (
    <Modal
      open
      width={520}
      title={words.met(library.name)}
      onCancel={onClose}
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
