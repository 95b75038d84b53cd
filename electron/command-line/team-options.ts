import { InvalidArgumentError } from 'commander'
import { Day } from '../../shared/model/phrase.ts'
import type { PackDecisions, PackPreview, TeamLibrary } from '../../shared/model/team.ts'
import type { Desk } from '../desk/open-desk.ts'
import { Refused } from './words.ts'

/** What the commands of packs and of channels read and print alike. */

const SIDES = ['theirs', 'mine'] as const

/** @throws Refused when no library has this id or name */
export function libraryNamed(desk: Desk, wanted: string): TeamLibrary {
  const library = desk.team.list().find(({ id, name }) => id === wanted || name === wanted)
  if (!library) throw new Refused(`没有编号或名字为“${wanted}”的团队话术库`)
  return library
}

/** One side for everything that both changed; without a side nothing is decided. */
export function decisionsFor({ changes }: PackPreview, side: string | undefined): PackDecisions {
  const chosen = SIDES.find((one) => one === side)
  if (!chosen) return {}
  const asked = changes.filter(({ kind }) => kind === 'conflict' || kind.includes('-but-'))
  return Object.fromEntries(asked.map(({ id }) => [id, chosen]))
}

export function totals({ added, changed, merged, conflict, removed }: PackPreview['totals']): string {
  return `新增 ${added} 条，更新 ${changed + merged + conflict} 条，移除 ${removed} 条\n`
}

export function aDay(text: string): string {
  if (!Day.safeParse(text).success) throw new InvalidArgumentError('日期要写成 2026-11-11 这样')
  return text
}

export function oneOfSides(text: string): string {
  if (!SIDES.some((side) => side === text)) throw new InvalidArgumentError('应是 theirs 或 mine')
  return text
}
