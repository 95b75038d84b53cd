import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkGuard } from '../../../shared/template/index.ts'
import { inChina, product, shop, skus } from '../techniques/sample-shop.ts'
import { cream, facts, ORDER_BLANKS, rendering, textOf } from './sample-facts.ts'

const refusalOf = (...of: Parameters<typeof rendering>) => rendering(...of).refusals[0]?.reason
const warningsOf = (...of: Parameters<typeof rendering>) => rendering(...of).warnings

describe('splitting a price', () => {
  test('an amount reckoned by the script is split no lower than it is', () => {
    expect(textOf('{{ 33.333 | 每天: 1 }}')).toBe('33.34')
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 99_999_99 }),
        (percent, days, priceFen) => {
          const body = `{{ 商品.价格 | times: ${percent} | divided_by: 100 | 每天: ${days} }}`
          const said = Number(textOf(body, { product: { ...cream, priceFen } }))
          expect(said * days * 100).toBeGreaterThanOrEqual((priceFen * percent) / 100 - 1e-3)
        },
      ),
    )
  })

  test('all splits take a number the agent fills in where the product has none', () => {
    const unknown = { product: product({ priceFen: 90_00 }) }
    expect(rendering('{{ 商品 | 拆分 }}', unknown).missing).toMatchObject([{ name: '商品.可用天数' }])
    expect(textOf('{{ 商品 | 拆分 }}', unknown, { '商品.可用天数': '30' })).toBe('每天 3 元')
  })
})

describe('stock', () => {
  const old = { now: facts.now + 72 * 3_600_000 }

  test('whatever rests on figures too old says so', () => {
    for (const body of ['{{ 商品.颜色 }}', '{{ 商品 | 反问: "颜色" }}', '{{ 商品.库存 }}'])
      expect(warningsOf(body, old), body).toEqual(['库存是 3 天前更新的，发送前先核对'])
    expect(warningsOf('{{ 商品 | 反问: "颜色" }}')).toEqual([])
  })

  test('figures of single SKUs that were refreshed do not make the others look new', () => {
    const [pink, black] = skus(['粉色', 'M', 2], ['黑色', 'M', 1])
    const refreshed = product({
      skus: [{ ...pink!, stockUpdatedAt: facts.now }, black!],
      stockUpdatedAt: facts.now - 72 * 3_600_000,
    })
    expect(textOf('{{ 商品 | 仅剩: "粉色" }}', { product: refreshed })).toBe('2')
    expect(refusalOf('{{ 商品 | 仅剩: "黑色" }}', { product: refreshed })).toContain('3 天前')
    expect(checkGuard('商品.库存 <= 店铺.紧缺线', { ...facts, product: refreshed })).toEqual({
      holds: false,
      reason: '库存是 3 天前更新的',
    })
  })
})

describe('baskets', () => {
  test('offers that are over are told to the agent, not to the buyer', () => {
    const over = { ...shop, tiers: [{ ...shop.tiers[0]!, validUntil: '2026-11-11' }] }
    const said = rendering('{{ 90 | 凑单 }}', { shop: over })
    expect(said.text).toBe('再加 9 元就能包邮')
    expect(said.warnings).toEqual(['满198减20不在活动期内，没有算进去'])
  })

  test('what is saved and what is to pay agree', () => {
    expect(textOf('{{ 208 | 已享 }}；{{ 208 | 到手 }}')).toBe('满198减20，省 20 元；188')
    expect(textOf('{{ 100 | 到手 }}')).toBe('100')
    expect(refusalOf('{{ 100 | 已享 }}')).toBe('100 元还没有满足的优惠')
    expect(refusalOf('{{ "很多" | 到手 }}')).toBe('「很多」不是金额')
  })

  test('at the limit of authority the agent is told that it ends there', () => {
    expect(warningsOf('{{ 20 | 议价 }}')).toEqual(['20 元已经是权限上限，不能再让'])
    expect(warningsOf('{{ 19 | 议价 }}')).toEqual([])
  })
})

describe('the funnel', () => {
  test('goes on from what the buyer said, and tells what to relax when nothing fits', () => {
    const asked = { 需求: '干性皮肤' }
    expect(textOf('{{ 商品 | 筛选: 需求 }}', {}, asked)).toBe('面霜（肤质干性）、保湿乳（肤质干性）')
    expect(refusalOf('{{ 商品 | 提问: 需求 }}', {}, asked)).toBe('这几款的属性问不出区别了')
    expect(refusalOf('{{ 商品 | 筛选: 需求 }}', {}, { 需求: '随便' })).toBe('「随便」里没有听出对护肤的要求')
    const scented = product({ code: 'X', attributes: { 肤质: ['油性'], 香型: ['玫瑰'] } })
    const said = rendering('{{ 商品 | 筛选: "干性", "玫瑰" }}', {
      catalogue: [...facts.catalogue, scented],
    })
    expect(said.refusals[0]).toMatchObject({
      reason: '没有符合全部要求的商品',
      instead: expect.stringMatching(/^放宽「香型」的要求，还有 2 款可选/),
    })
  })

  test('leaves out what is sold out', () => {
    const gone = facts.catalogue.map((one) =>
      one.name === '保湿乳' ? product({ ...one, skus: skus(['白', 'M', 0]) }) : one,
    )
    expect(textOf('{{ 商品 | 筛选: "干性" }}', { catalogue: gone })).toBe('面霜（肤质干性）')
  })
})

describe('orders', () => {
  test('the checklist asks for all it lacks at once, and reads back what the buyer wished for', () => {
    expect(rendering('{{ 商品 | 核对订单: "贺卡" }}').missing.map(({ name }) => name)).toEqual([
      '订单.规格',
      '订单.数量',
      '订单.收件人',
      '订单.电话尾号',
      '订单.地址',
      '订单.贺卡',
    ])
    expect(
      textOf('{{ 商品 | 核对订单: "贺卡", "赠品" }}', {}, { ...ORDER_BLANKS, '订单.贺卡': '生日快乐' }),
    ).toMatch(/赠品：旅行装 5g\n贺卡：生日快乐\n签收后 7 天/)
    expect(refusalOf('{{ 商品 | 核对订单: "发票" }}')).toBe(
      '核对订单里没有「发票」这一项，可以写：快递、赠品、刻字、贺卡',
    )
  })

  test('a remark follows the shop’s own map of flags', () => {
    const byContent = { shop: { ...shop, flags: 'by-content' as const } }
    const body = '{{ "换成王女士" | 插旗备注: "改地址", "发货后" }}'
    expect(warningsOf(body)).toEqual(['插蓝旗（发货后改单）'])
    expect(warningsOf(body, byContent)).toEqual(['插黄旗（地址、姓名、电话）'])
    expect(textOf('{{ "改快递" | 旗色 }}', byContent)).toBe('红旗')
    expect(refusalOf('{{ "改价" | 旗色 }}', byContent)).toBe('店铺的插旗没有「改价」这一类')
    expect(refusalOf('{{ "x" | 插旗备注: "改名" }}')).toContain('没有「改名」这种备注')
    expect(refusalOf('{{ "x" | 插旗备注: "改价", "明天" }}')).toBe('「明天」要写成「发货前」或「发货后」')
  })

  test('a reason too long is cut, and the agent told', () => {
    const said = rendering('{{ 原因 | 插旗备注: "改价" }}', {}, { 原因: '让利'.repeat(400) })
    expect(said.text).toMatch(/…\|小满\|2026-11-23$/)
    expect(said.warnings).toContain('备注超过 1000 字节，原因没有写完，末尾是省略号')
  })

  test('the shop’s own closed day moves dispatch and arrival, and the reason is told', () => {
    const closed = { shop: { ...shop, closedDays: [{ day: '2026-11-23', reason: '盘点' }] } }
    const said = rendering('{{ 店铺 | 发货日 }}发出，{{ 客户.省份 | 到货 }}到', closed)
    expect(said.text).toBe('明天（11月24日 周二）发出，11月25日到26日到')
    expect(said.warnings).toEqual(['11月23日盘点不发货'])
    expect(refusalOf('{{ 店铺 | 今日发货 }}', closed)).toBe('今天11月23日盘点不发货')
  })

  test('dates of a year that is not announced are said with a warning', () => {
    const newYear = { now: inChina('2027-03-01 10:00') }
    for (const body of ['{{ 店铺 | 今日发货 }}', '{{ 店铺 | 发货日 }}', '{{ 客户.省份 | 到货 }}'])
      expect(warningsOf(body, newYear), body).toEqual(['那一年的放假调休还没有公布，日期请再核对'])
    expect(warningsOf('{{ 客户.省份 | 时效 }}', newYear)).toEqual([])
  })
})

test('a message quotes what was written only as far as one would read it', () => {
  const reason = refusalOf(`{{ "${'长'.repeat(5000)}" | 元 }}`) ?? ''
  expect(reason).toMatch(/^「长{40}…」不是金额$/)
  expect(refusalOf(`{{ 商品 | 仅剩: "${'长'.repeat(5000)}" }}`)?.length).toBeLessThan(700)
})
