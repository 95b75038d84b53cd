import { useMutation } from '@tanstack/react-query'
import { Button, Dropdown, Modal, Tag, Tooltip } from 'antd'
import { useState } from 'react'
import { chinaMoment } from '../../../shared/model/china-time.ts'
import type { TeamLibrary } from '../../../shared/model/team.ts'
import { rpc } from '../../client/index.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { Copyable } from '../components/Copyable.tsx'
import { MoreIcon } from '../components/icons.tsx'
import { useNotice } from '../data/use-notice.tsx'
import { teamStrings as words } from '../strings/team.ts'
import { strings } from '../strings.ts'
import styles from './TeamPage.module.css'

interface LibraryCardProps {
  library: TeamLibrary
  onTask: (kind: 'edit' | 'publish' | 'write-key' | 'take-key') => void
}

/** One library: whose it is, how new, and what can be done with it. */
export function LibraryCard({ library, onTask }: LibraryCardProps) {
  const [isLeaving, setLeaving] = useState(false)
  const { name, role, version, publishedAt, publisher, message, mustUpdateBy, fingerprint } = library
  const isPublisher = role === 'publisher'
  const items = [
    ...(isPublisher ? [{ key: 'edit', label: words.edit }] : []),
    isPublisher ? { key: 'write-key', label: words.saveKey } : { key: 'take-key', label: words.takeKey },
    { key: 'leave', label: words.leave },
  ]
  return (
    <li className={styles.library} aria-label={name}>
      <div className={styles.title}>
        <h2>{name}</h2>
        <Tag>{words.roles[role]}</Tag>
        <span className={styles.gap} />
        {isPublisher && (
          <Button type="primary" onClick={() => onTask('publish')}>
            {words.publish}
          </Button>
        )}
        <Dropdown
          trigger={['click']}
          placement="bottomRight"
          menu={{
            items,
            onClick: ({ key }) =>
              key === 'leave' ? setLeaving(true) : onTask(key as 'edit' | 'write-key' | 'take-key'),
          }}
        >
          <Button icon={<MoreIcon />} aria-label={`${name} ${strings.phrases.more}`} />
        </Dropdown>
      </div>
      {message && <p className={styles.message}>{message}</p>}
      <p className={styles.facts}>
        <span>{words.version(version)}</span>
        {version > 0 && <span>{momentOf(publishedAt)}</span>}
        <span>{words.publishedBy(publisher)}</span>
        <span>{words.phrases(library.phrases)}</span>
        <span>{library.allowsEdits ? words.editable : words.readOnly}</span>
        {mustUpdateBy && <span className={styles.urgent}>{words.mustUpdateBy(mustUpdateBy)}</span>}
      </p>
      <p className={styles.facts}>
        <Tooltip title={words.fingerprintHint}>
          <span>{words.fingerprint}</span>
        </Tooltip>
        <Copyable text={fingerprint}>
          <code>{fingerprint}</code>
        </Copyable>
      </p>
      {isLeaving && <LeaveDialog library={library} onClose={() => setLeaving(false)} />}
    </li>
  )
}

function LeaveDialog({
  library: { id, name, role },
  onClose,
}: {
  library: TeamLibrary
  onClose: () => void
}) {
  const notice = useNotice()
  const leave = useMutation({
    mutationFn: (phrases: 'keep' | 'remove') => rpc.team.leave.mutate({ id, phrases }),
    onSuccess() {
      notice.done(words.left(name))
      onClose()
    },
    onError: notice.failed,
  })
  const isPublisher = role === 'publisher'
  return (
    <Modal
      open
      width={460}
      title={words.leaveTitle(name)}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {strings.cancel}
        </Button>,
        ...(isPublisher
          ? []
          : [
              <BusyButton key="remove" danger isBusy={leave.isPending} onClick={() => leave.mutate('remove')}>
                {words.remove}
              </BusyButton>,
            ]),
        <BusyButton key="keep" type="primary" isBusy={leave.isPending} onClick={() => leave.mutate('keep')}>
          {isPublisher ? words.leave : words.keep}
        </BusyButton>,
      ]}
    >
      {isPublisher ? words.leavePublisher : words.leaveExplanation}
    </Modal>
  )
}

function momentOf(at: number): string {
  const { day, time } = chinaMoment(at)
  return `${day} ${time}`
}
