import { Alert, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import type { TeamLibrary } from '../../../shared/model/team.ts'
import { messageOf } from '../../client/index.ts'
import { useNotice } from '../data/use-notice.tsx'
import { teamStrings as words } from '../strings/team.ts'
import { Removals } from './Removals.tsx'
import { usePublish } from './use-team.ts'

/** Asks what to tell the agents, publishes, and saves the pack. */
export function PublishDialog({ library, onClose }: { library: TeamLibrary; onClose: () => void }) {
  const notice = useNotice()
  const publish = usePublish()
  const [message, setMessage] = useState('')
  const [day, setDay] = useState('')
  const onPublish = () =>
    publish.mutate(
      { id: library.id, message: message.trim() || null, mustUpdateBy: day || null },
      {
        onSuccess(fileName) {
          notice.done(words.published(fileName))
          onClose()
        },
      },
    )
  return (
    <Modal
      open
      width={460}
      title={words.publishTitle(library.name, library.version + 1)}
      okText={words.publishNow}
      confirmLoading={publish.isPending}
      onOk={onPublish}
      onCancel={onClose}
    >
      <Removals libraryId={library.id} />
      <Form layout="vertical" onFinish={onPublish}>
        <Form.Item label={words.message} htmlFor="release-message" extra={words.messageHint}>
          <Input.TextArea
            id="release-message"
            autoFocus
            autoSize={{ minRows: 2, maxRows: 5 }}
            maxLength={500}
            value={message}
            onChange={(event) => setMessage(event.target.value)}
          />
        </Form.Item>
        <Form.Item label={words.mustUpdate} htmlFor="release-day" extra={words.mustUpdateHint}>
          <Input id="release-day" type="date" value={day} onChange={(event) => setDay(event.target.value)} />
        </Form.Item>
      </Form>
      {publish.error && <Alert type="error" showIcon title={messageOf(publish.error)} />}
    </Modal>
  )
}
