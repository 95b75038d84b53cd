import { describe, expect, it } from 'vitest'
import { formatRoute, parseRoute } from '../../../../renderer/workbench/app/route.ts'

describe('the address of a page', () => {
  it.each(['#/phrases', '#/products', '#/products/019a-7', '#/settings'])(
    '%s comes back as it was',
    (hash) => {
      expect(formatRoute(parseRoute(hash))).toBe(hash)
    },
  )

  it('names a product whatever its id holds', () => {
    const route = { page: 'products', productId: 'a/b 中' } as const
    expect(parseRoute(formatRoute(route))).toEqual(route)
  })

  it.each(['', '#', '#/nowhere'])('%j leads to the phrases', (hash) => {
    expect(parseRoute(hash)).toEqual({ page: 'phrases' })
  })
})
