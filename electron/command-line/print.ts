import type { Phrase } from '../../shared/model/phrase.ts'
import type { RenderedScript } from '../../shared/model/script.ts'
import type { SearchAnswer } from '../../shared/model/search.ts'
import type { RowProblem } from '../../shared/model/transfer.ts'
import type { Finding } from './finding.ts'

/** Words for people at a terminal; each text ends with a line break. */

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
