/** Bytes of `text` in UTF-8, which for any text is at least what GBK or GB18030 takes. */
export function byteLength(text: string): number {
  let bytes = 0
  for (const character of text) bytes += bytesOf(character)
  return bytes
}

/**
 * The longest beginning of `text` that fits into `limit` bytes of UTF-8, and whether something is left out. The cut is
 * between whole characters as people see them, so that no emoji falls apart; an ellipsis says that there was more.
 */
export function cutToBytes(text: string, limit: number): { text: string; isCut: boolean } {
  if (byteLength(text) <= limit) return { text, isCut: false }
  const room = limit - byteLength(ELLIPSIS)
  let kept = ''
  let used = 0
  for (const { segment } of CHARACTERS.segment(text)) {
    used += byteLength(segment)
    if (used > room) break
    kept += segment
  }
  return { text: room < 0 ? '' : `${kept}${ELLIPSIS}`, isCut: true }
}

const ELLIPSIS = '…'
const CHARACTERS = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** A lone surrogate is written as U+FFFD, three bytes. */
function bytesOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x1_0000 ? 3 : 4
}
