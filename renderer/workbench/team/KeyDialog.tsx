import { useMutation } from '@tanstack/react-query'
import { Alert, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import type { TeamLibrary } from '../../../shared/model/team.ts'
import { messageOf, rpc } from '../../client/index.ts'
import { FileDrop } from '../components/FileDrop.tsx'
import { saveAsFile } from '../data/save-as-file.ts'
import { useNotice } from '../data/use-notice.tsx'
import { teamStrings as words } from '../strings/team.ts'

interface KeyDialogProps {
  library: TeamLibrary
  /** To use a key that was written elsewhere, instead of writing this machine's. */
  isTaking: boolean
  onClose: () => void
}

const SHORTEST_PASSPHRASE = 8

/** Writes the key for a drawer or another lead, or takes one. */
export function KeyDialog({ library: { id, name }, isTaking, onClose }: KeyDialogProps) {
  const notice = useNotice()
  const [passphrase, setPassphrase] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const write = useMutation({
    mutationFn: () => rpc.team.writeKey.mutate({ id, passphrase }),
    onSuccess(pem) {
      saveAsFile(`${name}-密钥.pem`, pem, 'application/x-pem-file')
      onClose()
    },
  })
  const take = useMutation({
    mutationFn: async (chosen: File) => rpc.team.takeKey.mutate({ id, pem: await chosen.text(), passphrase }),
    onSuccess() {
      notice.done(words.keyTaken(name))
      onClose()
    },
  })
  const error = write.error ?? take.error
  const isReady = passphrase.length >= SHORTEST_PASSPHRASE && (!isTaking || file !== null)
  const onOk = () => {
    if (!isReady) return
    if (file) take.mutate(file)
    else write.mutate()
  }
  return (
    <Modal
      open
      width={460}
      title={isTaking ? words.takeKeyTitle(name) : words.keyTitle(name)}
      okText={isTaking ? words.takeKey : words.saveKey}
      okButtonProps={{ disabled: !isReady }}
      confirmLoading={write.isPending || take.isPending}
      onOk={onOk}
      onCancel={onClose}
    >
      <p>{words.keyExplanation}</p>
      <Form layout="vertical" onFinish={onOk}>
        {isTaking && (
          <Form.Item label={file?.name ?? words.chooseKey}>
            <FileDrop
              label={words.chooseKey}
              title={file?.name ?? words.chooseKey}
              formats=".pem"
              accept=".pem"
              onFile={setFile}
            />
          </Form.Item>
        )}
        <Form.Item label={words.passphrase} htmlFor="key-passphrase" extra={words.passphraseHint}>
          <Input.Password
            id="key-passphrase"
            autoComplete="off"
            maxLength={200}
            value={passphrase}
            onChange={(event) => setPassphrase(event.target.value)}
          />
        </Form.Item>
      </Form>
      {error && <Alert type="error" showIcon title={messageOf(error)} />}
    </Modal>
  )
}
