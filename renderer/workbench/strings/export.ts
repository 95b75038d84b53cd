import type { ExportEncoding, ExportFormat } from '../../../shared/model/phrase-export.ts'

/** The words of 话术 › 导出. */
export const exportStrings = {
  open: '导出…',
  title: '导出话术',
  which: '导出哪些',
  shown: '表格里现在显示的',
  all: '全部话术（归档的除外）',
  format: '格式',
  formats: {
    workbook: { name: 'Excel 工作簿', about: '可以在 Excel、WPS 里改，改完导回来只变改过的地方' },
    table: { name: 'CSV 表格', about: '内容同上，给别的程序用' },
    qianniu: { name: '千牛快捷短语', about: '能直接导入千牛：编码、内容、一层分组' },
  } satisfies Record<ExportFormat, { name: string; about: string }>,
  encoding: '编码',
  encodings: {
    'utf-8-bom': 'UTF-8（推荐，表情也在）',
    gbk: 'GBK（老程序用，没有表情）',
  } satisfies Record<ExportEncoding, string>,
  written: (count: number) => `文件里会有 ${count} 条话术`,
  whole: '都能原样写进去。',
  losses: '写不进去或会变样的',
  lossHeads: ['话术', '情况'],
  leftOut: '不在文件里：',
  save: '保存文件',
  saved: (name: string) => `已保存为 ${name}`,
} as const
