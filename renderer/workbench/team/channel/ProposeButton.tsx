import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Form, Input, Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { type ChannelState, isReadOnly } from '../../../../shared/model/channel.ts'
import { messageOf, rpc } from '../../../client/index.ts'
import { useMarkUnsaved } from '../../app/unsaved.ts'
import { useLeave } from '../../app/use-leave.ts'
import { BusyButton } from '../../components/BusyButton.tsx'
import { useNotice } from '../../data/use-notice.tsx'
import { channelStrings } from '../../strings/channels.ts'
import { strings } from '../../strings.ts'
import { useChannels } from './use-channels.ts'

const { propose: words } = channelStrings

interface ProposedPhrase {
  phraseId: string
  title: string
}

/** Hands a phrase to the lead of a library that one subscribes to; nothing where there is none that it could reach. */
export function ProposeButton(phrase: ProposedPhrase) {
  const [isAsking, setAsking] = useState(false)
  const subscribed = (useChannels().data ?? []).filter(
    ({ role, address }) => role === 'subscriber' && address !== null && !isReadOnly(address),
  )
  const [first] = subscribed
  if (!first) return null
  return (
    <>
      <Button type="text" onClick={() => setAsking(true)}>
        {words.open}
      </Button>
      {isAsking && (
        <ProposeDialog {...phrase} channels={subscribed} first={first} onClose={() => setAsking(false)} />
      )}
    </>
  )
}

interface ProposeDialogProps extends ProposedPhrase {
  channels: readonly ChannelState[]
  first: ChannelState
  onClose: () => void
}

function ProposeDialog({ phraseId, title, channels, first, onClose }: ProposeDialogProps) {
  const notice = useNotice()
  const id = useId()
  const [libraryId, setLibraryId] = useState(first.libraryId)
  const leave = useLeave()
  const [note, setNote] = useState('')
  useMarkUnsaved('propose', note.trim() !== '')
  const propose = useMutation({
    mutationFn: () => rpc.channels.propose.mutate({ libraryId, phraseId, note: note.trim() }),
    onSuccess() {
      notice.done(words.done)
      onClose()
    },
  })
  return (
    <Modal
      open
      width={460}
      title={words.title(title)}
      onCancel={() => leave(onClose)}
      footer={[
        <Button key="cancel" onClick={() => leave(onClose)}>
          {strings.cancel}
        </Button>,
        <BusyButton key="send" type="primary" isBusy={propose.isPending} onClick={() => propose.mutate()}>
          {words.send}
        </BusyButton>,
      ]}
    >
      <Form layout="vertical" component={false}>
        {channels.length > 1 && (
          <Form.Item label={words.library} htmlFor={`${id}-library`}>
            <Select
              id={`${id}-library`}
              value={libraryId}
              onChange={setLibraryId}
              options={channels.map((one) => ({ value: one.libraryId, label: one.libraryName }))}
            />
          </Form.Item>
        )}
        <Form.Item label={words.note} htmlFor={`${id}-note`} extra={words.noteHint}>
          <Input.TextArea
            id={`${id}-note`}
            autoFocus
            autoSize={{ minRows: 2, maxRows: 4 }}
            maxLength={200}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </Form.Item>
        <p>{words.what}</p>
      </Form>
      {propose.error && <Alert type="error" showIcon title={messageOf(propose.error)} />}
    </Modal>
  )
}
