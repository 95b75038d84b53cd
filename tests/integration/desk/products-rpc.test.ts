import { describe, expect, it } from 'vitest'
import type { Desktop } from '../../../electron/rpc/desktop.ts'
import { appRouter } from '../../../electron/rpc/router.ts'
import { createCallerFactory } from '../../../electron/rpc/trpc.ts'
import { MAX_IMPORT_BYTES } from '../../../shared/model/transfer.ts'
import { openTestDesk } from '../../support/library.ts'

/** What a page asks, without a transport; the desktop is asked for nothing here. */
function openPage() {
  return createCallerFactory(appRouter)({ desk: openTestDesk(), desktop: {} as Desktop, appVersion: '0' })
    .products
}

const uploaded = (text: string) => ({ name: '表.csv', content: Buffer.from(text).toString('base64') })

describe('the product pages', () => {
  it('write, change, remove and bring back a product', async () => {
    const products = openPage()
    const { id, ...draft } = await products.create({
      code: 'M1',
      name: '面霜',
      category: '护肤',
      priceFen: 27000,
    })
    await products.update({ id, draft: { ...draft, gift: '旅行装' } })
    expect(await products.get(id)).toMatchObject({ gift: '旅行装' })
    await products.remove([id])
    expect(await products.list()).toEqual([])
    expect(await products.restore([id])).toMatchObject([{ id, gift: '旅行装' }])
  })

  it('import a file as it is found, refresh stock and take that back', async () => {
    const products = openPage()
    const file = uploaded('编码,名称,价格\nM1,面霜,270\n')
    expect(await products.importPreview({ file })).toMatchObject({ ok: true, added: 1 })
    expect(await products.importAdd({ file })).toMatchObject({ ok: true, added: 1 })
    const refreshed = await products.refreshStock({ file: uploaded('M1 8') })
    expect(refreshed).toMatchObject({ ok: true, matched: 1 })
    if (refreshed.ok && refreshed.undo) expect(await products.undoStockRefresh(refreshed.undo)).toBe(1)
    expect(await products.missingFacts()).toEqual({ products: [], shop: [] })
  })

  it.each([
    ['a file that is no base64', (p: Page) => p.importAdd({ file: { name: 'x', content: '不是' } })],
    [
      'a file beyond the limit',
      (p: Page) => p.importAdd({ file: { name: 'x', content: 'A'.repeat(MAX_IMPORT_BYTES * 2) } }),
    ],
    [
      'a use that no column can have',
      (p: Page) => p.importAdd({ file: uploaded(''), options: { mapping: { 列: '别的:x' as never } } }),
    ],
    ['a header in row 0', (p: Page) => p.importPreview({ file: uploaded(''), options: { headerRow: 0 } })],
    [
      'a price below nothing',
      (p: Page) => p.create({ code: 'M1', name: '面霜', category: '护肤', priceFen: -1 }),
    ],
    [
      'more SKUs than a product has',
      (p: Page) =>
        p.create({
          code: 'M1',
          name: '面霜',
          category: '护肤',
          priceFen: 1,
          skus: Array.from({ length: 501 }, (_, n) => ({ attributes: { 号: String(n) }, priceFen: 1 })),
        }),
    ],
    ['nothing to remove', (p: Page) => p.remove([])],
  ])('are refused %s', async (_what, ask) => {
    await expect(ask(openPage())).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})

type Page = ReturnType<typeof openPage>
