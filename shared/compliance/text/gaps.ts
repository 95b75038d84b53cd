/** How far two neighbouring characters of a condensed text stand apart in the original; more is farther. */
export const GAP = {
  /** Nothing, or only what no reader sees. */
  none: 0,
  /** Spaces, symbols, emoji, brackets: they part the letters of a hidden word as easily as anything else. */
  soft: 1,
  /** 、 between the items of a list: words end here. */
  item: 2,
  /** A comma or the like: clauses end here, sentences go on. */
  clause: 3,
  sentence: 4,
  /** A script's markup: what it will print is not known yet. */
  wall: 5,
} as const

const ITEM_MARKS = '、'
const CLAUSE_MARKS = '，；：,;:'
const SENTENCE_MARKS = '。！？!?…\n\r\u2028\u2029'

/** Ranges of characters that print nothing: joiners, direction marks, variation selectors, fillers, soft hyphen, tags. */
const INVISIBLE: readonly (readonly [number, number])[] = [
  [0x00ad, 0x00ad],
  [0x0300, 0x036f],
  [0x061c, 0x061c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x20d0, 0x20ff],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffb],
  [0xe0000, 0xe0fff],
]

const marks = new Map<number, number>([
  ...[...ITEM_MARKS].map((mark) => [mark.charCodeAt(0), GAP.item] as const),
  ...[...CLAUSE_MARKS].map((mark) => [mark.charCodeAt(0), GAP.clause] as const),
  ...[...SENTENCE_MARKS].map((mark) => [mark.charCodeAt(0), GAP.sentence] as const),
])

/** How far the character `code` (a code point that is not part of a word) parts its neighbours. */
export function gapOf(code: number): number {
  const mark = marks.get(code)
  if (mark !== undefined) return mark
  return isInvisible(code) ? GAP.none : GAP.soft
}

function isInvisible(code: number): boolean {
  if (code < 0xad) return false
  return INVISIBLE.some(([from, to]) => code >= from && code <= to)
}
