import { wordingRules, wordSets } from '../../../shared/compliance/rules.ts'
import { spellings } from '../../../shared/compliance/vocabulary/spellings.ts'

export interface Alternative {
  name: string
  check(text: string): unknown
}

/** What one would write first: the same words, looked for without normalising. */
export function alternatives(): Alternative[] {
  const words = [
    ...new Set(
      wordingRules.flatMap(({ lists }) =>
        lists.flatMap((list) => (list.words ?? []).flatMap((word) => spellings(word, wordSets))),
      ),
    ),
  ]
  const escaped = words.map((word) => word.replace(/[+*?.]/g, '\\$&'))
  const each = escaped.map((word) => new RegExp(word, 'i'))
  const longestFirst = escaped.toSorted((a, b) => b.length - a.length)
  const combined = new RegExp(longestFirst.join('|'), 'gi')
  return [
    { name: `a loop over ${words.length} RegExp`, check: (text) => each.filter((one) => one.test(text)) },
    { name: 'a loop over String.includes', check: (text) => words.filter((word) => text.includes(word)) },
    { name: 'one combined RegExp', check: (text) => text.match(combined) },
  ]
}
