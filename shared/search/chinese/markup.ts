export const OPENING_BRACE = 0x7b
const CLOSING_BRACE = 0x7d
const PERCENT = 0x25

/**
 * Where the Liquid tag `{{ … }}` or `{% … %}` that opens at `at` ends (exclusive); `at` itself when none opens here.
 * A tag that is never closed is plain text.
 */
export function markupEnd(text: Uint16Array, at: number, to: number): number {
  const second = text[at + 1]
  const closing = second === OPENING_BRACE ? CLOSING_BRACE : second === PERCENT ? PERCENT : 0
  if (closing === 0) return at
  for (let end = at + 2; end + 1 < to; end++) {
    if (text[end] === closing && text[end + 1] === CLOSING_BRACE) return end + 2
  }
  return at
}
