import type { SizeChart } from '../../model/product.ts'
import { type Measures, rowsHolding } from './size-chart.ts'

/** Above this many kilograms a weight is looked at again: it may have been said in 斤. */
const HEAVY_KG = 75
/** No adult is shorter than this many centimetres; it was metres. */
const SHORT_CM = 3
/** No foot is longer than this many centimetres; it was millimetres. */
const LONG_FOOT_CM = 50

/** What looks like a slip of units (斤 for 公斤, m for cm, mm for cm), with the figure it may have meant, for the agent. */
export function unitDoubts(chart: SizeChart, measures: Measures): string[] {
  return [weightInJin(chart, measures), heightInMetres(measures), footInMillimetres(measures)].filter(
    (doubt) => doubt !== null,
  )
}

/** 110 as kilograms is rare and 110斤 is common: say so rather than guess. */
function weightInJin(chart: SizeChart, { weightKg }: Measures): string | null {
  if (weightKg === undefined || weightKg < HEAVY_KG) return null
  const halved = rowsHolding(chart.rows, ['weightKg'], { weightKg: weightKg / 2 })
  const fits = halved.some((place) => chart.rows[place]?.ranges.weightKg)
  return fits ? `体重按公斤算；如果是 ${weightKg} 斤，请填 ${weightKg / 2} 公斤` : null
}

function heightInMetres({ heightCm }: Measures): string | null {
  if (heightCm === undefined || heightCm >= SHORT_CM) return null
  return `身高按厘米算；如果是 ${heightCm} 米，请填 ${Math.round(heightCm * 100)} 厘米`
}

function footInMillimetres({ footCm }: Measures): string | null {
  if (footCm === undefined || footCm <= LONG_FOOT_CM) return null
  return `脚长按厘米算；如果是 ${footCm} 毫米，请填 ${footCm / 10} 厘米`
}
