/** A number as agents type it: 10, 十, 十五, 二十, 两, 三十五, 一百二十. */
export const NUMBER = '(?:\\d{1,4}|[零一二两三四五六七八九十百]{1,6})'

const DIGITS = '零一二三四五六七八九'

/** Reads what `NUMBER` matches; null for characters that are no number together, e.g. 十十. */
export function numberOf(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text)
  const plain = text.replaceAll('两', '二')
  const digits = [...plain].map((one) => DIGITS.indexOf(one))
  if (digits.every((digit) => digit >= 0)) return Number(digits.join(''))
  const [, hundreds, tens, ones] = /^(?:(.)百零?)?(?:(.?)(?=十)十)?(.?)$/.exec(plain) ?? []
  if (ones === undefined) return null
  const value = worth(hundreds, 100, 0) + (plain.includes('十') ? worth(tens, 10, 10) : 0) + worth(ones, 1, 0)
  return Number.isNaN(value) ? null : value
}

function worth(digit: string | undefined, unit: number, absent: number): number {
  if (!digit) return absent
  const value = DIGITS.indexOf(digit)
  return value < 0 ? Number.NaN : value * unit
}
