import { z } from 'zod'
import { ImageHash } from './image.ts'
import { MEASURE_NAMES, MEASURES, type Measure } from './measures.ts'
import { namedValues } from './named-values.ts'
import { DOUBTS } from './steps.ts'
import { plainName } from './text.ts'

/** Money is integer fen 分 inside, formatted at the edge. */
export const Fen = z.int().min(0).max(10_000_000_00)

const ShortText = z.string().overwrite(plainName).trim().min(1).max(200)

/** One thing on the shelf: a combination of attributes (colour, size …) with its own price and stock. */
export const Sku = z.object({
  code: z.string().overwrite(plainName).trim().max(64).nullable().default(null),
  /** E.g. `{ 颜色: '黑色', 尺码: 'M' }`. */
  attributes: namedValues(z.string().min(1).max(60)),
  priceFen: Fen,
  /** Pieces; null when nobody has said. */
  stock: z.int().min(0).max(10_000_000).nullable().default(null),
  /** When this figure was last true; ms since 1970. Null: as old as the product's own `stockUpdatedAt`. */
  stockUpdatedAt: z.int().nullable().default(null),
})
export type Sku = z.infer<typeof Sku>

export { MEASURE_NAMES, MEASURES, type Measure }

const Range = z.tuple([z.number().min(0).max(500), z.number().min(0).max(500)])

export const SizeChart = z.object({
  /** Each row gives, for one size, the closed range `[from, to]` of every measure it is chosen by. */
  rows: z
    .array(z.object({ size: z.string().min(1).max(20), ranges: z.partialRecord(z.enum(MEASURES), Range) }))
    .min(1)
    .max(40),
  /** E.g. 偏小半码, 弹力大. */
  note: z.string().max(300).nullable().default(null),
  /** The model who wears it in the pictures, the fallback when a buyer's measurements are not known. */
  model: z.object({ heightCm: z.number(), weightKg: z.number(), wears: z.string() }).nullable().default(null),
})
export type SizeChart = z.infer<typeof SizeChart>

export const ProductDraft = z.object({
  /** The shop's own article code 商家编码, unique; pairings and substitutes name products by it. */
  code: z.string().overwrite(plainName).trim().min(1, '商家编码不能为空').max(64),
  name: z.string().overwrite(plainName).trim().min(1, '商品名称不能为空').max(200),
  /** What agents call it in a chat, shorter than the listing's name. */
  shortName: z.string().overwrite(plainName).trim().max(40).nullable().default(null),
  category: z.string().overwrite(plainName).trim().min(1).max(60),
  priceFen: Fen,
  sellingPoints: z.array(ShortText).max(20).default([]),
  /** How long one piece lasts: what price-splitting divides by. */
  lasts: z
    .object({
      days: z.int().min(1).max(10_000).nullable().default(null),
      uses: z.int().min(1).max(100_000).nullable().default(null),
      people: z.int().min(1).max(1000).nullable().default(null),
    })
    .default({ days: null, uses: null, people: null }),
  materials: z.array(ShortText).max(20).default([]),
  certificates: z.array(ShortText).max(20).default([]),
  warranty: z.string().max(200).nullable().default(null),
  gift: z.string().max(200).nullable().default(null),
  /** What the question funnel asks about, e.g. `{ 肤质: ['干性', '敏感'] }`. */
  attributes: namedValues(z.array(ShortText).min(1).max(20)).default({}),
  skus: z.array(Sku).max(500).default([]),
  /** When the stock figures were last true; ms since 1970, null when never. */
  stockUpdatedAt: z.int().nullable().default(null),
  sizeChart: SizeChart.nullable().default(null),
  questions: z
    .array(
      z.object({
        doubt: z.enum(DOUBTS),
        question: z.string().min(1).max(300),
        answer: z.string().min(1).max(2000),
      }),
    )
    .max(100)
    .default([]),
  /** Known flaws, told honestly. */
  flaws: z.array(ShortText).max(20).default([]),
  /** Codes of products that go with it, and of those that can stand in for it. */
  pairings: z.array(z.string().max(64)).max(20).default([]),
  substitutes: z.array(z.string().max(64)).max(20).default([]),
  images: z.array(ImageHash).max(20, '商品图片最多 20 张').default([]),
})
export type ProductDraft = z.infer<typeof ProductDraft>

export type Product = ProductDraft & { id: string; updatedAt: number }

/** What a list of products shows. */
export type ProductSummary = Pick<Product, 'id' | 'code' | 'name' | 'shortName' | 'category' | 'priceFen'> & {
  /** Sum over the SKUs whose stock is known; null when none is. */
  stock: number | null
  /** When the oldest of those figures was last true; ms since 1970, null when nobody has said. */
  stockUpdatedAt: number | null
  /** The picture on its card, the first of its images; null when it has none. */
  image: string | null
}
