import { MEASURE_NAMES, type Measure } from '../../model/measures.ts'

/** Names as scripts have them (客户.身高) by measure. */
export const MEASURE_FACTS: Readonly<Record<Measure, string>> = {
  heightCm: '客户.身高',
  weightKg: '客户.体重',
  chestCm: '客户.胸围',
  waistCm: '客户.腰围',
  hipCm: '客户.臀围',
  footCm: '客户.脚长',
}

const WEIGHT_UNITS: Readonly<Record<string, number>> = { '': 1, kg: 1, 公斤: 1, 千克: 1, 斤: 0.5 }
const LENGTH_UNITS: Readonly<Record<string, number>> = {
  '': 1,
  cm: 1,
  公分: 1,
  厘米: 1,
  m: 100,
  米: 100,
  mm: 0.1,
  毫米: 0.1,
  尺: 100 / 3,
}

/**
 * A number a person typed for the fact `name`, in the unit the model keeps: `1.65m`, `1米65` and `165` are 165 (cm),
 * `110斤` is 55 (kg), `235` as a foot length is 23.5 (cm; shoes are spoken of in millimetres), `2尺1` as a waist is 70.
 * Facts that are no measurement give the plain number. Null when it is no number, and for 27寸 by itself: sellers of
 * trousers mean inches, tailors 市寸, and a guess would be a third too wide.
 */
export function parseMeasure(name: string, typed: string): number | null {
  const measure = measureNamed(name)
  const text = typed.normalize('NFKC').trim().toLowerCase()
  const match = /^(\d+(?:\.\d+)?)\s*([a-z一-龥]*?)\s*(?:(\d+)寸?)?$/.exec(text)
  if (!match) return null
  const [, digits = '', unit = '', tail = ''] = match
  const value = Number(digits)
  if (measure === null) return unit === '' || /^[件个天次人套瓶双分钟小时]+$/.test(unit) ? value : null
  const factor = (measure === 'weightKg' ? WEIGHT_UNITS : LENGTH_UNITS)[unit]
  if (factor === undefined) return null
  const whole = value * factor + tailOf(tail, unit, factor)
  return inUsualUnit(measure, unit, round(whole))
}

/** The digits after a unit, as in 1米65 or 2尺1: the next smaller units. */
function tailOf(tail: string, unit: string, factor: number): number {
  if (!tail || unit === '') return 0
  return (Number(tail) / 10 ** tail.length) * factor
}

/** A height below 3 without a unit is metres; a foot above 100 is millimetres. */
function inUsualUnit(measure: Measure, unit: string, value: number): number {
  if (unit !== '') return value
  if (measure === 'heightCm' && value < 3) return round(value * 100)
  if (measure === 'footCm' && value >= 100) return round(value / 10)
  return value
}

function measureNamed(name: string): Measure | null {
  const label = name.slice(name.lastIndexOf('.') + 1)
  const entry = Object.entries(MEASURE_NAMES).find(([, spoken]) => spoken === label)
  return entry ? (entry[0] as Measure) : null
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
