import { MEASURES, type Measure } from '../../model/measures.ts'
import type { SizeChart } from '../../model/product.ts'

export type Measures = Partial<Readonly<Record<Measure, number>>>
type Row = SizeChart['rows'][number]

/** The measures a chart gives ranges for. */
export function measuresOf(chart: SizeChart): Measure[] {
  return MEASURES.filter((measure) => chart.rows.some((row) => row.ranges[measure]))
}

/** The measurements a chart is read by first; others sharpen the advice when they are known. */
export function measuresToAsk(chart: SizeChart): Measure[] {
  const used = measuresOf(chart)
  if (used.includes('heightCm') && used.includes('weightKg')) return ['heightCm', 'weightKg']
  return used.includes('footCm') ? ['footCm'] : used
}

/** The chart's rows from small to large, however they were entered. */
export function rowsBySize(chart: SizeChart): Row[] {
  const [first] = measuresOf(chart)
  const lower = (row: Row) => (first && row.ranges[first] ? row.ranges[first][0] : 0)
  return [...chart.rows].sort((a, b) => lower(a) - lower(b))
}

/** The rows, by their place in `rows`, that hold every one of the known measures. */
export function rowsHolding(rows: readonly Row[], known: readonly Measure[], measures: Measures): number[] {
  return rows.flatMap((row, place) =>
    known.every((measure) => isWithin(row, measure, measures)) ? [place] : [],
  )
}

/**
 * Two neighbouring rows that between them account for every known measure: each lies in one of the two, or in the gap
 * that the chart leaves between them (160–165, 166–170: 165.5 is between). Of several, the larger pair; null when none.
 */
export function neighboursHolding(
  rows: readonly Row[],
  known: readonly Measure[],
  measures: Measures,
): readonly [Row, Row] | null {
  for (let place = rows.length - 2; place >= 0; place -= 1) {
    const [small, large] = [rows[place], rows[place + 1]]
    if (small && large && known.every((measure) => isBetween(small, large, measure, measures)))
      return [small, large]
  }
  return null
}

/** The known measures that no row holds and no gap between rows either. */
export function measuresOutside(
  rows: readonly Row[],
  known: readonly Measure[],
  measures: Measures,
): Measure[] {
  return known.filter(
    (measure) =>
      !rows.some((row) => row.ranges[measure] && isWithin(row, measure, measures)) &&
      !rows.some((small, place) => {
        const large = rows[place + 1]
        return large !== undefined && isBetween(small, large, measure, measures)
      }),
  )
}

function isWithin(row: Row, measure: Measure, measures: Measures): boolean {
  const range = row.ranges[measure]
  const value = measures[measure]
  return !range || value === undefined || (value >= range[0] && value <= range[1])
}

function isBetween(small: Row, large: Row, measure: Measure, measures: Measures): boolean {
  const value = measures[measure]
  const [below, above] = [small.ranges[measure], large.ranges[measure]]
  if (!below || !above || value === undefined)
    return isWithin(small, measure, measures) && isWithin(large, measure, measures)
  return value >= Math.min(below[0], above[0]) && value <= Math.max(below[1], above[1])
}
