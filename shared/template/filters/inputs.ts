import { parseYuan, yuanToFen } from '../../techniques/prices/money.ts'
import { Money } from '../facts/values.ts'
import { printed } from '../language/parts.ts'

/** An amount in fen, from money, from a number or text in yuan; null when it is no amount. */
export function amountFen(value: unknown): number | null {
  if (value instanceof Money) return value.fen
  if (typeof value === 'number') return Number.isFinite(value) ? yuanToFen(value) : null
  return typeof value === 'string' ? parseYuan(value) : null
}

/** The same rounded up to a whole fen, for claims that must not be less than true (`商品.价格 | times: 0.95 | 每天`). */
export function amountFenUp(value: unknown): number | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return amountFen(value)
  return Math.ceil(Number((value * 100).toFixed(4)))
}

/** A count, from a number or text; null when it is none. */
export function count(value: unknown): number | null {
  const number = typeof value === 'string' ? Number(value.trim() || Number.NaN) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}

/** No name of a colour, a courier or a place is longer, and what a buyer says in one message hardly. */
const LONGEST_WORDS = 500
const LONGEST_QUOTE = 40

export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, LONGEST_WORDS) : ''
}

/** A value as a message quotes it: 「…」, not longer than one would read. */
export function quoted(value: unknown): string {
  const text = printed(value)
  return `「${text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text}」`
}

/** A list, of what is one already or is a single thing. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  return value === null || value === undefined || value === '' ? [] : [value]
}
