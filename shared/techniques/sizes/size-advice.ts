import { MEASURE_NAMES, type Measure } from '../../model/measures.ts'
import type { SizeChart } from '../../model/product.ts'
import { lacking, type Outcome, type Refused, refuse } from '../outcome.ts'
import { listed, listedWith } from '../wording.ts'
import { MEASURE_FACTS } from './measures.ts'
import {
  type Measures,
  measuresOf,
  measuresOutside,
  measuresToAsk,
  neighboursHolding,
  rowsBySize,
  rowsHolding,
} from './size-chart.ts'
import { unitDoubts } from './unit-doubts.ts'

export interface SizeAdvice {
  /** One size, or two neighbours when the buyer is between them. */
  sizes: [string] | [string, string]
  /** `M`, `M 或 L` */
  text: string
  /** The same as a sentence for the buyer: `建议选M码`, `正好在M和L之间，喜欢合身选M，喜欢宽松选L`. */
  sentence: string
  /** What the agent should add or check before sending. */
  warnings: string[]
}

/**
 * 尺码推荐 from a buyer's measurements. One size is advised only when the chart's row holds every measurement known; two
 * neighbours when two rows do, or when the measurements lie in two rows side by side. `by` names what the script goes by
 * (脚长), else the chart says it. Refused when there is no chart, it is not read by that, a measurement is missing, or the
 * buyer lies outside it.
 */
export function sizeAdvice(
  chart: SizeChart | null,
  measures: Measures,
  by: readonly Measure[] = [],
): Outcome<SizeAdvice> {
  if (!chart) return refuse('这款没有尺码表', '可以请买家参考平时穿的尺码，再核对商品详情')
  const unread = by.filter((measure) => !measuresOf(chart).includes(measure))
  if (unread.length) return notReadBy(unread, chart)
  const missing = (by.length ? by : measuresToAsk(chart)).filter((measure) => measures[measure] === undefined)
  if (missing.length) return asking(missing, chart)
  const known = measuresOf(chart).filter((measure) => measures[measure] !== undefined)
  const rows = rowsBySize(chart)
  const sizes = rowsHolding(rows, known, measures).flatMap((place) => rows[place]?.size ?? [])
  const warnings = [...caveats(chart), ...unitDoubts(chart, measures)]
  const [first, second, ...more] = sizes
  if (first && !second) return one(first, warnings)
  if (first && second && more.length === 0) return between(first, second, warnings)
  // Wide charts hold a buyer in three rows or more: the middle one is right whichever way the garment falls.
  const middle = sizes[Math.floor(sizes.length / 2)]
  if (middle) return one(middle, [`${listed(sizes)}都在范围内`, ...warnings])
  const pair = neighboursHolding(rows, known, measures)
  return pair ? between(pair[0].size, pair[1].size, warnings) : whyNone(chart, known, measures)
}

function one(size: string, warnings: string[]): Outcome<SizeAdvice> {
  return { ok: true, sizes: [size], text: size, sentence: `建议选${size}码`, warnings }
}

function between(small: string, large: string, warnings: string[]): Outcome<SizeAdvice> {
  const sentence = `正好在${small}和${large}之间，喜欢合身选${small}，喜欢宽松选${large}`
  return {
    ok: true,
    sizes: [small, large],
    text: `${small} 或 ${large}`,
    sentence,
    warnings: [sentence, ...warnings],
  }
}

function notReadBy(unread: readonly Measure[], chart: SizeChart): Refused {
  const names = (measures: readonly Measure[]) => measures.map((measure) => MEASURE_NAMES[measure])
  return refuse(
    `这款的尺码表不看${listedWith(names(unread), '和')}，看${listedWith(names(measuresToAsk(chart)), '和')}`,
    modelReference(chart),
  )
}

function asking(missing: readonly Measure[], chart: SizeChart): Refused {
  const names = missing.map((measure) => MEASURE_NAMES[measure])
  const facts = missing.map((measure) => MEASURE_FACTS[measure])
  return lacking(facts, `还差买家的${listedWith(names, '和')}`, modelReference(chart))
}

function whyNone(chart: SizeChart, known: readonly Measure[], measures: Measures): Refused {
  const outside = measuresOutside(rowsBySize(chart), known, measures)
  const values = listed(
    (outside.length ? outside : known).map((measure) => `${MEASURE_NAMES[measure]} ${measures[measure]}`),
  )
  const reason = outside.length ? `${values} 超出尺码表的范围` : `${values} 在尺码表里对不到同一个尺码`
  return refuse([reason, ...unitDoubts(chart, measures)].join('；'), modelReference(chart))
}

function caveats(chart: SizeChart): string[] {
  return ['尺码按尺码表推荐，穿着习惯不同，仅供参考', ...(chart.note ? [`尺码说明：${chart.note}`] : [])]
}

/** The figures of whoever wears it in the pictures: what can be said when the buyer's own figures are not known. */
function modelReference({ model }: SizeChart): string | null {
  return model && `可以参考模特：身高 ${model.heightCm} cm、体重 ${model.weightKg} kg，穿 ${model.wears}`
}
