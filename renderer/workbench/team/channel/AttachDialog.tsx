import { useMutation } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useId, useState } from 'react'
import type { ChannelState } from '../../../../shared/model/channel.ts'
import type { TeamLibrary } from '../../../../shared/model/team.ts'
import { rpc } from '../../../client/index.ts'
import { useMarkUnsaved } from '../../app/unsaved.ts'
import { useLeave } from '../../app/use-leave.ts'
import { BusyButton } from '../../components/BusyButton.tsx'
import dialog from '../../components/import/Import.module.css'
import { isSameValue } from '../../components/same-value.ts'
import { useNotice } from '../../data/use-notice.tsx'
import { channelStrings as words } from '../../strings/channels.ts'
import { strings } from '../../strings.ts'
import { AccessForm } from './AccessForm.tsx'
import { addressFormOf } from './address-form.ts'
import styles from './Channel.module.css'
import type { ChannelAccess } from './use-channels.ts'

interface AttachDialogProps {
  library: TeamLibrary
  /** The channel that it has; null for none. */
  channel: ChannelState | null
  onClose: () => void
}

/** Gives a library its channel, or another address or secret of it. */
export function AttachDialog({ library: { id, name, role }, channel, onClose }: AttachDialogProps) {
  const notice = useNotice()
  const form = useId()
  const leave = useLeave()
  const [initial] = useState(() => addressFormOf(channel?.address ?? null))
  const [typed, setTyped] = useState(initial)
  useMarkUnsaved('channel-address', !isSameValue(typed, initial))
  const attach = useMutation({
    mutationFn: (access: ChannelAccess) => rpc.channels.attach.mutate({ libraryId: id, ...access }),
    onSuccess() {
      notice.done(words.attached(name))
      onClose()
    },
  })
  return (
    <Modal
      open
      width={560}
      className={dialog.dialog ?? ''}
      title={channel ? words.moveTitle(name) : words.attachTitle(name)}
      onCancel={() => leave(onClose)}
      footer={[
        <Button key="cancel" onClick={() => leave(onClose)}>
          {strings.cancel}
        </Button>,
        <BusyButton key="connect" type="primary" htmlType="submit" form={form} isBusy={attach.isPending}>
          {words.connect}
        </BusyButton>,
      ]}
    >
      {role === 'publisher' && <p className={styles.lead}>{words.attachExplanation}</p>}
      <AccessForm
        id={form}
        initial={initial}
        kept={channel?.address?.kind ?? null}
        isForPublishing={role === 'publisher'}
        error={attach.error}
        onTyped={setTyped}
        onAccess={attach.mutate}
      />
    </Modal>
  )
}
