import type { ChannelState } from '../model/channel.ts'

/** What an agent is told once of a release: that it is here, or that it waits for them. */
export interface ReleaseNews {
  libraryId: string
  version: number
  title: string
  /** The lead's own words first; `''` when there is nothing to add. */
  body: string
}

/**
 * Finds in each state of the channels what is new since the one before, so that every release is told once. What was
 * here when the program started is no news; what waited then is told again, for somebody has to decide.
 */
export function createReleaseNews() {
  /** The newest version that was told, or needed no telling, by library; null before the first state. */
  let told: Map<string, number> | null = null

  return {
    /** @returns what to say, for libraries that are subscribed to */
    learn(channels: readonly ChannelState[]): ReleaseNews[] {
      const before = told
      const now = new Map<string, number>()
      const news: ReleaseNews[] = []
      for (const channel of channels) {
        const { libraryId, role, present, offered, status } = channel
        // Who subscribed a moment ago has just seen what there is.
        const known = before ? (before.get(libraryId) ?? offered?.version ?? present) : present
        const here = status === 'waiting' && offered ? Math.max(offered.version, present) : present
        if (role === 'subscriber' && here > known) news.push(newsOf(channel, here))
        now.set(libraryId, Math.max(known, here))
      }
      told = now
      return news
    },
  }
}

function newsOf({ libraryId, libraryName, present, offered }: ChannelState, version: number): ReleaseNews {
  const isHere = present === version
  const about = offered?.version === version ? offered : null
  return {
    ...{ libraryId, version },
    title: isHere ? `《${libraryName}》更新到第 ${version} 版` : `《${libraryName}》第 ${version} 版等你确认`,
    body: [about?.message, !isHere && about?.mustUpdateBy && `最晚 ${about.mustUpdateBy} 更新`]
      .filter(Boolean)
      .join('\n'),
  }
}
