/** A word of the script language as a search sees it. */
export interface Findable {
  /** As it is written in a script, e.g. 商品.价格. */
  name: string
  /** Its last part, e.g. 价格; what it is spelled by. */
  label: string
  description: string
  spelling: { full: string; initials: string }
}

const SOUND = /^[a-z]+$/

/** Those that match what was typed, in Chinese, pinyin or initials, the best first; all in their order for nothing. */
export function matching<Word extends Findable>(words: readonly Word[], typed: string): Word[] {
  const query = typed.toLowerCase()
  if (query === '') return [...words]
  return words
    .map((word) => ({ word, rank: rankOf(word, query) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => Number(a.rank) - Number(b.rank))
    .map(({ word }) => word)
}

/** Lower is better; null for no match. */
function rankOf({ name, label, description, spelling }: Findable, query: string): number | null {
  const dot = query.lastIndexOf('.')
  // 商品.jg: the family is written out, the rest is looked for inside it.
  if (dot >= 0 && !name.toLowerCase().startsWith(query.slice(0, dot + 1))) return null
  const part = query.slice(dot + 1)
  const written = label.toLowerCase()
  if (written === part) return 0
  if (written.startsWith(part) || name.toLowerCase().startsWith(query)) return 1
  if (SOUND.test(part)) {
    if (spelling.initials === part) return 2
    if (spelling.initials.startsWith(part) || spelling.full.startsWith(part)) return 3
    if (part.length > 1 && (spelling.full.includes(part) || spelling.initials.includes(part))) return 4
  }
  if (written.includes(part)) return 5
  return description.includes(part) ? 6 : null
}
