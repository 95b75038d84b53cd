import type { BelongsTo } from '../../../../shared/model/phrase-transfer.ts'
import type { TableRow } from '../tables/read-table.ts'

export interface OtherKind {
  belongsTo: BelongsTo
  reason: string
  advice: string
}

const WITHIN = 10

/** Files that shops have beside their phrases, by the names of columns that only they have. */
const KINDS: readonly (OtherKind & { has: (names: ReadonlySet<string>) => boolean })[] = [
  {
    belongsTo: 'orders',
    has: (names) =>
      names.has('订单编号') &&
      ['收货人姓名', '收货地址', '联系手机', '收件人'].some((name) => names.has(name)),
    reason: '这是订单表，里面有买家的姓名、地址和电话，没有读取',
    advice: '话术里不需要这些。请检查是不是选错了文件。',
  },
  {
    belongsTo: 'figures',
    has: (names) =>
      names.has('旺旺昵称') && [...names].some((name) => /^(询单|首次响应|平均响应|旺旺回复率)/.test(name)),
    reason: '这是客服绩效表，不是话术',
    advice: '它属于“数据”，那里还不能导入。话术库没有改动。',
  },
  {
    belongsTo: 'products',
    has: (names) => names.has('宝贝名称') && (names.has('宝贝价格') || names.has('销售属性组合')),
    reason: '这是淘宝助理的宝贝文件，不是话术',
    advice: '请到“商品”里导入它。',
  },
  {
    belongsTo: 'products',
    has: (names) =>
      hasArticleCode(names) &&
      ['商品名称', '品名', '商品名'].some((name) => names.has(name)) &&
      !hasText(names),
    reason: '这是商品表，不是话术',
    advice: '请到“商品”里导入它。',
  },
  {
    belongsTo: 'stock',
    has: (names) =>
      hasArticleCode(names) &&
      ['库存', '可售库存', '库存数量', '现货'].some((name) => names.has(name)) &&
      !hasText(names),
    reason: '这是库存表，不是话术',
    advice: '请到“商品”里用“更新库存”导入它。',
  },
]

function hasArticleCode(names: ReadonlySet<string>): boolean {
  return ['商家编码', '商品编码', '货号', '款号', '规格编码', '编码'].some((name) => names.has(name))
}

function hasText(names: ReadonlySet<string>): boolean {
  return ['快捷短语', '话术内容', '内容', '回复', '话术'].some((name) => names.has(name))
}

/** What kind of file the first rows are of, where that is plainly no phrase file; null for all others. */
export function otherKindOf(rows: readonly TableRow[]): OtherKind | null {
  for (const { cells } of rows.slice(0, WITHIN)) {
    const names = new Set(cells.map((cell) => cell.normalize('NFKC').replace(/\s/g, '')))
    const kind = KINDS.find(({ has }) => has(names))
    if (kind) return { belongsTo: kind.belongsTo, reason: kind.reason, advice: kind.advice }
  }
  return null
}
