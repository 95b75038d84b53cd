import type { Product } from '../../model/product.ts'
import type { ShopProfile } from '../../model/shop.ts'
import { lacking, type Outcome, refuse } from '../outcome.ts'
import { listed } from '../wording.ts'
import { returnConditions } from './return-conditions.ts'

/** What is read back to a buyer, in this order; `fact` is the name scripts use. */
export const CHECKLIST = {
  item: { label: '商品', fact: '商品.名称' },
  spec: { label: '颜色规格', fact: '订单.规格' },
  quantity: { label: '数量', fact: '订单.数量' },
  recipient: { label: '收件人', fact: '订单.收件人' },
  phone: { label: '电话尾号', fact: '订单.电话尾号' },
  address: { label: '收货地址', fact: '订单.地址' },
  courier: { label: '快递', fact: '订单.快递' },
  gift: { label: '赠品', fact: '商品.赠品' },
  engraving: { label: '刻字', fact: '订单.刻字' },
  card: { label: '贺卡', fact: '订单.贺卡' },
} as const
export type ChecklistItem = keyof typeof CHECKLIST

/** What no order is confirmed without; the others are asked for where the buyer wished for them. */
export const ALWAYS_CHECKED: readonly ChecklistItem[] = [
  'item',
  'spec',
  'quantity',
  'recipient',
  'phone',
  'address',
]

export interface Checklist {
  /** Label and value, in the order they are read back. */
  lines: readonly (readonly [label: string, value: string])[]
  /** The buyer's rights and what they depend on; null when the shop takes nothing back without a reason. */
  conditions: string | null
  /** All of it, a line each. */
  text: string
}

/**
 * 核对订单: what the buyer is asked to confirm, and the conditions of a return. `extras` are the wishes to read back
 * besides (courier, gift, engraving, card). Refused while one of these is unknown, and for a quantity that is no count.
 */
export function orderChecklist(
  order: Readonly<Partial<Record<ChecklistItem, string>>>,
  extras: readonly ChecklistItem[],
  product: Pick<Product, 'category'>,
  shop: Pick<ShopProfile, 'returnDays'>,
): Outcome<Checklist> {
  const items = (Object.keys(CHECKLIST) as ChecklistItem[]).filter(
    (item) => ALWAYS_CHECKED.includes(item) || extras.includes(item),
  )
  const unknown = items.filter((item) => !order[item]?.trim())
  if (unknown.length) {
    const labels = unknown.map((item) => CHECKLIST[item].label)
    return lacking(
      unknown.map((item) => CHECKLIST[item].fact),
      `核对订单还差：${listed(labels)}`,
    )
  }
  if (!/^[1-9]\d{0,6}$/.test(order.quantity?.trim() ?? '')) return refuse('件数要写成大于 0 的整数')
  const lines = items.map((item) => [CHECKLIST[item].label, readBack(item, order[item] ?? '')] as const)
  const conditions = returnConditions(product, shop, items.includes('engraving'))
  const sentences = lines.map(([label, value]) => `${label}：${value}`)
  return { ok: true, lines, conditions, text: [...sentences, ...(conditions ? [conditions] : [])].join('\n') }
}

/** A whole telephone number does not belong into a chat: its last four digits are enough to tell it by. */
function readBack(item: ChecklistItem, value: string): string {
  const written = value.trim()
  if (item === 'quantity') return `${written} 件`
  return item === 'phone' ? written.slice(-4) : written
}
