import { Buyer } from '../../../shared/model/buyer.ts'
import type { Product } from '../../../shared/model/product.ts'
import { type Facts, parseScript, renderScript } from '../../../shared/template/index.ts'
import { MONDAY, product, shop, skus } from '../techniques/sample-shop.ts'

/** The cream of the examples: 270 yuan, 90 days, three colours left. */
export const cream: Product = product({
  shortName: '面霜',
  sellingPoints: ['温和不刺激', '吸收快'],
  lasts: { days: 90, uses: 180, people: 3 },
  materials: ['玻尿酸'],
  certificates: ['备案凭证'],
  warranty: '一年质保',
  gift: '旅行装 5g',
  attributes: { 肤质: ['干性', '敏感'] },
  skus: skus(['粉色', 'M', 0], ['黑色', 'M', 3], ['黄色', 'M', 40], ['紫色', 'M', 43]),
  stockUpdatedAt: MONDAY - 3_600_000,
  sizeChart: {
    rows: [
      { size: 'S', ranges: { heightCm: [155, 160], weightKg: [42, 50] } },
      { size: 'M', ranges: { heightCm: [161, 166], weightKg: [51, 57] } },
    ],
  },
  flaws: ['香味偏淡'],
  pairings: ['MS-02'],
  substitutes: ['MS-03'],
})
const cleanser = product({
  code: 'MS-02',
  name: '氨基酸洁面乳',
  shortName: '洁面乳',
  priceFen: 19_00,
  attributes: { 肤质: ['油性'] },
})
const lotion = product({ code: 'MS-03', name: '保湿乳', priceFen: 120_00, attributes: { 肤质: ['干性'] } })

export const buyer: Buyer = Buyer.parse({
  nickname: 'tb小鹿',
  type: 'cautious',
  province: '上海',
  measures: { heightCm: 165, weightKg: 55, footCm: 24, chestCm: 88, waistCm: 70, hipCm: 92 },
})

/** What an agent fills in for an order. */
export const ORDER_BLANKS: Readonly<Record<string, string>> = {
  '订单.金额': '184',
  '订单.规格': '黑色 M',
  '订单.数量': '2',
  '订单.收件人': '王女士',
  '订单.电话尾号': '8000',
  '订单.地址': '上海静安',
}

/** Everything known: shop, cream, a buyer in Shanghai, a Monday at 15:35. */
export const facts: Facts = { shop, product: cream, buyer, catalogue: [cream, cleanser, lotion], now: MONDAY }

export function rendering(
  body: string,
  of: Partial<Facts> = {},
  blanks: Readonly<Record<string, string>> = {},
) {
  const parsed = parseScript(body)
  if (!parsed.ok) throw new Error(`${parsed.error.line}:${parsed.error.column} ${parsed.error.message}`)
  return renderScript(parsed.script, { ...facts, ...of }, blanks)
}

export function textOf(
  body: string,
  of: Partial<Facts> = {},
  blanks: Readonly<Record<string, string>> = {},
): string | null {
  return rendering(body, of, blanks).text
}
