import { KNOWN_NAMES, TAG_HELP, TECHNIQUE_HELP, WORDING_HELP } from '../../../../shared/template/index.ts'

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
const TAG_WORDS: Readonly<Record<string, string>> = {
  if: '如果有',
  unless: '如果没有',
  comment: '给同事的说明',
}

/** What the script language offers, by family: the facts by where they come from, then computations, wording, conditions. */
export const VOCABULARY: readonly VocabularyFamily[] = [
  ...factFamilies(),
  { name: '计算', entries: TECHNIQUE_HELP.map(helpEntry) },
  { name: '措辞', entries: WORDING_HELP.map(helpEntry) },
  { name: '条件', entries: TAG_HELP.filter(({ name }) => name in TAG_WORDS).map(helpEntry) },
]

function factFamilies(): VocabularyFamily[] {
  const families = Map.groupBy(KNOWN_NAMES, ({ name }) =>
    name.includes('.') ? name.slice(0, name.indexOf('.')) : '时间',
  )
  return [...families].map(([name, facts]) => ({
    name,
    entries: facts.map((fact) => ({
      key: fact.name,
      label: fact.label,
      description: fact.example ? `${fact.description},如 ${fact.example}` : fact.description,
      text: `{{ ${fact.name} }}`,
    })),
  }))
}

function helpEntry(entry: { name: string; description: string; example: string }): Insertable {
  return {
    key: entry.name,
    label: TAG_WORDS[entry.name] ?? entry.name,
    description: entry.description,
    text: entry.example,
  }
}
