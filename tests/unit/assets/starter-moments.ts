import type { Buyer } from '../../../shared/model/buyer.ts'
import type { Product } from '../../../shared/model/product.ts'
import type { MissingFact } from '../../../shared/model/script.ts'
import type { BuyerType } from '../../../shared/model/steps.ts'
import { type Facts, parseScript, renderScript, type Script } from '../../../shared/template/index.ts'
import { products, shop } from './starter-files.ts'

/** The first afternoon in the sample shop: a Friday, half an hour before the cut-off. */
export const FRIDAY_1530 = Date.parse('2026-11-20T15:30:00+08:00')

/** The sample products as they stand on that afternoon. */
export const catalogue: Product[] = products.map((product) => ({
  ...product,
  id: product.code,
  updatedAt: FRIDAY_1530,
  stockUpdatedAt: FRIDAY_1530,
}))

const BUYER: Buyer = {
  nickname: 'tb小鹿',
  type: null,
  isGift: false,
  province: '江苏',
  measures: { heightCm: 163, weightKg: 52, footCm: 23.5, chestCm: 85, waistCm: 70, hipCm: 93 },
}

export interface Moment {
  product?: Product | null
  province?: string
  type?: BuyerType | null
  now?: number
  blanks?: Readonly<Record<string, string>>
}

/** What an agent would type for a fact that is asked for. */
const TYPED: Readonly<Record<string, string>> = {
  '订单.金额': '184',
  '订单.规格': '黑色 39',
  '订单.数量': '2',
  '订单.电话尾号': '8000',
  '需求.回答': '日常穿，保湿一点',
  '需要.尺码': 'M',
}

/** A script filled at that moment, blanks nobody named with something plausible. */
export function renderedAt(script: Script, { blanks = {}, ...moment }: Moment) {
  const known = factsAt(moment)
  const { missing } = renderScript(script, known)
  const filled = Object.fromEntries(missing.map((fact) => [fact.name, typedFor(fact)]))
  return renderScript(script, known, { ...filled, ...blanks })
}

/** Parses what is known to parse. */
export function scriptOf(body: string): Script {
  const parsed = parseScript(body)
  if (!parsed.ok) throw new Error(parsed.error.message)
  return parsed.script
}

export function factsAt({
  product = null,
  province = '江苏',
  type = null,
  now = FRIDAY_1530,
}: Moment): Facts {
  return { shop, product, buyer: { ...BUYER, province, type }, catalogue, now }
}

function typedFor({ name, field }: MissingFact): string {
  return TYPED[name] ?? (field === 'money' || field === 'number' ? '10' : '某样')
}
