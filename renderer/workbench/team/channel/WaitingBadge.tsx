import badge from '../../components/Badge.module.css'
import { channelStrings as words } from '../../strings/channels.ts'
import { useChannels } from './use-channels.ts'

/** How many releases wait for a person, beside the menu's entry; nothing while there is none. */
export function WaitingBadge() {
  const waiting = useChannels().data?.filter(({ status }) => status === 'waiting').length ?? 0
  if (waiting === 0) return null
  return (
    <span className={badge.badge}>
      <span aria-hidden="true">{waiting}</span>
      <span className="heard">{words.waiting(waiting)}</span>
    </span>
  )
}
