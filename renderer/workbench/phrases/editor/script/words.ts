import type { Vocabulary } from '../../../data/queries.ts'
import { strings } from '../../../strings.ts'
import type { Place } from './place.ts'
import { filterTemplate, outputTemplate, plain, tagTemplate } from './templates.ts'
import type { Findable } from './word-match.ts'

/** A word of the script language, with what it means and what it puts into a script. */
export interface Word extends Findable {
  /** What it is listed under: where a fact comes from, or what kind of word it is. */
  family: string
  example: string
  /** What the example says in the sample shop; for a fact the example is that already. */
  prints: string
  /** Templates (see `templates.ts`): inside the markup it belongs to, and alone in the text. */
  inside: string
  alone: string
}

type Help = Vocabulary['tags'][number]
type Templates = (name: string, example: string) => Pick<Word, 'inside' | 'alone'>

const { families, tagLabels } = strings.editor

/** Every word by where it can be written; in the text, what authors put there most. */
export function wordsOf(vocabulary: Vocabulary): Record<Place['kind'], Word[]> {
  const facts = vocabulary.names.map(factWord)
  const techniques = vocabulary.techniques.map(helpWord(families.techniques, asFilter))
  const wording = vocabulary.wording.map(helpWord(families.wording, asFilter))
  const standard = vocabulary.standard.map(helpWord(families.standard, asFilter))
  const tags = vocabulary.tags.map(helpWord(families.tags, asTag))
  return {
    name: facts,
    filter: [...techniques, ...wording, ...standard],
    tag: tags,
    text: [...facts, ...techniques, ...wording, ...tags],
  }
}

export interface Family {
  name: string
  words: Word[]
}

/** Words in their order, under the families they belong to. */
export function inFamilies(words: readonly Word[]): Family[] {
  return [...Map.groupBy(words, ({ family }) => family)].map(([name, members]) => ({ name, words: members }))
}

function factWord(fact: Vocabulary['names'][number]): Word {
  const { name } = fact
  const family = name.includes('.') ? name.slice(0, name.indexOf('.')) : families.time
  return { ...fact, family, prints: '', inside: plain(name), alone: plain(`{{ ${name} }}`) }
}

function helpWord(family: string, templates: Templates): (entry: Help) => Word {
  return (entry) => ({
    ...entry,
    family,
    label: tagLabels[entry.name] ?? entry.name,
    ...templates(entry.name, entry.example),
  })
}

const asFilter: Templates = (name, example) => ({
  inside: filterTemplate(name, example),
  alone: outputTemplate(name, example),
})

const asTag: Templates = (name, example) => {
  const template = tagTemplate(name, example)
  return { inside: template, alone: `${plain('{%')} ${template}` }
}
