const collator = new Intl.Collator('zh-CN')

/** `ids` in the order of their `titles` as people expect it, hanzi by pinyin; ids decide between the same. */
export function byTitle(ids: readonly number[], titles: readonly string[]): number[] {
  return ids
    .map((id, at) => ({ id, title: titles[at] ?? '' }))
    .sort((one, other) => collator.compare(one.title, other.title) || one.id - other.id)
    .map(({ id }) => id)
}
