import { wordsOf } from '../../../../shared/model/issue-words.ts'
import { type Product, ProductDraft, type Sku } from '../../../../shared/model/product.ts'
import { ageOfAll } from '../../products/stock-times.ts'
import { mergeSkus } from './merge-skus.ts'
import type { FileFacts } from './product-row.ts'
import type { FileProduct } from './products-in-file.ts'

/** What becomes of a product that a file tells of. */
export type ProductVerdict =
  | { ok: true; draft: ProductDraft; notes: string[] }
  | { ok: false; row: number; reason: string }

/** Under which question a file's description of a product is kept. */
export const DESCRIPTION_QUESTION = '这款商品有什么特点？'

/**
 * The product as it is after the import: what the file says replaces what was known, everything else stays.
 *
 * @param known the catalogue's product of this code, or null
 * @param now figures of stock that the file gives are as of this time, also where they are the same
 */
export function planProduct(
  told: FileProduct,
  known: Product | null,
  { category, now }: { category: string; now: number },
): ProductVerdict {
  const { facts, row } = told
  const merged = variantsOf(told, known)
  if (!merged.ok) return merged
  const priceFen =
    facts.priceFen ?? (told.skus.some((sku) => sku.priceFen !== null) ? lowest(merged.skus) : known?.priceFen)
  if (!known && facts.name === undefined)
    return { ok: false, row, reason: '库里没有这个编码，新商品要有名称' }
  if (priceFen === undefined) return { ok: false, row, reason: '没有价格' }

  const skus = merged.skus.map((sku) => (merged.confirmed.has(sku) ? { ...sku, stockUpdatedAt: now } : sku))
  const { id: _id, updatedAt: _updatedAt, ...before } = known ?? { id: '', updatedAt: 0, ...EMPTY }
  const parsed = ProductDraft.safeParse({
    ...before,
    ...plainFacts(facts),
    code: known?.code ?? told.code,
    category: facts.category ?? known?.category ?? category,
    priceFen,
    lasts: {
      days: facts.days ?? before.lasts.days,
      uses: facts.uses ?? before.lasts.uses,
      people: facts.people ?? before.lasts.people,
    },
    attributes: { ...before.attributes, ...told.attributes },
    questions: facts.description ? described(before.questions, facts.description) : before.questions,
    skus,
    stockUpdatedAt: ageOfAll(skus, before.stockUpdatedAt),
  })
  if (!parsed.success) return { ok: false, row, reason: reasonOf(parsed.error.issues[0]) }
  return { ok: true, draft: parsed.data, notes: merged.notes }
}

const EMPTY: Omit<ProductDraft, 'code' | 'name' | 'category' | 'priceFen'> = (() => {
  const {
    code: _code,
    name: _name,
    category: _category,
    priceFen: _price,
    ...rest
  } = ProductDraft.parse({
    code: '-',
    name: '-',
    category: '-',
    priceFen: 0,
  })
  return rest
})()

interface Variants {
  ok: true
  skus: Sku[]
  confirmed: ReadonlySet<Sku>
  notes: string[]
}

function variantsOf(
  told: FileProduct,
  known: Product | null,
): Variants | { ok: false; row: number; reason: string } {
  const price = told.facts.priceFen ?? known?.priceFen ?? null
  if (told.skus.length > 0) {
    const merged = mergeSkus(known?.skus ?? [], told.skus, price)
    if (!merged.ok) return merged
    const notes = merged.untold > 0 ? [`库里另有 ${merged.untold} 个规格不在文件里，没有动`] : []
    return { ok: true, skus: merged.skus, confirmed: merged.confirmed, notes }
  }
  const skus = known?.skus ?? []
  const [only] = skus
  if (skus.length > 1) {
    const notes = told.stock === null ? [] : [`这个商品有 ${skus.length} 个规格，库存要按规格写，没有动`]
    return { ok: true, skus, confirmed: new Set(), notes }
  }
  // A product without variants holds its stock in its one SKU, which costs what the product costs.
  if (!only && told.stock === null) return { ok: true, skus, confirmed: new Set(), notes: [] }
  const one: Sku = {
    ...(only ?? { code: null, attributes: {}, stockUpdatedAt: null }),
    priceFen: told.facts.priceFen ?? only?.priceFen ?? price ?? 0,
    stock: told.stock ?? only?.stock ?? null,
  }
  return { ok: true, skus: [one], confirmed: new Set(told.stock === null ? [] : [one]), notes: [] }
}

function lowest(skus: readonly Sku[]): number | undefined {
  const prices = skus.map((sku) => sku.priceFen)
  return prices.length > 0 ? Math.min(...prices) : undefined
}

/** Those facts that a product holds under the same name. */
function plainFacts({
  days: _d,
  uses: _u,
  people: _p,
  description: _q,
  priceFen: _f,
  category: _c,
  ...facts
}: FileFacts) {
  return facts
}

function described(questions: ProductDraft['questions'], answer: string): ProductDraft['questions'] {
  const others = questions.filter(({ question }) => question !== DESCRIPTION_QUESTION)
  return [{ doubt: 'product', question: DESCRIPTION_QUESTION, answer }, ...others]
}

const FIELD_WORDS: Readonly<Record<string, string>> = {
  code: '商家编码',
  name: '商品名称',
  shortName: '简称',
  category: '类目',
  priceFen: '价格',
  skus: '规格',
  attributes: '属性',
  questions: '问答',
  lasts: '可用天数、次数或人数',
  warranty: '质保',
  gift: '赠品',
}

function reasonOf(issue: Parameters<typeof wordsOf>[0] | undefined): string {
  if (!issue) return '内容不合要求'
  const field = FIELD_WORDS[String(issue.path[0])]
  const words = wordsOf(issue)
  return field && !words.includes(field) ? `${field}：${words}` : words
}
