import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Modal } from 'antd'
import type { TeamLibrary } from '../../../../shared/model/team.ts'
import { messageOf, rpc } from '../../../client/index.ts'
import { BusyButton } from '../../components/BusyButton.tsx'
import { useNotice } from '../../data/use-notice.tsx'
import { channelStrings as words } from '../../strings/channels.ts'
import { strings } from '../../strings.ts'

interface DetachDialogProps {
  library: Pick<TeamLibrary, 'id' | 'name' | 'role'>
  onClose: () => void
}

/** Asks before a library lets go of its channel: what stays, and what comes no more. */
export function DetachDialog({ library: { id, name, role }, onClose }: DetachDialogProps) {
  const notice = useNotice()
  const detach = useMutation({
    mutationFn: () => rpc.channels.detach.mutate({ libraryId: id }),
    onSuccess() {
      notice.done(words.detached(name))
      onClose()
    },
  })
  return (
    <Modal
      open
      width={460}
      title={words.detachTitle(name)}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {strings.cancel}
        </Button>,
        <BusyButton key="detach" type="primary" isBusy={detach.isPending} onClick={() => detach.mutate()}>
          {words.detach}
        </BusyButton>,
      ]}
    >
      <p>{words.detachExplanation[role]}</p>
      {detach.error && <Alert type="error" showIcon title={messageOf(detach.error)} />}
    </Modal>
  )
}
