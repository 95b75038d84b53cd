/** What programs get wrong: emoji of several parts, characters outside the basic plane, line breaks, tabs, markup. */
const PIECES = [
  '亲，',
  '😊',
  '👩‍👧',
  '𠮷',
  '\n',
  ' & <b>"引号"',
  '¥9.9',
  '\t',
  '满198减20',
  '这款面霜能用 90 天',
  '～',
  'a',
]

/** Numbers from 0 to 1 that are the same in each run. */
export function pseudoRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** A text of so many UTF-16 units, not the same as the last. */
export function textOf(length: number, random: () => number): string {
  let text = '亲'
  while (text.length < length) text += PIECES[Math.floor(random() * PIECES.length)]
  // Cut through an emoji, its half would be left out on the way.
  return text.slice(0, length).toWellFormed().replaceAll('\ufffd', 'x')
}

/** Texts from 1 to 5,000 characters, most of them as short as replies are. */
export function lengthOf(round: number, random: () => number): number {
  if (round % 10 === 0) return [1, 5_000][(round / 10) % 2] ?? 1
  return Math.floor(1 + (random() < 0.8 ? 200 : 5_000) * random())
}

/** How many pastes are played. */
export interface Rounds {
  /** Every other one plain, between them everything that goes wrong at a desk. */
  mixed: number
  /** Plain ones, one after the other, as fast as they go. */
  plain: number
}
