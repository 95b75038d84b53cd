import type { ChannelAddress, ChannelState } from '../../../../shared/model/channel.ts'
import { addDays, chinaMoment } from '../../../../shared/model/china-time.ts'
import { channelStrings as words } from '../../strings/channels.ts'

export type Tone = 'good' | 'busy' | 'asks' | 'bad'

/** A channel's state in one line, and how it looks. */
export function statusOf({ status, role, progress, present, offered }: ChannelState): {
  text: string
  tone: Tone
} {
  switch (status) {
    case 'current':
      if (role === 'subscriber') return { text: words.status.current, tone: 'good' }
      return present === 0
        ? { text: words.status.unpublished, tone: 'busy' }
        : { text: words.status.published(present), tone: 'good' }
    case 'fetching':
      return { text: words.status.fetching(progress && percentOf(progress)), tone: 'busy' }
    case 'waiting':
      return { text: words.status.waiting(offered?.version ?? present + 1), tone: 'asks' }
    case 'offline':
      return { text: words.status.offline, tone: 'busy' }
    case 'refused':
      return { text: words.status.refused, tone: 'bad' }
  }
}

/** Whether a release is there to be looked at: offline, too, what was fetched before can be brought in. */
export const offersRelease = ({ status, offered, present }: ChannelState): boolean =>
  status === 'waiting' || (status === 'offline' && offered !== null && offered.version > present)

/** When it was asked, and when it is asked again if that went wrong. */
export function checkedWords({ triedAt, workedAt, nextCheckAt, status }: ChannelState, now: number): string {
  const isWell = status !== 'offline' && status !== 'refused'
  // The program was ended since: of a try that failed then, nothing is known but that it was none.
  if (triedAt === null || (isWell && workedAt === null)) return words.neverChecked
  if (isWell) return words.checkedAt(shortMoment(workedAt ?? triedAt, now))
  return [
    words.triedAt(shortMoment(triedAt, now)),
    ...(workedAt === null ? [] : [words.workedAt(shortMoment(workedAt, now))]),
    ...(nextCheckAt === null ? [] : [words.nextCheck(shortMoment(nextCheckAt, now))]),
  ].join('，')
}

/** Never 100 while something is missing. */
const percentOf = ({ bytes, of }: { bytes: number; of: number }): number | null =>
  of === 0 ? null : Math.min(99, Math.floor((bytes / of) * 100))

/** Where a channel lives, in a few words; never with a secret or an account. */
export function placeOf(address: ChannelAddress): string {
  const kind = words.shortKinds[address.kind]
  switch (address.kind) {
    case 'folder':
      return `${kind} ${address.path}`
    case 's3':
      return `${kind} ${address.bucket}/${address.prefix} · ${hostOf(address.endpoint)}`
    default:
      return `${kind} ${hostOf(address.url)}${decodedPath(address.url)}`
  }
}

const hostOf = (url: string): string => new URL(url).host

function decodedPath(url: string): string {
  const { pathname } = new URL(url)
  try {
    return decodeURI(pathname)
  } catch {
    return pathname
  }
}

/** Why a release should not be put off, from the day before its last; null while there is time, or nothing to do. */
export function urgencyOf(
  { offered, present, role }: Pick<ChannelState, 'offered' | 'present' | 'role'>,
  today: string,
): string | null {
  if (role === 'publisher' || !offered?.mustUpdateBy || offered.version <= present) return null
  const { mustUpdateBy: day } = offered
  if (day < today) return words.urgent.late(day)
  if (day === today) return words.urgent.today
  return day === addDays(today, 1) ? words.urgent.tomorrow : null
}

/** `10:32` of today, `11-20 10:32` of another day. */
export function shortMoment(at: number, now: number): string {
  const { day, time } = chinaMoment(at)
  return day === chinaMoment(now).day ? time : `${day.slice(5)} ${time}`
}

/** e.g. `3 KB`, `1.4 MB` */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.ceil(bytes / 1024))} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
