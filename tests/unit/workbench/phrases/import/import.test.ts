import { describe, expect, it } from 'vitest'
import { reportAsText } from '../../../../../renderer/workbench/phrases/import/report-text.ts'
import { type ImportReport, MAX_IMPORT_BYTES, refusalBySize } from '../../../../../shared/model/transfer.ts'

const report: ImportReport = {
  fileName: '快捷短语.csv',
  encoding: 'GB18030',
  rowsRead: 4,
  added: 2,
  duplicates: [{ row: 4, excerpt: '编码重复', reason: '快捷编码“zz01”已有' }],
  refused: [{ row: 5, excerpt: '', reason: '快捷短语是空的' }],
  notes: [],
  groupsCreated: ['发货', '售后'],
}

describe('a file to import', () => {
  it('is refused by its size before it is read, with the size in the reason', () => {
    expect(refusalBySize(MAX_IMPORT_BYTES)).toBeNull()
    expect(refusalBySize(MAX_IMPORT_BYTES + 1)?.reason).toContain('有 33 MB，超过 32 MB')
    expect(refusalBySize(200 * 1024 * 1024)?.reason).toContain('200 MB')
  })
})

describe('the report as text', () => {
  it('names every row that did not come in, with its reason', () => {
    expect(reportAsText(report, true)).toBe(
      [
        '文件：快捷短语.csv（GB18030，共 4 行）',
        '已导入 2 条，重复 1 条，不能导入 1 条',
        '新建分组：发货、售后',
        '',
        '不能导入：',
        '  第 5 行 快捷短语是空的',
        '',
        '重复，已跳过：',
        '  第 4 行 快捷编码“zz01”已有（编码重复）',
      ].join('\n'),
    )
  })

  it('does not claim before the import that anything was done', () => {
    expect(reportAsText(report, false)).toContain('将导入 2 条')
  })
})
