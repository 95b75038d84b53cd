import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { messageOf, rpc } from '../../../client/index.ts'
import { useMarkUnsaved } from '../../app/unsaved.ts'
import { useLeave } from '../../app/use-leave.ts'
import { BusyButton } from '../../components/BusyButton.tsx'
import { useNotice } from '../../data/use-notice.tsx'
import { channelStrings } from '../../strings/channels.ts'
import { teamStrings } from '../../strings/team.ts'
import { strings } from '../../strings.ts'

const { releases: words } = channelStrings

interface RollBackDialogProps {
  libraryId: string
  version: number
  /** The newest in the channel. */
  newest: number
  onClose: () => void
}

/** Says what going back does before it does it: nothing is taken away from anybody, a new version says the old. */
export function RollBackDialog({ libraryId, version, newest, onClose }: RollBackDialogProps) {
  const notice = useNotice()
  const leave = useLeave()
  const [message, setMessage] = useState('')
  useMarkUnsaved('roll-back', message.trim() !== '')
  const rollBack = useMutation({
    mutationFn: () =>
      rpc.channels.rollBack.mutate({
        ...{ libraryId, version, share: 100 },
        ...{ message: message.trim() || null, mustUpdateBy: null },
      }),
    onSuccess(published) {
      notice.done(words.rolledBack(version, published.version))
      onClose()
    },
  })
  return (
    <Modal
      open
      width={480}
      title={words.rollBackTitle(version)}
      onCancel={() => leave(onClose)}
      footer={[
        <Button key="cancel" onClick={() => leave(onClose)}>
          {strings.cancel}
        </Button>,
        <BusyButton key="back" type="primary" isBusy={rollBack.isPending} onClick={() => rollBack.mutate()}>
          {words.rollBackNow}
        </BusyButton>,
      ]}
    >
      <p>{words.rollBackExplanation(version, newest + 1)}</p>
      <Form layout="vertical" onFinish={() => rollBack.mutate()}>
        <Form.Item label={teamStrings.message} htmlFor="roll-back-message" extra={words.rollBackMessageHint}>
          <Input
            id="roll-back-message"
            maxLength={500}
            value={message}
            onChange={(event) => setMessage(event.target.value)}
          />
        </Form.Item>
      </Form>
      {rollBack.error && <Alert type="error" showIcon title={messageOf(rollBack.error)} />}
    </Modal>
  )
}
