import type { ImportReport, RowProblem } from '../../../../shared/model/transfer.ts'

/** The report as plain text, for a lead to send on or to keep. `isDone` tells what happened from what would. */
export function reportAsText(report: ImportReport, isDone: boolean): string {
  const verb = isDone ? '已导入' : '将导入'
  return [
    `文件：${report.fileName}（${report.encoding}，共 ${report.rowsRead} 行）`,
    `${verb} ${report.added} 条，重复 ${report.duplicates.length} 条，不能导入 ${report.refused.length} 条`,
    ...(report.groupsCreated.length > 0 ? [`新建分组：${report.groupsCreated.join('、')}`] : []),
    ...section('不能导入', report.refused),
    ...section('重复，已跳过', report.duplicates),
    ...section('说明', report.notes),
  ].join('\n')
}

function section(title: string, problems: readonly RowProblem[]): string[] {
  if (problems.length === 0) return []
  return [
    '',
    `${title}：`,
    ...problems.map(
      ({ row, reason, excerpt }) => `  第 ${row} 行 ${reason}${excerpt ? `（${excerpt}）` : ''}`,
    ),
  ]
}
