import { foldUnit, isDigit, isWordUnit } from '../search/chinese/normalise.ts'

/** Stands between digits that something parted: 1.5 is not 15. */
const PARTED = 0x20

/**
 * A text as it is compared: its letters, characters and digits, without width, traditional forms, case, punctuation,
 * emoji and blanks. UTF-16 units.
 */
export function foldedUnits(text: string): Uint16Array {
  const units = new Uint16Array(2 * text.length)
  let length = 0
  let isParted = false
  for (let at = 0; at < text.length; at++) {
    const unit = foldUnit(text.charCodeAt(at))
    if (!isWordUnit(unit) || isEmojiHalf(unit)) {
      isParted = true
      continue
    }
    if (isParted && isDigit(unit) && isDigit(units[length - 1] ?? 0)) units[length++] = PARTED
    units[length++] = unit
    isParted = false
  }
  return units.slice(0, length)
}

/** Halves of the pairs in the planes where emoji are; rare Han characters begin with others. */
function isEmojiHalf(unit: number): boolean {
  return (unit >= 0xd83c && unit <= 0xd83e) || (unit >= 0xdc00 && unit <= 0xdfff)
}
