import { Fen } from '../../../../shared/model/product.ts'
import { parseYuan } from '../../../../shared/techniques/prices/money.ts'

/** What a cell says, or why it cannot be taken, in words for the person who has the spreadsheet open. */
export type Read<Value> = { ok: true; value: Value } | { ok: false; reason: string }

const refused = (reason: string) => ({ ok: false as const, reason })
const MAX_STOCK = 10_000_000

/** `¥1,299.00`, `1299元`, `12.9`, `12.90000` → fen, exactly: the figures are never made a fraction on the way. */
export function readPrice(cell: string): Read<number> {
  const text = cell.normalize('NFKC').replace(/[\s,]/g, '')
  if (/^[¥\u00a5]?-|^\(.*\)$/.test(text)) return refused(`价格“${cell}”是负数`)
  const amount = text
    .replace(/^(cny|rmb)/i, '')
    .replace(/(cny|rmb)$/i, '元')
    .replace(/(\.\d\d)0+(?=\D|$)/, '$1')
  const fen = parseYuan(amount)
  if (fen !== null) return { ok: true, value: fen }
  if (/\d\s*[-~至]\s*\d/.test(text)) return refused(`价格“${cell}”是一个范围，请写一个数`)
  if (/^[¥\u00a5]?\d+\.\d{3,}/.test(amount)) return refused(`价格“${cell}”超过两位小数`)
  const whole = /^[¥\u00a5]?(\d+)/.exec(amount)?.[1]
  if (whole && Number(whole) * 100 >= (Fen.maxValue ?? Number.POSITIVE_INFINITY))
    return refused(`价格“${cell}”太大，最多 1000 万元`)
  return refused(`价格“${cell}”看不懂，要写成 12.9 这样`)
}

/** `1,200`, `12件`, `12.0` → pieces. */
export function readStock(cell: string): Read<number> {
  const text = cell
    .normalize('NFKC')
    .replace(/[\s,]/g, '')
    .replace(/(件|个|只|双|条|套|瓶|盒|支|pcs)$/i, '')
  if (/^-\d/.test(text)) return refused(`库存“${cell}”是负数`)
  const [, digits, fraction = ''] = /^(\d+)(?:\.(\d*))?$/.exec(text) ?? []
  if (!digits) return refused(`库存“${cell}”看不懂，要写成 12 这样`)
  if (/[1-9]/.test(fraction)) return refused(`库存“${cell}”不是整数`)
  const pieces = Number(digits)
  return pieces > MAX_STOCK ? refused(`库存“${cell}”太大，最多 1000 万件`) : { ok: true, value: pieces }
}

/** `90`, `90天`, `约 90 天` → 90. */
export function readCount(what: string, cell: string): Read<number> {
  const digits = /^(?:大?约)?(\d+)(?:\.0*)?(?:天|日|次|人|个人)?$/.exec(
    cell.normalize('NFKC').replace(/[\s,]/g, ''),
  )?.[1]
  return digits ? { ok: true, value: Number(digits) } : refused(`${what}“${cell}”看不懂，要写成 90 这样`)
}

/** An article code. What a spreadsheet has made of a long one cannot be put right again. */
export function readCode(what: string, cell: string): Read<string> {
  if (/^\d(\.\d+)?E\+\d+$/i.test(cell))
    return refused(`${what}“${cell}”被表格软件改成了科学计数法，请把这一列设为文本后重新导出`)
  if ([...cell].length > 64) return refused(`${what}超过 64 个字`)
  return { ok: true, value: cell }
}

/** Things named one after the other. `、` separates always, a comma only where the things are no sentences. */
export function readList(cell: string, areSentences: boolean): string[] {
  const items = cell.split(areSentences ? /[;；、|\n]/ : /[,，;；、|\n]/).map((item) => item.trim())
  return [...new Set(items.filter(Boolean))]
}
