import { describe, expect, it } from 'vitest'
import { formatRoute, parseRoute } from '../../../../renderer/workbench/app/route.ts'

describe('the address of a page', () => {
  it.each([
    '#/phrases',
    '#/phrases/019a-7',
    '#/products',
    '#/products/019a-7',
    '#/products/019a-7/edit',
    '#/products/019a-7/edit/lasts',
    '#/products/new',
    '#/products/new/019a-7',
    '#/products/missing-facts',
    '#/customers',
    '#/customers/019a-7',
    '#/team',
    '#/team/pack/019a-7',
    '#/settings',
    '#/settings/dispatchPlace',
  ])('%s comes back as it was', (hash) => {
    expect(formatRoute(parseRoute(hash))).toBe(hash)
  })

  it('names a product whatever its id holds', () => {
    const route = { page: 'products', view: 'editor', productId: 'a/b 中%', field: null } as const
    expect(parseRoute(formatRoute(route))).toEqual(route)
  })

  it.each(['', '#', '#/nowhere'])('%j leads to the phrases', (hash) => {
    expect(parseRoute(hash)).toEqual({ page: 'phrases' })
  })

  it('stands when it is no valid encoding', () => {
    expect(parseRoute('#/products/100%')).toEqual({ page: 'products', view: 'briefing', productId: '100%' })
  })
})
