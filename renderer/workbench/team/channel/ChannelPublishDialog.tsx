import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Form, Input, InputNumber, Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import type { ChannelState } from '../../../../shared/model/channel.ts'
import { messageOf, rpc } from '../../../client/index.ts'
import { useMarkUnsaved } from '../../app/unsaved.ts'
import { useLeave } from '../../app/use-leave.ts'
import { BusyButton } from '../../components/BusyButton.tsx'
import { isSameValue } from '../../components/same-value.ts'
import { useNotice } from '../../data/use-notice.tsx'
import { channelStrings } from '../../strings/channels.ts'
import { teamStrings } from '../../strings/team.ts'
import { strings } from '../../strings.ts'
import { Removals } from '../Removals.tsx'
import styles from './Channel.module.css'
import { sizeWords } from './channel-words.ts'

const { publish: words } = channelStrings

interface ChannelPublishDialogProps {
  channel: ChannelState
  /** The version that this will be, as far as this machine knows. */
  next: number
  onClose: () => void
}

interface ReleaseForm {
  message: string
  mustUpdateBy: string
  to: keyof typeof words.shares
  percent: number | null
}

const TO_BEGIN_WITH: ReleaseForm = { message: '', mustUpdateBy: '', to: 'all', percent: 30 }

/** Asks what to tell the agents, by when, and who gets it first; then puts the release into the channel. */
export function ChannelPublishDialog({ channel, next, onClose }: ChannelPublishDialogProps) {
  const notice = useNotice()
  const id = useId()
  const leave = useLeave()
  const [said, setSaid] = useState(TO_BEGIN_WITH)
  useMarkUnsaved('channel-release', !isSameValue(said, TO_BEGIN_WITH))
  const publish = useMutation({
    mutationFn: (release: ReleaseForm) =>
      rpc.channels.publish.mutate({
        libraryId: channel.libraryId,
        message: release.message.trim() || null,
        mustUpdateBy: release.mustUpdateBy || null,
        share: shareOf(release),
      }),
    onSuccess({ version, sent }) {
      notice.done(words.done(version, sent.objects, sizeWords(sent.bytes)))
      onClose()
    },
  })
  return (
    <Modal
      open
      width={480}
      title={words.title(channel.libraryName, next)}
      onCancel={() => leave(onClose)}
      footer={[
        <Button key="cancel" onClick={() => leave(onClose)}>
          {strings.cancel}
        </Button>,
        <BusyButton key="publish" type="primary" htmlType="submit" form={id} isBusy={publish.isPending}>
          {words.now}
        </BusyButton>,
      ]}
    >
      <Removals libraryId={channel.libraryId} />
      <Form<ReleaseForm>
        id={id}
        layout="vertical"
        requiredMark={false}
        initialValues={TO_BEGIN_WITH}
        onValuesChange={(changed) => setSaid((before) => ({ ...before, ...changed }))}
        onFinish={(values) => publish.isPending || publish.mutate(values)}
      >
        <Form.Item name="message" label={teamStrings.message} extra={teamStrings.messageHint}>
          <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 5 }} maxLength={500} />
        </Form.Item>
        <Form.Item name="mustUpdateBy" label={teamStrings.mustUpdate} extra={teamStrings.mustUpdateHint}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="to" label={words.share} extra={words.shareHint}>
          <Radio.Group options={Object.entries(words.shares).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        {said.to === 'own' && (
          <Form.Item
            name="percent"
            label={words.percent}
            rules={[{ required: true, message: words.percentMissing }]}
          >
            <InputNumber className={styles.share ?? ''} min={1} max={100} precision={0} suffix="%" />
          </Form.Item>
        )}
      </Form>
      {publish.error && <Alert type="error" showIcon title={messageOf(publish.error)} />}
    </Modal>
  )
}

function shareOf({ to, percent }: ReleaseForm): number {
  if (to === 'all') return 100
  return to === 'tenth' ? 10 : (percent ?? 100)
}
