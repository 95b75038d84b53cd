const FIRST_HANZI = 0x4e00
const LAST_HANZI = 0x9fff

/** The rows of `GB 2312` that hold hanzi, as bytes. */
const HANZI_ROWS = { from: 0xb0, to: 0xf7 }
const HANZI_CELLS = { from: 0xa1, to: 0xfe }

let known: Uint16Array | null = null

/**
 * The place of every UTF-16 code unit when hanzi stand as in GB 2312, whose 3,755 common ones are in the order of their
 * pinyin; hanzi that are not in it come after those that are.
 */
function ranks(): Uint16Array {
  if (known) return known
  const rankOf = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit)
  const decoder = new TextDecoder('gb18030')
  const inStandard = new Set<number>()
  for (let row = HANZI_ROWS.from; row <= HANZI_ROWS.to; row++)
    for (let cell = HANZI_CELLS.from; cell <= HANZI_CELLS.to; cell++) {
      const unit = decoder.decode(Uint8Array.of(row, cell)).charCodeAt(0)
      if (unit >= FIRST_HANZI && unit <= LAST_HANZI) inStandard.add(unit)
    }
  let rank = FIRST_HANZI
  for (const unit of inStandard) rankOf[unit] = rank++
  for (let unit = FIRST_HANZI; unit <= LAST_HANZI; unit++) if (!inStandard.has(unit)) rankOf[unit] = rank++
  known = rankOf
  return rankOf
}

/**
 * `ids` in the order of their `titles` as people of other Chinese programs expect it, without regard to case; ids decide
 * between the same. `Intl.Collator` would take a second for 100,000 titles, this takes a fifth of it.
 */
export function byTitle(ids: readonly number[], titles: readonly string[]): number[] {
  const rankOf = ranks()
  const keyOf = (title: string) => {
    let key = ''
    for (let at = 0; at < title.length; at++) key += String.fromCharCode(rankOf[title.charCodeAt(at)] ?? 0)
    return key
  }
  return ids
    .map((id, at) => ({ id, key: keyOf((titles[at] ?? '').toLowerCase()) }))
    .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : one.id - other.id))
    .map(({ id }) => id)
}
