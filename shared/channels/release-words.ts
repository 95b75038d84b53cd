import type { ReleaseArrival } from '../model/channel.ts'

/** What an agent is told of a release that has come: the lead's own words first. `body` is `''` when there are none. */
export function releaseWords({ library, version, message, mustUpdateBy, isApplied }: ReleaseArrival): {
  title: string
  body: string
} {
  const name = `《${library.name}》`
  return {
    title: isApplied ? `${name}更新到第 ${version} 版` : `${name}第 ${version} 版等你确认`,
    body: [message, !isApplied && mustUpdateBy && `最晚 ${mustUpdateBy} 更新`].filter(Boolean).join('\n'),
  }
}
