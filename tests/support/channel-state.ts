import type { ChannelState } from '../../shared/model/channel.ts'

/** A channel as an agent's machine knows it, with what a test says of it. */
export const channelState = (now: Partial<ChannelState> = {}): ChannelState => ({
  libraryId: 'team',
  libraryName: '屿禾团队',
  role: 'subscriber',
  address: { kind: 'folder', path: '/nas' },
  offered: null,
  present: 1,
  status: 'current',
  problem: null,
  progress: null,
  asksForSecret: false,
  triedAt: null,
  workedAt: null,
  nextCheckAt: null,
  isAutomatic: true,
  sendsFeedback: false,
  feedbackProblem: null,
  releases: [],
  ...now,
})
