import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planProduct } from '../../../../../electron/desk/transfer/products/product-plan.ts'
import { understandTable } from '../../../../../electron/desk/transfer/products/product-table.ts'
import { productsIn } from '../../../../../electron/desk/transfer/products/products-in-file.ts'
import { readTable } from '../../../../../electron/desk/transfer/tables/read-table.ts'
import type { Product } from '../../../../../shared/model/product.ts'
import { ProductImportOptions } from '../../../../../shared/model/product-transfer.ts'
import { workbookOf } from '../../../../support/workbook.ts'

const HEADER = ['商家编码', '商品名称', '规格编码', '颜色', '价格', '库存']

async function planned(bytes: Uint8Array, known: ReadonlyMap<string, Product>) {
  const reading = await readTable({ name: 'x', bytes })
  if (!reading.ok) throw new Error(reading.reason)
  const understood = understandTable(reading.table, 'x', ProductImportOptions.parse({}), () => null)
  if (!understood.ok) throw new Error(understood.reason)
  const told = productsIn(understood.table.rows, understood.table.uses, { oneRowEach: false })
  expect(told.refused).toEqual([])
  return told.products.map((product) => {
    const verdict = planProduct(product, known.get(product.code) ?? null, { category: '其他', now: 1 })
    if (!verdict.ok) throw new Error(verdict.reason)
    return { ...verdict.draft, id: product.code, updatedAt: 1 }
  })
}

// No word alone: the writer of the test's workbooks stumbles over names that JavaScript's objects have.
const word = fc.stringMatching(/^[A-Za-z一-龥]([ _-]?[A-Za-z0-9一-龥]){0,6}$/).map((text) => `甲${text}`)
const shop = fc.uniqueArray(
  fc.record({
    code: word,
    name: word,
    skus: fc.uniqueArray(
      fc.record({ colour: word, code: fc.option(word), fen: fc.nat(9_999_999), stock: fc.nat(9999) }),
      {
        minLength: 1,
        maxLength: 5,
        selector: ({ colour }) => colour,
      },
    ),
  }),
  { minLength: 1, maxLength: 8, selector: ({ code }) => code.toLowerCase() },
)

describe('however a shop names its goods', () => {
  it('every SKU of its table is in the catalogue, once, also when the table comes in again', async () => {
    await fc.assert(
      fc.asyncProperty(shop, async (products) => {
        const cells = products.flatMap(({ code, name, skus }) =>
          skus.map((sku) => [code, name, sku.code, sku.colour, sku.fen / 100, sku.stock]),
        )
        const wanted = products.map(({ code, name, skus }) => ({
          code,
          name,
          skus: skus.map((sku) => ({
            code: sku.code,
            colour: sku.colour,
            priceFen: sku.fen,
            stock: sku.stock,
          })),
        }))
        const csv = Buffer.from([HEADER, ...cells].map((row) => row.join(',')).join('\n'))
        for (const bytes of [csv, await workbookOf([HEADER, ...cells])]) {
          const first = await planned(bytes, new Map())
          const again = await planned(bytes, new Map(first.map((product) => [product.code, product])))
          for (const catalogue of [first, again])
            expect(
              catalogue.map(({ code, name, skus }) => ({
                code,
                name,
                skus: skus.map((sku) => ({
                  code: sku.code,
                  colour: sku.attributes.颜色,
                  priceFen: sku.priceFen,
                  stock: sku.stock,
                })),
              })),
            ).toEqual(wanted)
        }
      }),
      { numRuns: 40 },
    )
  })
})
