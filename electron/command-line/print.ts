import type { Phrase } from '../../shared/model/phrase.ts'
import type { RenderedScript } from '../../shared/model/script.ts'
import type { SearchAnswer } from '../../shared/model/search.ts'
import type { ImportOutcome, RowProblem } from '../../shared/model/transfer.ts'
import type { Finding } from './doctor.ts'

/** Words for people at a terminal; each text ends with a line break. */

export function importOutcome(outcome: ImportOutcome): string {
  if (!outcome.ok) return lines(`没有导入：${outcome.reason}`, outcome.advice)
  return lines(
    `${outcome.fileName}(${outcome.encoding})：读到 ${outcome.rowsRead} 行，新增 ${outcome.added} 条，重复 ${outcome.duplicates.length} 条，未能导入 ${outcome.refused.length} 条`,
    ...(outcome.groupsCreated.length > 0 ? [`新建分组：${firstFew(outcome.groupsCreated)}`] : []),
    ...outcome.refused.map(problem('未导入')),
    ...outcome.duplicates.map(problem('重复')),
    ...outcome.notes.map(problem('提示')),
  )
}

const MANY_GROUPS = 10

function firstFew(names: readonly string[]): string {
  const few = names.slice(0, MANY_GROUPS).join('、')
  return names.length > MANY_GROUPS ? `${few} 等 ${names.length} 个` : few
}

export const problem = (kind: string) => (row: RowProblem) =>
  `  ${kind} 第 ${row.row} 行：${row.reason}(${row.excerpt})`

export function searchAnswer({ hits, total }: SearchAnswer): string {
  if (hits.length === 0) return lines('没有找到')
  return lines(
    ...hits.map((hit, index) =>
      [`${index + 1}.`, hit.code ?? '-', hit.title, hit.blockedBy ? `(${hit.blockedBy})` : '']
        .join(' ')
        .trimEnd(),
    ),
    `共 ${total} 条`,
  )
}

export function renderedScript(script: RenderedScript): string {
  if (script.text === null) return ''
  return lines(script.text, ...script.warnings.map((warning) => `提醒：${warning}`))
}

export function whyIncomplete({ missing, refusals }: RenderedScript): string {
  const reasons = [
    ...(missing.length > 0 ? [`还缺：${missing.map((fact) => fact.label).join('、')}`] : []),
    ...refusals.map(({ reason, instead }) => (instead ? `${reason}；可以说：${instead}` : reason)),
  ]
  return `${reasons.join('。')}\n`
}

export function phraseList(phrases: readonly Phrase[]): string {
  return lines(
    ...phrases.map(({ id, code, groupPath, title }) =>
      [id, code ?? '-', groupPath.join('/') || '-', title].join('\t'),
    ),
  )
}

export function findings(list: readonly Finding[]): string {
  return lines(...list.map(({ ok, check, detail }) => `${ok ? '✓' : '✗'} ${check}: ${detail}`))
}

function lines(...all: string[]): string {
  return all.map((line) => `${line}\n`).join('')
}
