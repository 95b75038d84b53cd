import { describe, expect, it } from 'vitest'
import { isSameValue } from '../../../../renderer/workbench/components/same-value.ts'

describe('whether a form was changed', () => {
  it('does not care in which order fields were kept', () => {
    expect(isSameValue({ title: '问候', tags: ['开场'] }, { tags: ['开场'], title: '问候' })).toBe(true)
  })

  it('does care in which order a list stands', () => {
    expect(isSameValue({ tags: ['a', 'b'] }, { tags: ['b', 'a'] })).toBe(false)
  })

  it('tells a cleared number from one that is zero, and an absent field from an empty one', () => {
    expect(isSameValue({ yuan: null }, { yuan: 0 })).toBe(false)
    expect(isSameValue({}, { note: undefined })).toBe(false)
    expect(isSameValue([], {})).toBe(false)
  })

  it('sees a change deep in a table', () => {
    const couriers = [{ name: '顺丰', provinces: { 上海: { surchargeFen: 800, days: [1, 2] } } }]
    const dearer = [{ name: '顺丰', provinces: { 上海: { surchargeFen: 900, days: [1, 2] } } }]
    expect(isSameValue(couriers, structuredClone(couriers))).toBe(true)
    expect(isSameValue(couriers, dearer)).toBe(false)
  })
})
