import readSheet from 'read-excel-file/node'
import type { Desk } from '../../../electron/desk/open-desk.ts'
import type { PhraseDraftInput } from '../../../shared/model/phrase.ts'
import { PhraseExportOptions } from '../../../shared/model/phrase-export.ts'

// A library of what spreadsheets spoil, and what a lead types into its workbook.

/** Ids and times as they were when `edited.xlsx` was made. */
export function sameEveryTime(): { now: () => number; newId: () => string } {
  let made = 0
  return {
    now: () => Date.UTC(2026, 10, 22),
    newId: () => `00000000-0000-7000-8000-${String(++made).padStart(12, '0')}`,
  }
}

const LINES = '亲，两行：\n\n  第二行前面有空格\n"引号"，\t制表符'

/** @param desk empty */
export function fillWithTraps(desk: Desk): void {
  const { id: groupId } = desk.groups.create('售前', null)
  const add = (title: string, more: Partial<PhraseDraftInput> = {}) =>
    desk.phrases.create({ title, body: `亲，${title}`, groupId, ...more })
  add('包邮', { code: '0012', body: '亲，满 198 元包邮😀', tags: ['邮费', '常用'], pinned: true })
  add('长号码', { code: '1234567890123456789', body: '6901234567890123456' })
  add('像小数', { code: '1E5', body: '1.10', questions: ['3/4', '2026-11-11'] })
  add('=1+1', { code: '-1', body: "=SUM(A1)\n'-'" })
  add('撇号', { body: "'带撇号", code: '@1' })
  add('换行', { body: LINES })
  add('表情', { body: '👩‍👩‍👧好的👍🏻𠮷' })
  add('看着像转义', { body: '_x0041_ 和 &amp; 和 <b>' })
  add('活动', { validFrom: '2026-11-01', validUntil: '2026-11-11', guard: '商品.库存 <= 10' })
  add('变量', { body: '每天 {{ 商品.价格 | 每天: 90 }} 元', buyerTypes: ['new', 'haggler'] })
  add('没有编码')
  add('老客', {
    variants: [{ buyerTypes: ['returning', 'expert'], body: '欢迎回来\n【新客】不是标题' }],
    further: [{ body: '第二条' }, { body: '第三条\n---\n还是第三条' }],
  })
  add('很长', { body: '长'.repeat(10_000) })
}

/** What the lead types, by the title of the row and the column; the last row is a new phrase. */
const TYPED: readonly [title: string | null, column: string, text: string][] = [
  ['包邮', '话术内容', '亲，满 99 元包邮的哦🎉'],
  ['长号码', '快捷编码', '0034'],
  ['活动', '失效日期', '2026-12-12'],
  ['活动', '使用条件', ''],
  ['没有编码', '快捷编码', '007'],
  ['没有编码', '分组', '售前=>大促'],
  ['老客', '买家说法', '【老客、行家】\n欢迎再来'],
  [null, '快捷编码', '0099'],
  [null, '话术内容', '=新写的一条\n两行'],
]

export const exported = async (desk: Desk): Promise<Uint8Array> => {
  const choice = { kind: 'all', query: { filter: {} }, except: [] }
  const { bytes } = await desk.exports.write(PhraseExportOptions.parse({ choice, format: 'workbook' }))
  return bytes
}

/** What is typed, by cell. */
export async function cellsTyped(workbook: Uint8Array): Promise<[cell: string, text: string][]> {
  const [sheet] = await readSheet(Buffer.from(workbook))
  const [header = [], ...rows] = sheet?.data ?? []
  const titleAt = header.indexOf('标题')
  return TYPED.map(([title, column, text]) => {
    const found = title === null ? rows.length : rows.findIndex((row) => row[titleAt] === title)
    return [`${String.fromCharCode(65 + header.indexOf(column))}${found + 2}`, text]
  })
}
