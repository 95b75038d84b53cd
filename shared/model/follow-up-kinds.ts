/**
 * The occasions on which a shop comes back to a buyer by itself. Apart from the schemas, so that the panel can read them
 * without zod.
 */
export const FOLLOW_UP_KINDS = [
  'unpaid',
  'not-bought',
  'to-answer',
  'delayed',
  'refund',
  'aftercare',
] as const
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number]

export const FOLLOW_UP_KIND_NAMES: Record<FollowUpKind, string> = {
  unpaid: '催付',
  'not-bought': '未下单',
  'to-answer': '待回复',
  delayed: '延迟发货',
  refund: '退款',
  aftercare: '发货回访',
}

/** What is done on each occasion, for a new hire. */
export const FOLLOW_UP_KIND_HINTS: Record<FollowUpKind, string> = {
  unpaid: '拍下没付款：借核对地址、数量或款式开口',
  'not-bought': '问了没买：当天再问一次，隔几天带着原因再问',
  'to-answer': '详情页没有、要去核实的：24 小时内答复',
  delayed: '延迟或缺货的订单：每周告知一两次',
  refund: '退款中的订单：走到哪一步说到哪一步',
  aftercare: '评分低于 4.8 的商品发货后：先打招呼',
}

/** Lengths are in UTF-16 code units. */
export const FOLLOW_UP_LIMITS = { note: 200 } as const
