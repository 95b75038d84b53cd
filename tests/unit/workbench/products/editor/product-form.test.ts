import { describe, expect, it } from 'vitest'
import products from '../../../../../assets/starter/products.json' with { type: 'json' }
import {
  type ProductForm,
  productFormOf,
  readProductForm,
} from '../../../../../renderer/workbench/products/editor/product-form.ts'
import { datedStock } from '../../../../../renderer/workbench/products/editor/stock-dates.ts'
import { type Product, ProductDraft } from '../../../../../shared/model/product.ts'

const NOW = 1_790_000_000_000
const YESTERDAY = NOW - 86_400_000
const drafts = products.map((one) => ProductDraft.parse(one))
const shirt: Product = { ...drafts[0]!, stockUpdatedAt: YESTERDAY, id: 'shirt', updatedAt: YESTERDAY }

const form = (changes: Partial<ProductForm> = {}): ProductForm => ({ ...productFormOf(shirt), ...changes })
function problems(changed: ProductForm) {
  const reading = readProductForm(changed, { before: shirt, now: NOW })
  return reading.ok ? [] : reading.problems
}

describe('the form of a product', () => {
  it('gives every product of the sample shop back as it was', () => {
    for (const draft of drafts) {
      const before: Product = { ...draft, id: draft.code, updatedAt: YESTERDAY }
      // Questions come back by their families of doubt, in the order within each.
      const byDoubt = (one: ProductDraft) => Map.groupBy(one.questions, ({ doubt }) => doubt)
      const reading = readProductForm(productFormOf(draft), { before, now: NOW })
      expect(reading).toMatchObject({ ok: true, draft: { ...draft, questions: expect.anything() } })
      expect(reading.ok && byDoubt(reading.draft)).toEqual(byDoubt(draft))
    }
  })

  it('wants a name, a code, a category and a price, each said at its field', () => {
    const reading = readProductForm(productFormOf(null), { before: null, now: NOW })
    expect(reading.ok ? [] : reading.problems.map(({ path, message }) => [path[0], message])).toEqual([
      ['code', '商家编码不能为空'],
      ['name', '商品名称不能为空'],
      ['category', '请填写'],
      ['priceYuan', '请填写'],
    ])
  })

  it('counts a problem in a list by the line that the person sees', () => {
    expect(problems(form({ flaws: `略透\n\n${'长'.repeat(201)}` }))).toEqual([
      { path: ['flaws'], message: '第 3 行：最多 200 个字' },
    ])
  })

  it('says at the sheet that some of its cells are wrong', () => {
    const skus = { attributes: ['颜色'], cells: [['白色', '八十', '', '']] }
    expect(problems(form({ skus }))).toEqual([{ path: ['skus'], message: '还有 1 处要改' }])
    const twice = { attributes: ['颜色', '颜色'], cells: [] }
    expect(problems(form({ skus: twice }))).toEqual([{ path: ['skus'], message: '有两个属性都叫“颜色”' }])
  })

  it('drops a question left blank and wants the answer to one that was asked', () => {
    const questions = {
      ...form().questions,
      use: [
        { question: ' ', answer: '' },
        { question: '能机洗吗？', answer: '' },
      ],
    }
    expect(problems(form({ questions }))).toEqual([
      { path: ['questions', 'use', 1, 'answer'], message: '请填写' },
    ])
  })

  it('wants a feature’s name and its values together, and each feature once', () => {
    const attributes = [
      { name: '肤质', values: ['干性'] },
      { name: '', values: ['春夏'] },
      { name: '版型', values: [] },
      { name: '肤质', values: ['油性'] },
      { name: '', values: [] },
    ]
    expect(problems(form({ attributes })).map(({ path }) => path)).toEqual([
      ['attributes', 1, 'name'],
      ['attributes', 2, 'values'],
      ['attributes', 3, 'name'],
    ])
  })

  it('takes a model only whole, and only beside a chart', () => {
    const model = { heightCm: 166, weightKg: null, wears: 'M' }
    expect(problems(form({ model }))).toEqual([
      { path: ['model', 'wears'], message: '身高、体重、尺码要一起填' },
    ])
    expect(
      readProductForm(
        form({ sizes: { ...form().sizes, cells: [] }, model: { ...model, heightCm: null, wears: '' } }),
        { before: shirt, now: NOW },
      ),
    ).toMatchObject({ ok: true, draft: { sizeChart: null } })
  })
})

describe('how old an edited stock figure is', () => {
  const [first, second] = shirt.skus
  const before = { ...shirt, skus: [first!, { ...second!, stockUpdatedAt: NOW - 5 }] }
  const dated = (skus: ProductDraft['skus'], isChecked = false) =>
    datedStock(skus, before, { now: NOW, isChecked })

  it('is now where it was changed, and as it was where it was not', () => {
    expect(dated([{ ...first!, stock: 1 }, second!])).toMatchObject({
      stockUpdatedAt: YESTERDAY,
      skus: [{ stock: 1, stockUpdatedAt: NOW }, { stockUpdatedAt: NOW - 5 }],
    })
    expect(dated([first!, second!]).skus[0]?.stockUpdatedAt).toBeNull()
  })

  it('stays old when only the spelling of a colour was corrected', () => {
    const renamed = { ...first!, code: null, attributes: { 颜色: '本白', 尺码: 'S' } }
    expect(dated([renamed, second!]).skus[0]?.stockUpdatedAt).toBeNull()
  })

  it('is followed when rows change places', () => {
    expect(dated([second!, first!]).skus.map(({ stockUpdatedAt }) => stockUpdatedAt)).toEqual([NOW - 5, null])
  })

  it('is now for all when the person has counted them', () => {
    expect(dated([first!, second!], true)).toMatchObject({
      stockUpdatedAt: NOW,
      skus: [{ stockUpdatedAt: null }, { stockUpdatedAt: null }],
    })
  })
})
