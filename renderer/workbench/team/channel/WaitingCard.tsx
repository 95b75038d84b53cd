import { Button, Tag } from 'antd'
import { useState } from 'react'
import type { ChannelState } from '../../../../shared/model/channel.ts'
import { channelStrings } from '../../strings/channels.ts'
import { teamStrings } from '../../strings/team.ts'
import page from '../TeamPage.module.css'
import { ChannelSection } from './ChannelSection.tsx'
import { DetachDialog } from './DetachDialog.tsx'

interface WaitingCardProps {
  channel: ChannelState
  onLook: () => void
  /** Asks for the store's secret again. */
  onSecret: () => void
  isLooking: boolean
}

/** A library that was subscribed to and of which nothing is here yet. */
export function WaitingCard({ channel, ...look }: WaitingCardProps) {
  const [isLeaving, setLeaving] = useState(false)
  const { libraryId: id, libraryName: name, role } = channel
  return (
    <li className={page.library} aria-label={name}>
      <div className={page.title}>
        <h2>{name}</h2>
        <Tag>{teamStrings.roles[role]}</Tag>
        <span className={page.gap} />
        <Button onClick={() => setLeaving(true)}>{channelStrings.detach}</Button>
      </div>
      <ChannelSection channel={channel} {...look} />
      {isLeaving && <DetachDialog library={{ id, name, role }} onClose={() => setLeaving(false)} />}
    </li>
  )
}
