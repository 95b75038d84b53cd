import type { NamedPhrases, TeamRemovals } from '../../shared/model/team.ts'

/** What a release takes from the team, for whoever publishes it; nothing where it takes nothing. */
export function removalsIn({ count, titles, takenBack }: TeamRemovals): string {
  return [
    listed({ count, titles }, `会从全队移除 ${count} 条话术`),
    listed(takenBack, `会把别人改过的 ${takenBack.count} 条话术改回这里的`),
  ].join('')
}

function listed({ count, titles }: NamedPhrases, heading: string): string {
  if (count === 0) return ''
  const lines = titles.map((title) => `  《${title}》\n`).join('')
  return `${heading}：\n${lines}${count > titles.length ? `  …… 共 ${count} 条\n` : ''}`
}
