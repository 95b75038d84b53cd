import { hash } from 'node:crypto'
import { foldUnit, isDigit, isWordUnit } from '../../../../shared/search/chinese/normalise.ts'

let units = new Uint16Array(32_768)
const PARTED = 0x20

/**
 * What two texts have in common that differ in nothing but width, traditional characters, case, punctuation, emoji and
 * blanks; numbers stay apart. Null for a text that is nothing else.
 */
export function alikeKey(text: string): string | null {
  // A mark may stand between any two.
  if (text.length * 2 > units.length) units = new Uint16Array(text.length * 2)
  let length = 0
  let isParted = false
  for (let at = 0; at < text.length; at++) {
    const unit = foldUnit(text.charCodeAt(at))
    if (beginsEmoji(unit)) at++
    if (beginsEmoji(unit) || !isWordUnit(unit)) {
      isParted = true
      continue
    }
    // 1.5 is not 15.
    if (isParted && isDigit(unit) && isDigit(units[length - 1] ?? 0)) units[length++] = PARTED
    units[length++] = unit
    isParted = false
  }
  return length === 0 ? null : hash('sha256', new Uint8Array(units.buffer, 0, length * 2), 'base64url')
}

/** First halves of the planes where emoji are; rare Han characters begin with others. */
function beginsEmoji(unit: number): boolean {
  return unit >= 0xd83c && unit <= 0xd83e
}
