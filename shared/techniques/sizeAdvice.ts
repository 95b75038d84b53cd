import { MEASURE_NAMES, MEASURES, type Measure, type SizeChart } from '../model/product.ts'
import { MEASURE_FACTS } from './measures.ts'
import { lacking, type Outcome, refuse } from './outcome.ts'
import { listedWith } from './wording.ts'

export type Measures = Partial<Readonly<Record<Measure, number>>>

export interface SizeAdvice {
  /** One size, or two neighbours when the buyer is between them. */
  sizes: [string] | [string, string]
  /** `M`, `M 或 L` */
  text: string
  /** What the agent should add or check before sending. */
  warnings: string[]
}

/**
 * 尺码推荐 from a buyer's measurements. One size is advised only when the chart's row holds every measurement known; two
 * neighbours when the rows overlap or the measurements point to two rows side by side. Refused when there is no chart,
 * a measurement it is read by is missing, or the buyer lies outside it.
 */
export function sizeAdvice(chart: SizeChart | null, measures: Measures): Outcome<SizeAdvice> {
  if (!chart) return refuse('这款没有尺码表', '可以请买家参考平时穿的尺码,再核对商品详情')
  const missing = measuresToAsk(chart).filter((measure) => measures[measure] === undefined)
  if (missing.length) {
    const names = listedWith(
      missing.map((measure) => MEASURE_NAMES[measure]),
      '和',
    )
    return lacking(
      missing.map((measure) => MEASURE_FACTS[measure]),
      `还差买家的${names}`,
      modelReference(chart),
    )
  }
  const known = usedMeasures(chart).filter((measure) => measures[measure] !== undefined)
  const fitting = chart.rows.flatMap((row, index) =>
    known.every((measure) => isWithin(row, measure, measures)) ? [index] : [],
  )
  const span = fitting.length ? fitting : nearestRows(chart, known, measures)
  return adviseBetween(chart, span, known, measures)
}

/** The measurements a chart is read by first; others sharpen the advice when they are known. */
export function measuresToAsk(chart: SizeChart): Measure[] {
  const used = usedMeasures(chart)
  if (used.includes('heightCm') && used.includes('weightKg')) return ['heightCm', 'weightKg']
  return used.includes('footCm') ? ['footCm'] : used
}

function usedMeasures(chart: SizeChart): Measure[] {
  return MEASURES.filter((measure) => chart.rows.some((row) => row.ranges[measure]))
}

type Row = SizeChart['rows'][number]

function isWithin(row: Row, measure: Measure, measures: Measures): boolean {
  const range = row.ranges[measure]
  const value = measures[measure]
  return !range || value === undefined || (value >= range[0] && value <= range[1])
}

/** The rows each measurement points to by itself, where no row holds them all; -1 stands for outside the chart. */
function nearestRows(chart: SizeChart, known: readonly Measure[], measures: Measures): number[] {
  return known.flatMap((measure) => {
    const holding = chart.rows.flatMap((row, index) =>
      row.ranges[measure] && isWithin(row, measure, measures) ? [index] : [],
    )
    return holding.length ? holding : aroundGap(chart, measure, measures[measure] ?? 0)
  })
}

/** Charts leave gaps (160–165, 166–170): a value of 165.5 is between those two rows. */
function aroundGap(chart: SizeChart, measure: Measure, value: number): number[] {
  const rows = chart.rows.flatMap(({ ranges }, index) =>
    ranges[measure] ? [{ index, range: ranges[measure] }] : [],
  )
  const below = rows.filter(({ range }) => range[1] < value).sort((a, b) => b.range[1] - a.range[1])[0]
  const above = rows.filter(({ range }) => range[0] > value).sort((a, b) => a.range[0] - b.range[0])[0]
  return below && above ? [below.index, above.index] : [-1]
}

function adviseBetween(
  chart: SizeChart,
  span: readonly number[],
  known: readonly Measure[],
  measures: Measures,
): Outcome<SizeAdvice> {
  const first = Math.min(...span)
  const last = Math.max(...span)
  const [small, large] = [chart.rows[first], chart.rows[last]]
  if (!small || !large)
    return refuse(`${outsideOf(chart, known, measures)}超出尺码表的范围`, modelReference(chart))
  if (last - first > 1)
    return refuse(
      `身材在${small.size}和${large.size}之间差得太多,尺码表给不出合适的建议`,
      modelReference(chart),
    )
  const warnings = [...caveats(chart), ...unitDoubt(chart, measures)]
  if (first === last) return { ok: true, sizes: [small.size], text: small.size, warnings }
  const between = `在${small.size}和${large.size}之间:喜欢合身选${small.size},喜欢宽松选${large.size}`
  return {
    ok: true,
    sizes: [small.size, large.size],
    text: `${small.size} 或 ${large.size}`,
    warnings: [between, ...warnings],
  }
}

function outsideOf(chart: SizeChart, known: readonly Measure[], measures: Measures): string {
  const outside = known.filter((measure) => nearestRows(chart, [measure], measures).includes(-1))
  return (
    listedWith(
      outside.map((measure) => `${MEASURE_NAMES[measure]} ${measures[measure]}`),
      '、',
    ) + weightHint(chart, measures)
  )
}

/** 110 as kilograms is rare and 110斤 is common: say so rather than guess. */
function weightHint(chart: SizeChart, measures: Measures): string {
  const { weightKg } = measures
  if (weightKg === undefined || weightKg < 75) return ''
  const half = { ...measures, weightKg: weightKg / 2 }
  const fitsInHalf = chart.rows.some((row) => row.ranges.weightKg && isWithin(row, 'weightKg', half))
  return fitsInHalf ? `(体重按公斤算;如果是斤,请填 ${weightKg / 2} 公斤)` : ''
}

function unitDoubt(chart: SizeChart, measures: Measures): string[] {
  const hint = weightHint(chart, measures)
  return hint ? [hint.slice(1, -1)] : []
}

function caveats(chart: SizeChart): string[] {
  return ['尺码按尺码表推荐,穿着习惯不同,仅供参考', ...(chart.note ? [`尺码说明:${chart.note}`] : [])]
}

function modelReference({ model }: SizeChart): string | null {
  return model && `可以参考模特:身高 ${model.heightCm} cm、体重 ${model.weightKg} kg,穿 ${model.wears}`
}
