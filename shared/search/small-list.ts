import Fuse from 'fuse.js'
import { fold, normaliseQuery } from './chinese/normalise.ts'
import { spell } from './chinese/pinyin.ts'

/** An earlier field counts this much more than the one after it. */
const FIELD_FALLOFF = 0.8
const FORMS = ['text', 'full', 'initials'] as const
/** Characters first, then what is typed for them. */
const FORM_WEIGHT = { text: 1, full: 0.9, initials: 0.8 } as const

type Forms = Record<(typeof FORMS)[number], string>

/**
 * Search over a list that a person could scroll through (products, buyers, commands, settings): by characters, full
 * pinyin and initials, with slips forgiven.
 * @param fieldsOf what an item is known by, most telling first; the same number of fields for every item.
 * @returns a function that gives the best items for a text, best first; the list's own order for an empty text.
 */
export function smallListSearch<T>(
  items: readonly T[],
  fieldsOf: (item: T) => readonly string[],
): (text: string, limit: number) => T[] {
  const rows = items.map((item) => ({ item, fields: fieldsOf(item).map(formsOf) }))
  const fieldCount = rows[0]?.fields.length ?? 0
  const fuse = new Fuse(rows, {
    keys: Array.from({ length: fieldCount }, (_, field) =>
      FORMS.map((form) => ({
        name: `${field}.${form}`,
        getFn: (row: (typeof rows)[number]) => row.fields[field]?.[form] ?? '',
        weight: FIELD_FALLOFF ** field * FORM_WEIGHT[form],
      })),
    ).flat(),
    threshold: 0.34,
    ignoreLocation: true,
    includeScore: true,
  })
  return (text, limit) => {
    const query = normaliseQuery(text).replaceAll(' ', '')
    if (query === '') return items.slice(0, limit)
    return fuse.search(query, { limit }).map(({ item: row }) => row.item)
  }
}

function formsOf(text: string): Forms {
  const folded = fold(text).replaceAll(' ', '')
  return { text: folded, ...spell(folded) }
}
