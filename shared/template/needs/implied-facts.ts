import type { Value } from 'liquidjs/dist/liquid.browser.mjs'
import { ALWAYS_CHECKED, CHECKLIST, type ChecklistItem } from '../../techniques/orders/order-checklist.ts'
import { SPLITS } from '../../techniques/prices/price-splitting.ts'

export type CalledFilter = Value['filters'][number]

/** What a technique reads by itself, by its words in the script: `words` are its arguments that are plain text. */
type Reads = (words: readonly string[], argumentCount: number) => readonly string[]

/** Facts that no argument gives are read of the product. */
const unlessGiven =
  (...facts: readonly string[]): Reads =>
  (_words, argumentCount) =>
    argumentCount === 0 ? facts : []
const always =
  (...facts: readonly string[]): Reads =>
  () =>
    facts
/** `反问: "颜色"` reads 商品.颜色. */
const firstWordOf =
  (group: string): Reads =>
  ([word]) =>
    word ? [`${group}.${word}`] : []
/** The product's chart, and the buyer's measures that the script goes by. */
const sizeChart: Reads = (words) => ['商品.尺码表', ...words.map((word) => `客户.${word}`)]

const READS: ReadonlyMap<string, Reads> = new Map<string, Reads>([
  ['每天', unlessGiven(SPLITS.days.fact)],
  ['每次', unlessGiven(SPLITS.uses.fact)],
  ['每人', unlessGiven(SPLITS.people.fact)],
  ['拆分', always(SPLITS.days.fact, SPLITS.uses.fact, SPLITS.people.fact)],
  ['仅剩', always('商品.库存')],
  ['反问', firstWordOf('商品')],
  ['推荐尺码', sizeChart],
  ['尺码建议', sizeChart],
  ['比价', always('商品.材质', '商品.证书', '店铺.退换天数')],
  ['提问', always('商品.属性')],
  ['筛选', always('商品.属性')],
  ['凑单', always('店铺.满减')],
  ['凑单商品', always('店铺.满减')],
  ['补运费', always('店铺.快递')],
  ['时效', always('店铺.快递')],
  ['到货', always('店铺.快递')],
  ['核对订单', readBack],
  ['退换条件', always('店铺.退换天数')],
])

/** What every order is checked for, and the wishes that the script names. */
function readBack(words: readonly string[]): string[] {
  return (Object.keys(CHECKLIST) as ChecklistItem[])
    .filter((item) => ALWAYS_CHECKED.includes(item) || words.includes(CHECKLIST[item].label))
    .map((item) => CHECKLIST[item].fact)
}

/** The facts that a filter of a script reads besides those the script names. */
export function impliedBy({ name, args }: CalledFilter): readonly string[] {
  const words = args.flatMap((argument) =>
    'content' in argument && typeof argument.content === 'string' ? [argument.content] : [],
  )
  return READS.get(name)?.(words, args.length) ?? []
}
