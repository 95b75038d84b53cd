import { describe, expect, it } from 'vitest'
import { NAV, soughtIn } from '../../../../renderer/workbench/settings/nav-entries.ts'

const found = (text: string) => soughtIn(NAV, text).flatMap(({ entries }) => entries.map(({ id }) => id))

describe('a setting is looked for', () => {
  it.each([
    ['花名', 'agent'],
    ['开机', 'startup'],
    ['截单', 'dispatch'],
    ['换电脑', 'backup'],
    ['BF', 'backup'],
    ['顺丰', 'couriers'],
  ])('by what people call it: %s', (text, id) => {
    expect(found(text)).toEqual([id])
  })

  it('and nothing typed leaves every section in the list, each once', () => {
    expect(found('')).toHaveLength(new Set(found('')).size)
    expect(found('').length).toBeGreaterThan(15)
    expect(found('没有这种设置')).toEqual([])
  })
})
