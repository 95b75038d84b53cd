import { MEASURE_NAMES, MEASURES, type Measure } from '../../../../shared/model/measures.ts'
import type { SizeChart } from '../../../../shared/model/product.ts'
import { productStrings } from '../../strings/products.ts'
import { formatRange, type WeightUnit } from './range-text.ts'

type Row = SizeChart['rows'][number]
type Range = readonly [number, number]

/** Between 160–165 and 166–170 nothing is missing: charts count in whole centimetres and kilograms, feet in halves. */
const GRAIN: Record<Measure, number> = {
  heightCm: 1,
  weightKg: 1,
  chestCm: 1,
  waistCm: 1,
  hipCm: 1,
  footCm: 0.5,
}

const words = productStrings.editor.sizes

/** What a buyer would run into: two sizes that both hold them by every measure, and measurements that no size holds. */
export function sizeWarnings(rows: readonly Row[], weightUnit: WeightUnit): string[] {
  return [...overlaps(rows, weightUnit), ...gaps(rows, weightUnit)]
}

function overlaps(rows: readonly Row[], weightUnit: WeightUnit): string[] {
  return rows.flatMap((row, at) =>
    rows.slice(at + 1).flatMap((other) => {
      const both = MEASURES.flatMap((measure) => {
        const [a, b] = [row.ranges[measure], other.ranges[measure]]
        return a && b ? [{ measure, shared: [Math.max(a[0], b[0]), Math.min(a[1], b[1])] as const }] : []
      })
      // Neighbours may share an edge (160–165, 165–170): a buyer there is told of both, which is honest.
      const isBoth = both.length > 0 && both.every(({ shared: [from, to] }) => from < to)
      const where = both.map(({ measure, shared }) => said(measure, shared, weightUnit)).join('、')
      return isBoth ? [words.overlap(row.size, other.size, where)] : []
    }),
  )
}

function gaps(rows: readonly Row[], weightUnit: WeightUnit): string[] {
  return MEASURES.flatMap((measure) => {
    const ranges = rows.flatMap((row) => (row.ranges[measure] ? [row.ranges[measure]] : []))
    const sorted = ranges.toSorted((a, b) => a[0] - b[0])
    let reached = sorted[0]?.[1] ?? 0
    return sorted.flatMap((range) => {
      const gap: Range = [reached, range[0]]
      reached = Math.max(reached, range[1])
      // Rounded, since 22.6 − 22.1 is a hair above 0.5 in binary.
      const width = Math.round((gap[1] - gap[0]) * 100) / 100
      return width > GRAIN[measure] ? [words.gap(said(measure, gap, weightUnit))] : []
    })
  })
}

function said(measure: Measure, [from, to]: Range, weightUnit: WeightUnit): string {
  const unit = measure === 'weightKg' ? words.weightUnits[weightUnit] : 'cm'
  return `${MEASURE_NAMES[measure]} ${formatRange([from, to], measure, weightUnit)} ${unit}`
}
