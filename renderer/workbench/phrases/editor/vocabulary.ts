import type { Vocabulary } from '../../data/queries.ts'

/** Something an author can put into a script, with what it means in words. */
export interface Insertable {
  key: string
  label: string
  description: string
  /** What goes into the script. */
  text: string
}

export interface VocabularyFamily {
  name: string
  entries: Insertable[]
}

/** The tags of Liquid that authors of phrases need, by the names they would give them. */
const TAG_WORDS: ReadonlyMap<string, string> = new Map([
  ['if', '如果有'],
  ['unless', '如果没有'],
  ['comment', '给同事的说明'],
])

/** What the script language offers: facts by where they come from, then computations, wording and conditions. */
export function familiesOf({ names, techniques, wording, tags }: Vocabulary): VocabularyFamily[] {
  const families = Map.groupBy(names, ({ name }) =>
    name.includes('.') ? name.slice(0, name.indexOf('.')) : '时间',
  )
  const tagEntries = tags.flatMap((tag) => {
    const label = TAG_WORDS.get(tag.name)
    return label === undefined ? [] : { ...asInsertable(tag), label }
  })
  return [
    ...[...families].map(([name, facts]) => ({ name, entries: facts.map(asFact) })),
    { name: '计算', entries: techniques.map(asInsertable) },
    { name: '措辞', entries: wording.map(asInsertable) },
    { name: '条件', entries: tagEntries },
  ]
}

function asFact({ name, label, description, example }: Vocabulary['names'][number]): Insertable {
  return {
    key: name,
    label,
    description: example ? `${description}，如 ${example}` : description,
    text: `{{ ${name} }}`,
  }
}

function asInsertable({ name, description, example }: Vocabulary['techniques'][number]): Insertable {
  return { key: name, label: name, description, text: example }
}
