import { describe, expect, it } from 'vitest'
import type { Product } from '../../../shared/model/product.ts'
import { checkGuard, checkScript, parseGuard, TECHNIQUE_HELP } from '../../../shared/template/index.ts'
import { phrases, wordings } from './starter-files.ts'
import { catalogue, factsAt, type Moment, renderedAt, scriptOf } from './starter-moments.ts'

const FRIDAY_EVENING = Date.parse('2026-11-20T20:00:00+08:00')

/** The techniques of the trade, by the filter that computes each. */
const TECHNIQUES: Readonly<Record<string, RegExp>> = {
  'price-splitting': /\| (每天|每次|每人|拆分)/,
  scarcity: /\| 仅剩/,
  urgency: /\| 今日发货/,
  'counter-question': /\| 反问/,
  'top-up': /\| 凑单/,
  'discount authority': /\| 议价/,
  'size advice': /\| (推荐尺码|尺码建议)/,
  'courier surcharge': /\| 补运费/,
  'delivery estimate': /\| 时效/,
  comparison: /\| 比价/,
  'question funnel': /\| (提问|筛选)/,
  'what a basket saves': /\| (已享|到手)/,
  'day of dispatch': /\| 发货日/,
  'day of arrival': /\| 到货/,
  'order checklist': /\| 核对订单/,
  'flag remark': /\| 插旗备注/,
}

describe('the starter scripts', () => {
  it('parse, guards too, and misspell no fact', () => {
    for (const { at, body } of wordings) {
      const { error, notes } = checkScript(body)
      expect({ at, error, notes }).toEqual({ at, error: null, notes: [] })
    }
    for (const { code, guard } of phrases) {
      if (guard) expect({ code, ...parseGuard(guard) }).toMatchObject({ code, ok: true })
    }
  })

  it.each(Object.entries(TECHNIQUES))('show %s in several wordings', (_technique, filter) => {
    expect(wordings.filter(({ body }) => filter.test(body)).length).toBeGreaterThanOrEqual(2)
  })

  it('leave no technique of the language unused', () => {
    const bodies = wordings.map(({ body }) => body).join('\n')
    const unused = TECHNIQUE_HELP.filter(({ name }) => !new RegExp(`\\| ${name}[ :]`).test(bodies))
    expect(unused.map(({ name }) => name)).toEqual([])
  })

  it('name the measure they go by, so that shoes are not advised by weight', () => {
    expect(said('cm03', { product: called('NZ001') })).toBeNull()
    expect(said('cm01', { product: called('XX001') })).toBeNull()
    expect(said('cm05', { product: called('NZ006') })).toMatch(/胸围/)
    const byFoot = wordings.filter(({ body }) => body.includes('按脚长') && body.includes('尺码建议'))
    for (const { at, body } of byFoot) expect(body, at).toContain('尺码建议: "脚长"')
  })

  it('can each be said of some product to some buyer', () => {
    const moments = ['江苏', '新疆'].flatMap((province) =>
      ['184', '236'].map((amount) => ({ province, blanks: { '订单.金额': amount } })),
    )
    const unsayable = wordings.filter(({ body }) => {
      const script = scriptOf(body)
      return ![null, ...catalogue].some((product) =>
        moments.some((moment) => renderedAt(script, { product, ...moment }).text !== null),
      )
    })
    expect(unsayable.map(({ at }) => at)).toEqual([])
  })

  it('are offered under their guard only where it is true', () => {
    const sellsOut = phrases.find(({ code }) => code === 'kc07')
    const holds = (product: string) =>
      checkGuard(sellsOut?.guard ?? '', factsAt({ product: called(product) })).holds
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
    expect(said('wl03', { now: FRIDAY_EVENING })).toContain('现在付款，明天（11月21日 周六）发出')
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

  it('an order is read back line by line, with what a return depends on', () => {
    const text = said('qr01', {
      product: called('XX003'),
      blanks: { '订单.收件人': '王女士', '订单.地址': '上海静安' },
    })
    expect(text?.split('\n')).toEqual([
      '跟您核对一下：',
      '商品：切尔西靴',
      '颜色规格：黑色 39',
      '数量：2 件',
      '收件人：王女士',
      '电话尾号：8000',
      '收货地址：上海静安',
      '签收后 7 天内可以退换：先在干净地板上试穿，鞋底没磨、鞋盒完整',
      '都对的话回我个“对”就安排。',
    ])
  })

  it('a remark names the change, the agent and the day, and the agent is told the flag', () => {
    const remark = renderedAt(scriptOf(phrases.find(({ code }) => code === 'fl01')!.body), {
      blanks: { '优惠.金额': '10', '改价.原因': '老客凑单' },
    })
    expect(remark).toMatchObject({
      text: '改价：让10元，老客凑单|小禾|2026-11-20',
      warnings: ['插黄旗（改价）'],
    })
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

/** What the agent would send; null when a technique refuses. */
function said(code: string, moment: Moment): string | null {
  const phrase = phrases.find((candidate) => candidate.code === code)
  if (!phrase) throw new Error(`no phrase ${code}`)
  return renderedAt(scriptOf(phrase.body), moment).text
}

function called(code: string): Product {
  return catalogue.find((product) => product.code === code)!
}
