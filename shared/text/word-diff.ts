import { shortestEdit } from './shortest-edit.ts'

/** A run of text that both have, or that only the older or only the newer has. */
export interface DiffPart {
  kind: 'same' | 'removed' | 'added'
  text: string
}

const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' })

/**
 * What makes `after` of `before`, word by word as Chinese is read. The parts that are not `added` make up `before`, those
 * that are not `removed` make up `after`; where both changed at one place, what was removed comes first.
 */
export function diffWords(before: string, after: string): DiffPart[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  const [old, young] = [wordsOf(before), wordsOf(after)]
  const parts: DiffPart[] = []
  let [at, to] = [0, 0]
  const put = (kind: DiffPart['kind'], words: readonly string[]) => {
    const text = words.join('')
    if (text !== '') parts.push({ kind, text })
  }
  for (const run of [...shortestEdit(old, young), { before: old.length, after: young.length, length: 0 }]) {
    put('removed', old.slice(at, run.before))
    put('added', young.slice(to, run.after))
    put('same', old.slice(run.before, run.before + run.length))
    at = run.before + run.length
    to = run.after + run.length
  }
  return parts
}

function wordsOf(text: string): string[] {
  return [...SEGMENTER.segment(text)].map(({ segment }) => segment)
}
