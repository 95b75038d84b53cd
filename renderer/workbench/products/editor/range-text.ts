import type { Measure } from '../../../../shared/model/measures.ts'
import { MEASURE_FACTS, parseMeasure } from '../../../../shared/techniques/sizes/measures.ts'

export type WeightUnit = 'kg' | 'jin'
export type Range = [number, number]

/** The model's bounds of any measure, in its own unit. */
const [LEAST, MOST] = [0, 500]

export type RangeReading = { ok: true; range: Range } | { ok: false; why: 'unreadable' | 'reversed' }

/**
 * A range as a size chart writes it (`160-165`, `160~165cm`, `165`, `90斤以下`) in centimetres or kilograms. A weight
 * without a unit is in `weightUnit`.
 */
export function parseRange(text: string, measure: Measure, weightUnit: WeightUnit): RangeReading {
  const plain = text.normalize('NFKC').replace(/\s/g, '').toLowerCase()
  const value = (part: string, unit: string) => measured(part, unit, measure, weightUnit)
  const open = /^(\d[^-~–—至到]*?)(以下|以内|以上)$/.exec(plain)
  if (open) {
    const edge = value(open[1] ?? '', '')
    if (edge === null) return { ok: false, why: 'unreadable' }
    return { ok: true, range: open[2] === '以上' ? [edge, MOST] : [LEAST, edge] }
  }
  const [first = '', second = first, ...more] = plain.split(/[-~–—至到]/)
  // 160-165cm: the unit behind the second number is the first one's, too.
  const unit = /[a-z一-龥]+$/.exec(second)?.[0] ?? ''
  const [from, to] = [value(first, /[a-z一-龥]/.test(first) ? '' : unit), value(second, '')]
  if (from === null || to === null || more.length > 0) return { ok: false, why: 'unreadable' }
  return from <= to ? { ok: true, range: [from, to] } : { ok: false, why: 'reversed' }
}

function measured(part: string, unit: string, measure: Measure, weightUnit: WeightUnit): number | null {
  const assumed = measure === 'weightKg' && weightUnit === 'jin' && /^[\d.]+$/.test(part + unit) ? '斤' : unit
  const value = parseMeasure(MEASURE_FACTS[measure], part + assumed)
  return value !== null && value >= LEAST && value <= MOST ? value : null
}

/** The inverse of `parseRange`; a weight in `weightUnit`. */
export function formatRange([from, to]: Readonly<Range>, measure: Measure, weightUnit: WeightUnit): string {
  const factor = measure === 'weightKg' && weightUnit === 'jin' ? 2 : 1
  const said = (value: number) => String(Math.round(value * factor * 100) / 100)
  if (from === LEAST && to < MOST) return `${said(to)}以下`
  if (to === MOST && from > LEAST) return `${said(from)}以上`
  return from === to ? said(from) : `${said(from)}-${said(to)}`
}
