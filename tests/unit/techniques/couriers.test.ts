import { describe, expect, test } from 'vitest'
import { PROVINCES } from '../../../shared/model/provinces.ts'
import { courierSurcharge, surchargeRemark } from '../../../shared/techniques/delivery/courier-surcharge.ts'
import { deliveryEstimate } from '../../../shared/techniques/delivery/delivery-estimate.ts'
import { resolveProvince } from '../../../shared/techniques/delivery/provinces.ts'
import { inChina, MONDAY, shop } from './sample-shop.ts'

describe('补运费', () => {
  test('顺丰 to 上海 is 8 yuan more, whichever way courier and place are written', () => {
    for (const [courier, place] of [
      ['顺丰', '上海'],
      ['顺丰速运', '上海市浦东新区'],
      ['顺丰', '沪'],
    ]) {
      expect(courierSurcharge(shop, courier!, place!)).toEqual({
        ok: true,
        surchargeFen: 800,
        courier: '顺丰速运',
        province: '上海',
      })
    }
    expect(surchargeRemark('小鹿')).toBe('补运费-小鹿')
  })

  test('nothing to pay is said instead of "补 0 元"', () => {
    expect(courierSurcharge(shop, '中通', '上海')).toMatchObject({
      ok: false,
      reason: '中通到上海不用补运费',
    })
  })

  test('no row, no such courier, no such place: each with its reason', () => {
    expect(courierSurcharge(shop, '顺丰', '西藏')).toMatchObject({
      ok: false,
      reason: '顺丰速运到西藏没有填写时效和运费',
    })
    expect(courierSurcharge(shop, '京东', '上海')).toMatchObject({
      ok: false,
      reason: '店铺没有「京东」，有：中通、顺丰速运',
    })
    expect(courierSurcharge(shop, '顺丰', '火星')).toMatchObject({
      ok: false,
      reason: '「火星」认不出是哪个省',
      needs: ['客户.省份'],
    })
    expect(courierSurcharge({ couriers: [] }, '顺丰', '上海')).toMatchObject({
      ok: false,
      reason: '店铺还没有填写快递',
    })
  })
})

describe('时效', () => {
  test('takes the default courier, and says when the parcel leaves', () => {
    expect(deliveryEstimate(shop, '上海', MONDAY)).toMatchObject({
      ok: true,
      text: '1–2 天',
      courier: '中通',
      dispatch: { spoken: '今天' },
    })
    expect(deliveryEstimate(shop, '乌鲁木齐', inChina('2026-11-23 20:00'))).toMatchObject({
      text: '5–8 天',
      dispatch: { day: '2026-11-24' },
    })
    expect(deliveryEstimate(shop, '上海', MONDAY, '顺丰')).toMatchObject({ text: '1 天' })
  })

  test('days entered the wrong way round, and the same day, are still worded right', () => {
    const odd = {
      ...shop,
      couriers: [
        {
          name: '闪送',
          isDefault: true,
          provinces: {
            浙江: { surchargeFen: 0, days: [0, 0] as [number, number] },
            江苏: { surchargeFen: 0, days: [3, 2] as [number, number] },
          },
        },
      ],
    }
    expect(deliveryEstimate(odd, '杭州', MONDAY)).toMatchObject({ text: '当天' })
    expect(deliveryEstimate(odd, '苏州', MONDAY)).toMatchObject({ text: '2–3 天' })
  })

  test('a shop with several couriers and no default has to name one', () => {
    const undecided = {
      ...shop,
      couriers: shop.couriers.map((courier) => ({ ...courier, isDefault: false })),
    }
    expect(deliveryEstimate(undecided, '上海', MONDAY)).toMatchObject({
      ok: false,
      reason: '店铺没有设默认快递',
    })
  })
})

describe('places buyers name', () => {
  test.each([
    ['上海', '上海'],
    ['上海市', '上海'],
    ['沪', '上海'],
    ['魔都', '上海'],
    ['广东省深圳市南山区', '广东'],
    ['深圳', '广东'],
    [' 深 圳 ', '广东'],
    ['新疆维吾尔自治区', '新疆'],
    ['内蒙', '内蒙古'],
    ['呼伦贝尔', '内蒙古'],
    ['粤', '广东'],
    ['吉林市', '吉林'],
    ['海南藏族自治州', '青海'],
    ['海南省海口市', '海南'],
    ['中国浙江义乌', '浙江'],
    ['西双版纳', '云南'],
    ['台州', '浙江'],
    ['台北', '台湾'],
    ['中山', '广东'],
  ])('%s is in %s', (written, province) => {
    expect(resolveProvince(written)).toBe(province)
  })

  test.each(['', '火星', '朝阳', '国外', 'abc'])('%s is not guessed at', (written) => {
    expect(resolveProvince(written)).toBeNull()
  })

  test('every province answers to its own name', () => {
    for (const province of PROVINCES) expect(resolveProvince(province)).toBe(province)
  })
})
