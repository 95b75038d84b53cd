/** Longer than any message a buyer types; what is more is a document that was copied by mistake. */
const LONGEST_MESSAGE = 2_000
/** As `Buyer` takes it. */
const LONGEST_NICKNAME = 60

/** Spaces of all widths, line breaks, and characters without a width that chat programs put between. */
const GAPS = /[\s\u200b-\u200f\u2060\ufeff]+/gu

const COLON = /[\s:：]+$/u
/** `9:30`, `(2026-11-22 09:30:01)`, `2026年11月22日 9:30` */
const TIME = /\s*[（(]?(?:\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?\s+)?\d{1,2}:\d{2}(?::\d{2})?[)）]?$/u

/** Selected text as one line that can be searched by; null when there is nothing in it. */
export function asMessage(text: string): string | null {
  const line = text.toWellFormed().replace(GAPS, ' ').trim()
  // Cut through an emoji, its first half would be left.
  return line === '' ? null : line.slice(0, LONGEST_MESSAGE).replace(/[\ud800-\udbff]$/, '')
}

/**
 * Selected text as a buyer's nickname, without what stands around it in chat windows: the colon after it, and the time
 * that the message came. Null when it is none.
 */
export function asNickname(text: string): string | null {
  const line = (asMessage(text) ?? '').replace(COLON, '').replace(TIME, '').replace(COLON, '')
  return line === '' || line.length > LONGEST_NICKNAME ? null : line
}
