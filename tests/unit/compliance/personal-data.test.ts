import { describe, expect, it } from 'vitest'
import { checkWording } from '../../../shared/compliance/index.ts'

const found = (text: string) =>
  checkWording(text)
    .filter(({ rule }) => rule === 'personal-data')
    .map(({ text }) => text)

describe('mobile numbers', () => {
  it.each(['13800138000', '138 0013 8000', '138-0013-8000', '１３８００１３８０００', '1.3.8.0.0.1.3.8.0.0.0', '一三八零零一三八零零零'])(
    'are found as people write them: %s', (number) => expect(found(`打${number}找我`)).toEqual([number]),
  ) // biome-ignore format: one list, read as one

  it('are found with the country code before them', () => {
    expect(found('+8613800138000')).toEqual(['8613800138000'])
    expect(found('+86 138 0013 8000')).toEqual(['138 0013 8000'])
    expect(found('tel:13800138000')).toEqual(['13800138000'])
  })

  it.each([
    ['the numbers of parcels', 'SF1380013800012'],
    ['nor when they have eleven digits', 'YT13800138000'],
    ['orders', '订单号：2089135512345678901'],
    ['what is named as an order', '订单编号13800138000'],
    ['prices', '原价 1380.00 元'],
    ['dates', '2026-11-11 13:00'],
    ['sizes in a row', '130 140 150 160 170'],
    ['bank cards', '6222 0213 8001 3800 013'],
  ])('are not %s: %s', (_what, text) => expect(found(text)).toEqual([]))
})

describe('identity cards', () => {
  it('are found by their check character, in either case and parted', () => {
    expect(found('11010519491231002x')).toEqual(['11010519491231002x'])
    expect(found('110105 19491231 002X')).toEqual(['110105 19491231 002X'])
  })

  it('are not any eighteen digits', () => {
    expect(found('110105194912310021')).toEqual([])
    expect(found('223456789012345678')).toEqual([])
  })
})

describe('addresses', () => {
  it.each([
    '浙江省杭州市西湖区文三路100号3幢502室',
    '上海市浦东新区张江路88弄3号201室',
    '深圳南山区科技园路8号',
    '朝阳区阳光家园3栋2单元501室',
  ])('are found from the region to the door: %s', (address) =>
    expect(found(`寄到${address}，谢谢`)).toEqual([address]),
  )

  it.each(['从浙江省杭州市发货', '3号色比5号色深', '超市同款，1号仓发出', '一楼的门店在文三路', '小区门口的驿站'])(
    'are not places without a door, nor numbers without a street: %s', (text) => expect(found(text)).toEqual([]),
  ) // biome-ignore format: one list, read as one
})
