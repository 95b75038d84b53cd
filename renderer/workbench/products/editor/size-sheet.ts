import { MEASURE_NAMES, MEASURES, type Measure } from '../../../../shared/model/measures.ts'
import type { SizeChart } from '../../../../shared/model/product.ts'
import { measuresOf } from '../../../../shared/techniques/sizes/size-chart.ts'
import { blankRow, type Cells, isBlank } from '../../components/sheet/cells.ts'
import type { SheetColumn } from '../../components/sheet/sheet-props.ts'
import { productStrings } from '../../strings/products.ts'
import { formatRange, parseRange, type WeightUnit } from './range-text.ts'
import type { CellProblems } from './sku-sheet.ts'

/** A size chart as it is edited: the size, then a column for each measure, ranges as they are typed. */
export interface SizeSheet {
  measures: readonly Measure[]
  weightUnit: WeightUnit
  cells: Cells
}

export const MOST_SIZES = 40
const words = productStrings.editor.sizes
const USUAL: readonly Measure[] = ['heightCm', 'weightKg']

export function sizeColumns({ measures, weightUnit }: SizeSheet): SheetColumn[] {
  const unitOf = (measure: Measure) => (measure === 'weightKg' ? words.weightUnits[weightUnit] : 'cm')
  return [
    { key: 'size', title: productStrings.size },
    ...measures.map((measure) => ({
      key: measure,
      title: `${MEASURE_NAMES[measure]} ${unitOf(measure)}`,
      isFigure: true,
    })),
  ]
}

export function sizeSheetOf(chart: SizeChart | null): SizeSheet {
  const measures = chart ? measuresOf(chart) : USUAL
  const used = measures.length > 0 ? measures : USUAL
  const cells = chart?.rows.map(({ size, ranges }) => [
    size,
    ...used.map((measure) => {
      const range = ranges[measure]
      return range ? formatRange(range, measure, 'kg') : ''
    }),
  ]) ?? [blankRow(used.length + 1)]
  return { measures: used, weightUnit: 'kg', cells }
}

export const withSize = (sheet: SizeSheet): SizeSheet => ({
  ...sheet,
  cells: [...sheet.cells, blankRow(sheet.measures.length + 1)],
})

/** The sheet with columns for these measures, in the model's order; a column that stays keeps what it holds. */
export function withMeasures(sheet: SizeSheet, chosen: readonly Measure[]): SizeSheet {
  const measures = MEASURES.filter((measure) => chosen.includes(measure))
  return {
    ...sheet,
    measures,
    cells: sheet.cells.map((row) => [
      row[0] ?? '',
      ...measures.map((measure) => {
        const at = sheet.measures.indexOf(measure)
        return at < 0 ? '' : (row[at + 1] ?? '')
      }),
    ]),
  }
}

/** The same weights in the other unit; a text that is no range stays as it is. */
export function withWeightUnit(sheet: SizeSheet, weightUnit: WeightUnit): SizeSheet {
  const column = sheet.measures.indexOf('weightKg') + 1
  if (column === 0) return { ...sheet, weightUnit }
  return {
    ...sheet,
    weightUnit,
    cells: sheet.cells.map((row) => {
      const reading = parseRange(row[column] ?? '', 'weightKg', sheet.weightUnit)
      return reading.ok ? row.with(column, formatRange(reading.range, 'weightKg', weightUnit)) : row
    }),
  }
}

export interface SizeReading {
  rows: SizeChart['rows']
  problems: CellProblems
}

/** The chart's rows that the sheet stands for; those with a problem are left out. */
export function readSizeSheet({ measures, weightUnit, cells }: SizeSheet): SizeReading {
  const problems: CellProblems = new Map()
  const rows: SizeChart['rows'] = []
  const rowOf = new Map<string, number>()
  for (const [at, texts] of cells.entries()) {
    if (isBlank(texts)) continue
    const say = (column: number, message: string) => {
      const line = problems.get(at) ?? []
      line[column] = message
      problems.set(at, line)
    }
    const size = texts[0]?.trim() ?? ''
    if (size === '') say(0, words.noSize)
    else if (size.length > 20) say(0, words.tooLong)
    else if (rowOf.has(size)) say(0, words.duplicate((rowOf.get(size) ?? 0) + 1))
    else rowOf.set(size, at)

    const ranges: SizeChart['rows'][number]['ranges'] = {}
    for (const [place, measure] of measures.entries()) {
      const text = texts[place + 1]?.trim() ?? ''
      if (text === '') continue
      const reading = parseRange(text, measure, weightUnit)
      if (reading.ok) ranges[measure] = reading.range
      else say(place + 1, words[reading.why])
    }
    if (!problems.has(at)) rows.push({ size, ranges })
  }
  return { rows, problems }
}
