import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byteLength, cutToBytes } from '../../../shared/techniques/orders/byte-length.ts'
import { type ChecklistItem, orderChecklist } from '../../../shared/techniques/orders/order-checklist.ts'
import {
  FLAG_MEANINGS,
  flagFor,
  ORDER_NOTES,
  type OrderNote,
  orderFlag,
} from '../../../shared/techniques/orders/order-flag.ts'
import { returnConditions } from '../../../shared/techniques/orders/return-conditions.ts'
import { product, shop } from './sample-shop.ts'

const DAY = '2026-11-23'
const byChange = { agentAlias: '小满', flags: 'by-change' } as const
const byContent = { agentAlias: '小满', flags: 'by-content' } as const
const pending = (note: OrderNote) => ({ note, isDispatched: false })
const dispatched = (note: OrderNote) => ({ note, isDispatched: true })

describe('插旗备注', () => {
  test('by change: yellow a price, purple before dispatch, blue after it, red the courier, green a refund', () => {
    expect(flagFor(pending('price'), 'by-change')).toBe('yellow')
    expect(flagFor(pending('recipient'), 'by-change')).toBe('purple')
    expect(flagFor(pending('product'), 'by-change')).toBe('purple')
    expect(flagFor(dispatched('recipient'), 'by-change')).toBe('blue')
    expect(flagFor(dispatched('product'), 'by-change')).toBe('blue')
    expect(flagFor(pending('courier'), 'by-change')).toBe('red')
    expect(flagFor(pending('special'), 'by-change')).toBe('red')
    expect(flagFor(dispatched('refund'), 'by-change')).toBe('green')
  })

  test('by content: red the courier, green the product, yellow address, name and phone, before dispatch or after', () => {
    for (const stage of [pending, dispatched]) {
      expect(flagFor(stage('courier'), 'by-content')).toBe('red')
      expect(flagFor(stage('product'), 'by-content')).toBe('green')
      expect(flagFor(stage('recipient'), 'by-content')).toBe('yellow')
      expect(flagFor(stage('price'), 'by-content')).toBeNull()
    }
  })

  test('a remark is reason, agent and day, and the agent is told which flag to put', () => {
    expect(orderFlag(dispatched('recipient'), '收件人改为王女士', byChange, DAY)).toEqual({
      ok: true,
      remark: '发货后改地址：收件人改为王女士|小满|2026-11-23',
      flag: 'blue',
      spoken: '插蓝旗（发货后改单）',
      isCut: false,
    })
    expect(orderFlag(pending('recipient'), '收件人改为王女士', byContent, DAY)).toMatchObject({
      remark: '发货前改地址：收件人改为王女士|小满|2026-11-23',
      spoken: '插黄旗（地址、姓名、电话）',
    })
    expect(orderFlag(pending('special'), '要手写贺卡', byChange, DAY)).toMatchObject({
      remark: '要手写贺卡|小满|2026-11-23',
    })
  })

  test('where a shop has no colour for it the remark is written and no flag put', () => {
    expect(orderFlag(pending('price'), '让 10 元', byContent, DAY)).toMatchObject({
      ok: true,
      remark: '改价：让 10 元|小满|2026-11-23',
      flag: 'grey',
      spoken: '店铺的插旗没有「改价」这一类，只写备注、不插旗',
    })
  })

  test('a remark is one line, and none without a reason', () => {
    expect(orderFlag(pending('refund'), ' 缺货\n\n买家同意 ', byChange, DAY)).toMatchObject({
      remark: '可退款：缺货 买家同意|小满|2026-11-23',
    })
    expect(orderFlag(pending('refund'), ' \n', byChange, DAY)).toMatchObject({
      ok: false,
      reason: '备注要写原因',
    })
  })

  test('a long reason is cut, who and when are kept, and it says that it was cut', () => {
    const long = orderFlag(pending('product'), '把黑色换成白色，'.repeat(60), byChange, DAY)
    expect(long).toMatchObject({ ok: true, isCut: true })
    expect(long.ok && long.remark).toMatch(/^发货前改商品：.*…\|小满\|2026-11-23$/)
    expect(long.ok && byteLength(long.remark)).toBeLessThanOrEqual(1000)
    expect(long.ok && byteLength(long.remark)).toBeGreaterThan(990)
  })

  test('whatever is written, by whom and for which flags, holds in 1,000 bytes and breaks no character', () => {
    const notes = fc.constantFrom(...(Object.keys(ORDER_NOTES) as OrderNote[]))
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 600 })
    const alias = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 10 })
    fc.assert(
      fc.property(notes, fc.boolean(), text, alias, (note, isDispatched, reason, agentAlias) => {
        const answer = orderFlag({ note, isDispatched }, reason, { agentAlias, flags: 'by-change' }, DAY)
        if (!answer.ok) return
        expect(Buffer.byteLength(answer.remark, 'utf8')).toBeLessThanOrEqual(1000)
        expect(answer.remark.endsWith(`|${agentAlias}|${DAY}`)).toBe(true)
        expect(answer.remark.isWellFormed()).toBe(true)
      }),
    )
  })

  test('bytes are counted as they are written', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => byteLength(text) === Buffer.byteLength(text, 'utf8'),
      ),
    )
    expect(cutToBytes('一家👨‍👩‍👧三口', 12)).toEqual({ text: '一家…', isCut: true })
    expect(cutToBytes('一家', 6)).toEqual({ text: '一家', isCut: false })
    expect(cutToBytes('一家', 2)).toEqual({ text: '', isCut: true })
  })

  test('every flag that can come out has a meaning in its map', () => {
    for (const flags of ['by-change', 'by-content'] as const) {
      for (const note of Object.keys(ORDER_NOTES) as OrderNote[]) {
        const flag = flagFor(dispatched(note), flags)
        if (flag) expect(FLAG_MEANINGS[flags][flag], `${flags} ${note}`).toBeTruthy()
      }
    }
  })
})

describe('核对订单', () => {
  const order: Record<ChecklistItem, string> = {
    item: '面霜',
    spec: '黑色 M',
    quantity: '2',
    recipient: '王女士',
    phone: '8000',
    address: '上海 静安区',
    courier: '顺丰',
    gift: '旅行装',
    engraving: 'LOVE',
    card: '生日快乐',
  }
  const cream = product({ category: '护肤' })

  test('reads back item, spec, quantity, recipient and address, and then what a return depends on', () => {
    expect(orderChecklist(order, [], cream, shop)).toMatchObject({
      ok: true,
      text: [
        '商品：面霜',
        '颜色规格：黑色 M',
        '数量：2 件',
        '收件人：王女士',
        '电话尾号：8000',
        '收货地址：上海 静安区',
        '签收后 7 天内可以退换：包装没拆封、不影响二次销售',
      ].join('\n'),
    })
  })

  test('and courier, gift, engraving and card where the buyer wished for them', () => {
    const answer = orderChecklist(order, ['courier', 'gift', 'engraving', 'card'], cream, shop)
    expect(answer.ok && answer.lines.slice(-4)).toEqual([
      ['快递', '顺丰'],
      ['赠品', '旅行装'],
      ['刻字', 'LOVE'],
      ['贺卡', '生日快乐'],
    ])
    expect(answer.ok && answer.conditions).toContain('定制')
  })

  test('is refused while something is unknown, with what is', () => {
    const { spec: _, ...unspecified } = order
    expect(orderChecklist({ ...unspecified, address: ' ' }, [], cream, shop)).toMatchObject({
      ok: false,
      reason: '核对订单还差：颜色规格、收货地址',
      needs: ['订单.规格', '订单.地址'],
    })
    expect(orderChecklist({ ...order, courier: '' }, [], cream, shop)).toMatchObject({ ok: true })
    expect(orderChecklist({ ...order, courier: '' }, ['courier'], cream, shop)).toMatchObject({
      needs: ['订单.快递'],
    })
  })

  test.each(['0', '-1', '两', '1.5', '99999999'])('%s is no quantity', (quantity) => {
    expect(orderChecklist({ ...order, quantity }, [], cream, shop)).toMatchObject({
      ok: false,
      reason: '件数要写成大于 0 的整数',
    })
  })

  test('a whole telephone number is read back by its last digits only', () => {
    const answer = orderChecklist({ ...order, phone: '13800138000' }, [], cream, shop)
    expect(answer.ok && answer.text).toContain('电话尾号：8000\n')
  })
})

describe('退换条件', () => {
  const of = (category: string, returnDays = 7) => returnConditions(product({ category }), { returnDays })

  test('follow from what kind of thing it is, and from the shop’s days', () => {
    expect(of('鞋靴')).toBe('签收后 7 天内可以退换：先在干净地板上试穿，鞋底没磨、鞋盒完整')
    expect(of('女装', 15)).toBe('签收后 15 天内可以退换：吊牌在、没下水、没有穿过的痕迹')
    expect(of('护肤', 30)).toContain('30 天')
    expect(of('家居')).toContain('保持原样')
  })

  test('none where the shop takes nothing back, and none for what is made to order', () => {
    expect(of('女装', 0)).toBeNull()
    expect(returnConditions(product(), shop, true)).toContain('不支持无理由退换')
  })
})
