import {
  type Completion,
  type CompletionContext,
  type CompletionSource,
  snippet,
} from '@codemirror/autocomplete'
import type { Vocabulary } from '../../../data/queries.ts'
import { strings } from '../../../strings.ts'
import { insertionOf } from './insertion.ts'
import { type Place, placeAt, type Writing } from './place.ts'
import { matching } from './word-match.ts'
import { inFamilies, type Word, wordsOf } from './words.ts'

/**
 * Completes names, computations and tags where the caret stands: by itself inside markup, on demand in the text.
 * `vocabulary` gives null until it has been fetched.
 */
export function scriptCompletion(writing: Writing, vocabulary: () => Vocabulary | null): CompletionSource {
  const known = { vocabulary: null as Vocabulary | null, words: null as ReturnType<typeof wordsOf> | null }
  const words = () => {
    const now = vocabulary()
    if (now !== known.vocabulary) Object.assign(known, { vocabulary: now, words: now && wordsOf(now) })
    return known.words
  }

  return ({ state, pos, explicit }: CompletionContext) => {
    const place = placeAt(state.doc.toString(), pos, writing)
    if (!place) return null
    // In the text, and in a condition before its first letter, nothing says that a word of the language is meant.
    const isUnasked = place.kind === 'text' || (writing === 'condition' && place.typed === '')
    if (isUnasked && !explicit) return null
    const found = matching(words()?.[place.kind] ?? [], place.typed)
    if (found.length === 0) return null
    return { from: place.from, options: optionsFor(found, place), filter: false }
  }
}

function optionsFor(words: readonly Word[], place: Place): Completion[] {
  // Headings help while one looks through all; once something is typed, the best match comes first.
  if (place.typed !== '') return words.map((word) => completionOf(word, place))
  return inFamilies(words).flatMap((family, rank) =>
    family.words.map((word) => ({ ...completionOf(word, place), section: { name: family.name, rank } })),
  )
}

function completionOf(word: Word, place: Place): Completion {
  return {
    label: word.name,
    detail: word.description,
    info: () => documentation(word),
    apply(view, completion, from, to) {
      const { doc } = view.state
      const around = {
        before: doc.sliceString(Math.max(0, from - 1), from),
        after: doc.sliceString(to, to + 1),
      }
      const { template, swallowed } = insertionOf(word, place, around)
      snippet(template)(view, completion, from, to + swallowed)
    },
  }
}

/** What the word means, with an example and what that says. */
function documentation({ name, description, example, prints }: Word): HTMLElement {
  const { forExample, writtenAs, readsAs } = strings.editor.help
  const box = document.createElement('div')
  box.append(element('b', name), element('p', description))
  const rows =
    prints === ''
      ? [[forExample, example]]
      : [
          [writtenAs, example],
          [readsAs, prints],
        ]
  const list = document.createElement('dl')
  for (const [term = '', text = ''] of rows)
    if (text !== '') list.append(element('dt', term), element('dd', text))
  if (list.childElementCount > 0) box.append(list)
  return box
}

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name)
  made.textContent = text
  return made
}
