import { type Product, ProductDraft, type SizeChart } from '../../../../shared/model/product.ts'
import { DOUBTS, type Doubt } from '../../../../shared/model/steps.ts'
import { yuanToFen } from '../../../../shared/techniques/prices/money.ts'
import { type FieldProblem, problemsOf } from '../../components/zod-words.ts'
import { productStrings } from '../../strings/products.ts'
import { readSizeSheet, type SizeSheet, sizeSheetOf } from './size-sheet.ts'
import { readSkuSheet, type SkuSheet, skuSheetOf } from './sku-sheet.ts'
import { datedStock } from './stock-dates.ts'

interface QuestionForm {
  question: string
  answer: string
}

/** A product as its form holds it: money in yuan, lists of texts one to a line, SKUs and sizes as sheets. */
export interface ProductForm {
  code: string
  name: string
  shortName: string
  category: string
  priceYuan: number | null
  lasts: Product['lasts']
  sellingPoints: string
  materials: string
  certificates: string
  flaws: string
  warranty: string
  gift: string
  attributes: { name: string; values: string[] }[]
  skus: SkuSheet
  /** The person vouches for all stock figures as of now. */
  isStockChecked: boolean
  sizes: SizeSheet
  sizeNote: string
  model: { heightCm: number | null; weightKg: number | null; wears: string }
  questions: Record<Doubt, QuestionForm[]>
  pairings: string[]
  substitutes: string[]
  images: string[]
}

const LINES = ['sellingPoints', 'materials', 'certificates', 'flaws'] as const
const words = productStrings.editor

/** The form of a product; of none, a blank one. */
export function productFormOf(product: ProductDraft | null): ProductForm {
  const lines = (texts: readonly string[] | undefined) => texts?.join('\n') ?? ''
  const { sizeChart = null, questions = [] } = product ?? {}
  return {
    code: product?.code ?? '',
    name: product?.name ?? '',
    shortName: product?.shortName ?? '',
    category: product?.category ?? '',
    priceYuan: product ? product.priceFen / 100 : null,
    lasts: product?.lasts ?? { days: null, uses: null, people: null },
    sellingPoints: lines(product?.sellingPoints),
    materials: lines(product?.materials),
    certificates: lines(product?.certificates),
    flaws: lines(product?.flaws),
    warranty: product?.warranty ?? '',
    gift: product?.gift ?? '',
    attributes: Object.entries(product?.attributes ?? {}).map(([name, values]) => ({ name, values })),
    skus: skuSheetOf(product?.skus ?? []),
    isStockChecked: false,
    sizes: sizeSheetOf(sizeChart),
    sizeNote: sizeChart?.note ?? '',
    model: sizeChart?.model ?? { heightCm: null, weightKg: null, wears: '' },
    questions: Object.fromEntries(
      DOUBTS.map((doubt) => [
        doubt,
        questions.filter((one) => one.doubt === doubt).map(({ question, answer }) => ({ question, answer })),
      ]),
    ) as Record<Doubt, QuestionForm[]>,
    pairings: product?.pairings ?? [],
    substitutes: product?.substitutes ?? [],
    images: product?.images ?? [],
  }
}

export type ProductFormReading = { ok: true; draft: ProductDraft } | { ok: false; problems: FieldProblem[] }

/**
 * The draft that the form stands for, or what to say at which of the form's fields.
 *
 * @param before what the product was, null for a new one: stock that was left alone keeps its age
 * @param now ms since 1970
 */
export function readProductForm(
  form: ProductForm,
  { before, now }: { before: Product | null; now: number },
): ProductFormReading {
  const priceFen = form.priceYuan === null ? null : yuanToFen(form.priceYuan)
  const skus = readSkuSheet(form.skus, { priceFen })
  const sizes = readSizeSheet(form.sizes)
  const asked = DOUBTS.flatMap((doubt) =>
    (form.questions[doubt] ?? []).flatMap((one, at) =>
      isBlankText(one?.question) && isBlankText(one?.answer)
        ? []
        : [{ doubt, at, question: one.question?.trim() ?? '', answer: one.answer?.trim() ?? '' }],
    ),
  )
  const funnel = form.attributes.map((one) => ({
    name: one?.name?.trim() ?? '',
    values: one?.values ?? [],
  }))

  const parsed = ProductDraft.safeParse({
    code: form.code,
    name: form.name,
    shortName: form.shortName.trim() || null,
    category: form.category,
    priceFen,
    lasts: form.lasts,
    ...Object.fromEntries(LINES.map((field) => [field, linesOf(form[field]).map(({ text }) => text)])),
    warranty: form.warranty.trim() || null,
    gift: form.gift.trim() || null,
    attributes: Object.fromEntries(
      funnel
        .filter(({ name, values }) => name && values.length > 0)
        .map(({ name, values }) => [name, values]),
    ),
    ...datedStock(skus.skus, before, { now, isChecked: form.isStockChecked }),
    sizeChart: sizeChartOf(form, sizes.rows),
    questions: asked.map(({ doubt, question, answer }) => ({ doubt, question, answer })),
    pairings: form.pairings,
    substitutes: form.substitutes,
    images: form.images,
  })

  const problems = [
    ...(parsed.success ? [] : problemsOf(parsed.error).map((problem) => atFormField(problem, form, asked))),
    ...(skus.problems.size > 0 ? [{ path: ['skus'], message: words.problems(skus.problems.size) }] : []),
    ...attributeProblems(form.skus),
    ...(sizes.problems.size > 0 ? [{ path: ['sizes'], message: words.problems(sizes.problems.size) }] : []),
    ...modelProblems(form, sizes.rows.length),
    ...funnelProblems(funnel),
  ]
  if (!parsed.success || problems.length > 0) return { ok: false, problems }
  return { ok: true, draft: parsed.data }
}

const isBlankText = (text: string | undefined): boolean => (text ?? '').trim() === ''

/** The lines of a text that say something, with the number of each as the person sees it. */
function linesOf(text: string): { text: string; line: number }[] {
  return text
    .split('\n')
    .map((line, at) => ({ text: line.trim(), line: at + 1 }))
    .filter((line) => line.text !== '')
}

function sizeChartOf(form: ProductForm, rows: SizeChart['rows']): SizeChart | null {
  if (rows.length === 0) return null
  const { heightCm, weightKg, wears } = form.model
  const isComplete = heightCm !== null && weightKg !== null && wears.trim() !== ''
  return {
    rows,
    note: form.sizeNote.trim() || null,
    model: isComplete ? { heightCm, weightKg, wears: wears.trim() } : null,
  }
}

function modelProblems({ model }: ProductForm, sizes: number): FieldProblem[] {
  const given = [model.heightCm !== null, model.weightKg !== null, model.wears.trim() !== '']
  if (!given.includes(true)) return []
  if (given.includes(false)) return [{ path: ['model', 'wears'], message: words.sizes.modelIncomplete }]
  return sizes > 0 ? [] : [{ path: ['model', 'wears'], message: words.sizes.modelWithoutChart }]
}

function attributeProblems({ attributes }: SkuSheet): FieldProblem[] {
  const names = attributes.map((name) => name.trim())
  const twice = names.find((name, at) => name !== '' && names.indexOf(name) !== at)
  if (twice !== undefined) return [{ path: ['skus'], message: words.skus.attributeTwice(twice) }]
  return names.includes('') ? [{ path: ['skus'], message: words.skus.attributeUnnamed }] : []
}

function funnelProblems(funnel: readonly { name: string; values: readonly string[] }[]): FieldProblem[] {
  return funnel.flatMap(({ name, values }, at): FieldProblem[] => {
    if (name === '' && values.length > 0) return [{ path: ['attributes', at, 'name'], message: '请填写' }]
    if (name !== '' && values.length === 0) return [{ path: ['attributes', at, 'values'], message: '请填写' }]
    if (name !== '' && funnel.findIndex((one) => one.name === name) < at)
      return [{ path: ['attributes', at, 'name'], message: words.attributeTwice }]
    return []
  })
}

/** Where the form shows what the model says of a draft. */
function atFormField(
  { path: [field, at, part], message }: FieldProblem,
  form: ProductForm,
  asked: readonly { doubt: Doubt; at: number }[],
): FieldProblem {
  if (field === 'priceFen') return { path: ['priceYuan'], message }
  if (field === 'sizeChart') return { path: [at === 'note' ? 'sizeNote' : 'sizes'], message }
  if (field === 'questions' && typeof at === 'number') {
    const one = asked[at]
    if (one) return { path: ['questions', one.doubt, one.at, ...(part === undefined ? [] : [part])], message }
  }
  if (field === 'attributes') {
    const place = form.attributes.findIndex((one) => one.name.trim() === at)
    return { path: ['attributes', Math.max(0, place), part === undefined ? 'name' : 'values'], message }
  }
  const lines = LINES.find((name) => name === field)
  if (lines && typeof at === 'number')
    return { path: [lines], message: words.lineProblem(linesOf(form[lines])[at]?.line ?? at + 1, message) }
  if (field === 'lasts' && at !== undefined) return { path: ['lasts', at], message }
  return { path: field === undefined ? [] : [field], message }
}
