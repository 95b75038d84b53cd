import type { ChannelAddress, ChannelState } from '../../../shared/model/channel.ts'
import type { TeamLibrary } from '../../../shared/model/team.ts'
import { AttachDialog } from './channel/AttachDialog.tsx'
import { ChannelPublishDialog } from './channel/ChannelPublishDialog.tsx'
import { DetachDialog } from './channel/DetachDialog.tsx'
import { SubscribeDialog } from './channel/SubscribeDialog.tsx'
import { KeyDialog } from './KeyDialog.tsx'
import { LibraryDialog } from './LibraryDialog.tsx'
import { PublishDialog } from './PublishDialog.tsx'

/** What can be asked for on a library's card. */
export type LibraryTask = 'edit' | 'publish' | 'publish-pack' | 'write-key' | 'take-key' | 'attach' | 'detach'

/** What is open over the page. */
export type TeamTask =
  | { kind: 'create' }
  /** `address`: of a channel whose secret has to be typed again; null for a new one. */
  | { kind: 'subscribe'; address: ChannelAddress | null }
  | { kind: LibraryTask; library: TeamLibrary }

interface TeamDialogsProps {
  task: TeamTask
  channels: readonly ChannelState[]
  onClose: () => void
}

/** The dialog of what was asked for. */
export function TeamDialogs({ task, channels, onClose }: TeamDialogsProps) {
  if (!('library' in task)) {
    return task.kind === 'create' ? (
      <LibraryDialog library={null} onClose={onClose} />
    ) : (
      <SubscribeDialog address={task.address} onClose={onClose} />
    )
  }
  const { kind, library } = task
  const channel = channels.find(({ libraryId }) => libraryId === library.id) ?? null
  switch (kind) {
    case 'edit':
      return <LibraryDialog library={library} onClose={onClose} />
    case 'publish':
      return channel ? (
        <ChannelPublishDialog channel={channel} next={library.version + 1} onClose={onClose} />
      ) : (
        <PublishDialog library={library} onClose={onClose} />
      )
    case 'publish-pack':
      return <PublishDialog library={library} onClose={onClose} />
    case 'write-key':
    case 'take-key':
      return <KeyDialog library={library} isTaking={kind === 'take-key'} onClose={onClose} />
    case 'attach':
      return <AttachDialog library={library} channel={channel} onClose={onClose} />
    case 'detach':
      return <DetachDialog library={library} onClose={onClose} />
  }
}
