import {
  MEASURE_NAMES,
  MEASURES,
  type Measure,
  type Product,
  type SizeChart,
} from '../../../shared/model/product.ts'

const UNITS: Record<Measure, string> = {
  heightCm: 'cm',
  weightKg: 'kg',
  chestCm: 'cm',
  waistCm: 'cm',
  hipCm: 'cm',
  footCm: 'cm',
}

/** Columns of a size chart: the measures that any of its rows is chosen by, in the model's order. */
export function chartMeasures(chart: SizeChart): Measure[] {
  return MEASURES.filter((measure) => chart.rows.some((row) => row.ranges[measure]))
}

/** E.g. `身高 cm`. */
export const measureHeading = (measure: Measure): string => `${MEASURE_NAMES[measure]} ${UNITS[measure]}`

/** E.g. `155–160`, or `160` where both ends are one. */
export function rangeWords(range: readonly [number, number] | undefined): string {
  if (!range) return '–'
  return range[0] === range[1] ? String(range[0]) : `${range[0]}–${range[1]}`
}

/** A row of the size chart in a sentence, e.g. `M：身高 155–160cm，体重 45–50kg`. */
export function sizeRowWords(row: SizeChart['rows'][number]): string {
  const parts = MEASURES.flatMap((measure) => {
    const range = row.ranges[measure]
    return range ? [`${MEASURE_NAMES[measure]} ${rangeWords(range)}${UNITS[measure]}`] : []
  })
  return `${row.size}：${parts.join('，')}`
}

/** How long one piece lasts, e.g. `约 90 天 · 180 次`; null when nobody has said. */
export function lastsWords({ days, uses, people }: Product['lasts']): string | null {
  const parts = [days && `约 ${days} 天`, uses && `${uses} 次`, people && `够 ${people} 人用`].filter(Boolean)
  return parts.length > 0 ? parts.join(' · ') : null
}

/** How long ago the stock was true, e.g. `3 小时前`, as one would say it. `now` and `at` are ms since 1970. */
export function agoWords(at: number, now: number): string {
  const minutes = Math.max(0, Math.floor((now - at) / 60_000))
  if (minutes < 1) return '刚刚'
  if (minutes < 60) return `${minutes} 分钟前`
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? `${hours} 小时前` : `${Math.floor(hours / 24)} 天前`
}
