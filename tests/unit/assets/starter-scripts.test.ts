import { describe, expect, it } from 'vitest'
import type { Buyer } from '../../../shared/model/buyer.ts'
import type { Product } from '../../../shared/model/product.ts'
import {
  checkGuard,
  checkScript,
  type Facts,
  parseGuard,
  parseScript,
  renderScript,
} from '../../../shared/template/index.ts'
import { phrases, products, shop } from './starter-files.ts'

/** The first afternoon in the sample shop: a Friday, half an hour before the cut-off. */
const FRIDAY_1530 = Date.parse('2026-11-20T15:30:00+08:00')
const FRIDAY_EVENING = Date.parse('2026-11-20T20:00:00+08:00')

const catalogue: Product[] = products.map((product) => ({
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

/** The techniques of the trade, by the filter that computes each. */
const TECHNIQUES: Readonly<Record<string, RegExp>> = {
  'price-splitting': /\| (每天|每次|每人)/,
  scarcity: /\| 仅剩/,
  urgency: /\| 今日发货/,
  'counter-question': /\| 反问/,
  'top-up': /\| 凑单/,
  'discount authority': /\| 议价/,
  'size advice': /\| 推荐尺码/,
  'courier surcharge': /\| 补运费/,
  'delivery estimate': /\| 时效/,
  comparison: /\| 比价/,
  'question funnel': /\| 提问/,
}

describe('the starter scripts', () => {
  it('parse, guards too, and misspell no fact', () => {
    for (const { code, body, guard } of phrases) {
      const { error, notes } = checkScript(body)
      expect({ code, error, notes }).toEqual({ code, error: null, notes: [] })
      if (guard) expect({ code, ...parseGuard(guard) }).toMatchObject({ code, ok: true })
    }
  })

  it.each(Object.entries(TECHNIQUES))('show %s in several wordings', (_technique, filter) => {
    expect(phrases.filter(({ body }) => filter.test(body)).length).toBeGreaterThanOrEqual(2)
  })

  it('can each be said of some product to some buyer', () => {
    const provinces = ['江苏', '新疆']
    const unsayable = phrases.filter(
      ({ code }) =>
        ![null, ...catalogue].some((product) =>
          provinces.some((province) => said(code, { product, province }) !== null),
        ),
    )
    expect(unsayable.map(({ code }) => code)).toEqual([])
  })

  it('are offered under their guard only where it is true', () => {
    const sellsOut = phrases.find(({ code }) => code === 'kc07')
    const holds = (product: string) =>
      checkGuard(sellsOut?.guard ?? '', facts({ product: called(product) })).holds
    expect(holds('NZ006')).toBe(true)
    expect(holds('NZ001')).toBe(false)
  })
})

describe('in the sample shop', () => {
  it('a cream of ¥270 that lasts 90 days is ¥3 a day', () => {
    expect(said('cff01', { product: called('HF002') })).toContain('一天算下来才3元')
  })

  it('pink is out of stock: black, yellow or purple?', () => {
    expect(said('kc02', { product: called('NZ002') })).toContain('黑色、黄色和紫色')
  })

  it('only what is scarce is said to be', () => {
    const ankleBoots = called('XX003')
    expect(said('kc04', { product: ankleBoots, blanks: { '订单.规格': '黑色 39' } })).toContain(
      '黑色 39还剩2件',
    )
    expect(said('kc04', { product: called('NZ001'), blanks: { '订单.规格': '黑色 M' } })).toBeNull()
    expect(said('kc05', { product: ankleBoots })).toContain('只剩4件')
  })

  it('half an hour before the cut-off presses, after it does not', () => {
    expect(said('cf04', {})).toContain('30 分钟内付款')
    expect(said('cf04', { now: FRIDAY_EVENING })).toBeNull()
    expect(said('wl03', { now: FRIDAY_EVENING })).toContain('下一个发货日')
  })

  it('¥184 lacks ¥14 to 满198减20, and there are things at that price', () => {
    expect(said('cd01', { blanks: { '订单.金额': '184' } })).toMatch(/14 ?元.*满198减20/)
    expect(said('cd02', { blanks: { '订单.金额': '184' } })).toContain('棉柔巾')
  })

  it('an agent gives ¥10 and asks the lead for ¥30', () => {
    expect(said('yj01', { blanks: { '优惠.金额': '10' } })).toContain('减10元')
    expect(said('yj01', { blanks: { '优惠.金额': '30' } })).toBeNull()
  })

  it('163 cm and 52 kg wear M, 23.5 cm wears 37', () => {
    expect(said('cm01', { product: called('NZ002') })).toContain('建议选M码')
    expect(said('cm03', { product: called('XX001') })).toContain('建议选37码')
  })

  it('顺丰 to 江苏 is ¥6 more, the default courier nothing, and both say how long', () => {
    expect(said('wl04', {})).toMatch(/补6元.*补运费-tb小鹿/)
    expect(said('wl06', { province: '江苏' })).toBeNull()
    expect(said('wl06', { province: '新疆' })).toMatch(/补15元.*6–9 ?天/)
  })

  it.each(['NZ001', 'XX001', 'HF001', 'JJ001'])(
    'the funnel has a question with choices in the category of %s',
    (code) => {
      expect(said('tw02', { product: called(code) })).toMatch(/还是.*？$/)
    },
  )

  it('every product climbs all three rungs of a comparison', () => {
    for (const product of catalogue) {
      expect(said('bj01', { product }), product.code).toMatch(/用料是.+；有.+；支持 ?7 ?天/)
    }
  })
})

interface Moment {
  product?: Product | null
  province?: string
  now?: number
  blanks?: Readonly<Record<string, string>>
}

function facts({ product = null, province = '江苏', now = FRIDAY_1530 }: Moment): Facts {
  return { shop, product, buyer: { ...BUYER, province }, catalogue, now }
}

/** What the agent would send; blanks nobody named are filled with something plausible. Null when a technique refuses. */
function said(code: string | null, moment: Moment): string | null {
  const phrase = phrases.find((candidate) => candidate.code === code)
  const parsed = parseScript(phrase?.body ?? '')
  if (!phrase || !parsed.ok) throw new Error(`no phrase ${code}`)
  const known = facts(moment)
  const { missing } = renderScript(parsed.script, known)
  const filled = Object.fromEntries(missing.map(({ name, field }) => [name, plausible(name, field)]))
  return renderScript(parsed.script, known, { ...filled, ...moment.blanks }).text
}

function plausible(name: string, field: string): string {
  if (name === '订单.金额') return '184'
  if (name === '订单.规格') return '黑色 39'
  return field === 'money' || field === 'number' ? '10' : '某样'
}

function called(code: string): Product {
  return catalogue.find((product) => product.code === code)!
}
