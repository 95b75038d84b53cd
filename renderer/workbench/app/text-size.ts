import { TEXT_SIZES, type TextSize } from '../../../shared/model/settings.ts'

type Stroke = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>

/**
 * The text size that a stroke asks for, in per cent: Ctrl with + and − goes one size on, Ctrl+0 back to the usual one.
 * Null for any other stroke. As everywhere, = counts as +: it is the same key without Shift.
 */
export function askedTextSize(percent: TextSize, { key, ctrlKey, metaKey, altKey }: Stroke): TextSize | null {
  if (!(ctrlKey || metaKey) || altKey) return null
  if (key === '+' || key === '=') return TEXT_SIZES.find((size) => size > percent) ?? percent
  if (key === '-' || key === '_') return TEXT_SIZES.findLast((size) => size < percent) ?? percent
  return key === '0' ? 100 : null
}
