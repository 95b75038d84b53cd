import { useMutation } from '@tanstack/react-query'
import { Button, Dropdown, Modal, Tag, Tooltip } from 'antd'
import { useState } from 'react'
import type { ChannelState } from '../../../shared/model/channel.ts'
import { chinaMoment } from '../../../shared/model/china-time.ts'
import type { TeamLibrary } from '../../../shared/model/team.ts'
import { rpc } from '../../client/index.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { Copyable } from '../components/Copyable.tsx'
import { MoreIcon } from '../components/icons.tsx'
import { useNotice } from '../data/use-notice.tsx'
import { channelStrings as channelWords } from '../strings/channels.ts'
import { teamStrings as words } from '../strings/team.ts'
import { strings } from '../strings.ts'
import channelStyles from './channel/Channel.module.css'
import { ChannelSection } from './channel/ChannelSection.tsx'
import type { LibraryTask } from './TeamDialogs.tsx'
import styles from './TeamPage.module.css'

interface LibraryCardProps {
  library: TeamLibrary
  /** Null where every release comes as a file. */
  channel: ChannelState | null
  onTask: (kind: LibraryTask) => void
  /** Opens the release that waits in the channel. */
  onLook: () => void
  isLooking: boolean
}

/** One library: whose it is, how new, how it comes here, and what can be done with it. */
export function LibraryCard({ library, channel, onTask, onLook, isLooking }: LibraryCardProps) {
  const [isLeaving, setLeaving] = useState(false)
  const { name, role, version, publishedAt, publisher, message, mustUpdateBy, fingerprint } = library
  const isPublisher = role === 'publisher'
  const items = [
    ...(isPublisher ? [{ key: 'edit', label: words.edit }] : []),
    ...(isPublisher && channel ? [{ key: 'publish-pack', label: channelWords.publish.asPack }] : []),
    isPublisher ? { key: 'write-key', label: words.saveKey } : { key: 'take-key', label: words.takeKey },
    ...(channel
      ? [
          { key: 'attach', label: channelWords.move },
          { key: 'detach', label: channelWords.detach },
        ]
      : []),
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
            onClick: ({ key }) => (key === 'leave' ? setLeaving(true) : onTask(key as LibraryTask)),
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
      {channel ? (
        <ChannelSection
          channel={channel}
          onLook={onLook}
          onSecret={() => onTask('attach')}
          isLooking={isLooking}
        />
      ) : (
        <div className={channelStyles.nothing}>
          {isPublisher ? channelWords.none : channelWords.noneHere}
          <Button size="small" onClick={() => onTask('attach')}>
            {channelWords.attach}
          </Button>
        </div>
      )}
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
