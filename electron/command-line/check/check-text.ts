import type { WordingLevel } from '../../../shared/model/wording.ts'
import { problem } from '../print.ts'
import type { CheckReport, Located, LocatedFinding, LocatedMistake } from './check-report.ts'

const LEVEL_NAMES: Readonly<Record<WordingLevel, string>> = {
  block: '违禁',
  strong: '强提醒',
  warn: '提醒',
  hint: '提示',
}

/** The report for people at a terminal; what may not be published comes first. */
export function checkText(report: CheckReport): string {
  const { fileName, checked, unchecked, counts, blocked, findings, mistakes } = report
  const byLevel = (Object.entries(LEVEL_NAMES) as [WordingLevel, string][])
    .map(([level, name]) => `${name} ${counts[level]}`)
    .join('，')
  const inOrder = findings.toSorted((a, b) => Number(b.isBlocked) - Number(a.isBlocked))
  return [
    `${fileName ?? '话术库'}：检查了 ${checked} 条，发现 ${findings.length} 处（${byLevel}）`,
    ...inOrder.map(line),
    ...mistakes.map(mistakeLine),
    ...unchecked.map(problem('没有检查')),
    verdict(blocked, mistakes.length),
  ]
    .map((text) => `${text}\n`)
    .join('')
}

function verdict(blocked: number, mistakes: number): string {
  const wrong = [
    blocked > 0 ? `有 ${blocked} 处不能发布给团队` : null,
    mistakes > 0 ? `有 ${mistakes} 段话术写错了，存不进话术库` : null,
  ].filter(Boolean)
  return wrong.length > 0 ? `${wrong.join('，')}，改掉后再检查一次` : '没有不能发布的内容'
}

function mistakeLine({ line: row, column, message, ...where }: LocatedMistake): string {
  return `  ✗ ${[...whereOf(where), `第 ${row} 行第 ${column} 个字`].join(' ')}：${message}（写错）`
}

function whereOf({ phrase, variant, further }: Located): string[] {
  return [
    phrase.row === null ? null : `第 ${phrase.row} 行`,
    phrase.code,
    `《${phrase.title}》`,
    variant === null ? null : `说法 ${variant + 2}`,
    further === null ? null : `第 ${further + 2} 条消息`,
  ].filter((part) => part !== null)
}

function line(finding: LocatedFinding): string {
  const { category, level, text, span, reason, suggestion, isBlocked } = finding
  const where = [...whereOf(finding), `第 ${span.start + 1}–${span.end} 个字`]
  const advice = suggestion ? `；${suggestion}` : ''
  const words = text.replace(/\s+/g, ' ')
  return `  ${isBlocked ? '✗' : '·'} ${where.join(' ')}：“${words}”（${category}，${LEVEL_NAMES[level]}）${reason}${advice}`
}
