import { defused } from '../../../../shared/text/spreadsheet-cell.ts'
import type { Finding } from './findings.ts'

const KINDS: Readonly<Record<Finding['kind'], string>> = {
  refused: '不能导入',
  skipped: '重复，跳过',
  replaced: '重复，替换',
  kept: '重复，两条都留',
  note: '说明',
}

/** The findings as a table for a spreadsheet, in the file's order; what would be a formula there is text. */
export function findingsAsCsv(findings: readonly Finding[]): string {
  const rows = findings
    .toSorted((one, other) => one.row - other.row)
    .map(({ row, kind, reason, excerpt }) => [String(row), KINDS[kind], reason, excerpt])
  return `\ufeff${[['行', '结果', '原因', '内容'], ...rows]
    .map((cells) => cells.map(cellOf).join(','))
    .join('\r\n')}\r\n`
}

const cellOf = (text: string): string => `"${defused(text).replaceAll('"', '""')}"`
