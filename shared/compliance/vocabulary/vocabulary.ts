import { fold } from '../../search/chinese/normalise.ts'
import type { Contexts, WordList } from '../rules.ts'
import { spellings, type WordSets } from './spellings.ts'
import { WordTree } from './word-tree.ts'

/** A list as it is searched for; `excuses` are the scopes whose harmless contexts count for it. */
export interface SoughtList<V> {
  verdict: V
  excuses: readonly number[]
}

export interface SoughtPair<V> {
  list: SoughtList<V>
  within: number
  withinReversed: number
}

/** What an occurrence is evidence of. */
export type Meaning<V> =
  | { role: 'word'; list: SoughtList<V> }
  | { role: 'first' | 'second'; pair: SoughtPair<V> }
  | { role: 'not' | 'notAfter' | 'notBefore'; scope: number }

/** Lists of words with what each of them means, and the contexts that are harmless for all of them. */
export interface WordGroup<V> {
  contexts: Contexts
  lists: readonly { list: WordList; verdict: V }[]
}

export type Vocabulary<V> = WordTree<Meaning<V>>

/** Makes lists of words searchable; the words hold nothing that condensing would take away. Takes some milliseconds. */
export function compileVocabulary<V>(groups: readonly WordGroup<V>[], sets: WordSets): Vocabulary<V> {
  const vocabulary: Vocabulary<V> = new WordTree()
  const add = (notations: readonly string[] | undefined, meaning: Meaning<V>) => {
    const spelled = (notations ?? []).flatMap((notation) => spellings(notation, sets))
    for (const word of new Set(spelled)) vocabulary.add(fold(word), meaning)
  }
  let scopes = 0
  /** Registers what is harmless here and tells the scope by which it is asked for. */
  const addContexts = ({ not, notAfter, notBefore }: Contexts) => {
    const scope = scopes++
    add(not, { role: 'not', scope })
    add(notAfter, { role: 'notAfter', scope })
    add(notBefore, { role: 'notBefore', scope })
    return scope
  }

  for (const group of groups) {
    const groupScope = addContexts(group.contexts)
    for (const { list, verdict } of group.lists) {
      const sought = { verdict, excuses: [groupScope, addContexts(list)] }
      add(list.words, { role: 'word', list: sought })
      for (const { first, second, within, withinReversed = -1 } of list.pairs ?? []) {
        const pair = { list: sought, within, withinReversed }
        add(first, { role: 'first', pair })
        add(second, { role: 'second', pair })
      }
    }
  }
  return vocabulary
}
