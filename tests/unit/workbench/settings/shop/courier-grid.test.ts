import { describe, expect, it } from 'vitest'
import {
  filledUp,
  routeWords,
  withDefault,
  withRoute,
} from '../../../../../renderer/workbench/settings/shop/courier-grid.ts'
import { Courier, PROVINCES } from '../../../../../shared/model/shop.ts'

const couriers = [
  Courier.parse({ name: '中通', isDefault: true, provinces: { 上海: { surchargeFen: 0, days: [1, 2] } } }),
  Courier.parse({ name: '顺丰', provinces: {} }),
]

describe('the table of couriers', () => {
  it('says the surcharge and the days of a province', () => {
    expect(routeWords({ surchargeFen: 850, days: [2, 3] })).toEqual({ price: '+8.5 元', days: '2–3 天' })
    expect(routeWords({ surchargeFen: 0, days: [1, 1] })).toEqual({ price: '不加价', days: '1 天' })
    expect(routeWords(undefined)).toBeNull()
  })

  it('sets one cell and leaves the others', () => {
    const [zto, sf] = withRoute(couriers, 1, '上海', { surchargeFen: 800, days: [1, 1] })
    expect(zto).toBe(couriers[0])
    expect(sf?.provinces).toEqual({ 上海: { surchargeFen: 800, days: [1, 1] } })
  })

  it('takes a province out', () => {
    expect(withRoute(couriers, 0, '上海', null)[0]?.provinces).toEqual({})
  })

  it('fills the provinces that have nothing yet, and only those', () => {
    const provinces = filledUp(couriers, 0, { surchargeFen: 500, days: [3, 4] })[0]?.provinces ?? {}
    expect(Object.keys(provinces)).toHaveLength(PROVINCES.length)
    expect(provinces.上海?.surchargeFen).toBe(0)
    expect(provinces.西藏?.surchargeFen).toBe(500)
  })

  it('has exactly one courier that goes by default', () => {
    expect(withDefault(couriers, 1).map(({ isDefault }) => isDefault)).toEqual([false, true])
  })
})
