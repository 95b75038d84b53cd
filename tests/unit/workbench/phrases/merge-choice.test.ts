import { expect, it } from 'vitest'
import {
  codesOf,
  type MergeChoice,
  mergedOf,
  mergeOf,
} from '../../../../renderer/workbench/phrases/duplicates/merge-choice.ts'
import type { Phrase } from '../../../../shared/model/phrase.ts'

const phrase = (id: string, code: string | null = null) => ({ id, code }) as Phrase
const said = (choice: Partial<MergeChoice> = {}): MergeChoice => ({
  keepId: 'a',
  leftIds: new Set(),
  codeFrom: undefined,
  ...choice,
})

it('all go into the one that stays, but for those that are no duplicates after all', () => {
  const phrases = [phrase('a'), phrase('b'), phrase('c')]
  expect(mergedOf(phrases, said({ keepId: 'b', leftIds: new Set(['c']) })).map(({ id }) => id)).toEqual([
    'b',
    'a',
  ])
  expect(mergeOf(phrases, said({ keepId: 'b', leftIds: new Set(['c']) }))).toEqual({
    keepId: 'b',
    othersIds: ['a'],
    codeFrom: null,
  })
})

it('a code is not lost: the one that stays keeps its own, or gets the only other', () => {
  expect(mergeOf([phrase('a', 'x'), phrase('b', 'y')], said()).codeFrom).toBe('a')
  expect(mergeOf([phrase('a'), phrase('b', 'y')], said()).codeFrom).toBe('b')
  expect(mergeOf([phrase('a'), phrase('b')], said()).codeFrom).toBe(null)
})

it('whose code it is can be said, also that it is nobody’s', () => {
  const phrases = [phrase('a', 'x'), phrase('b', 'y')]
  expect(codesOf(phrases)).toHaveLength(2)
  expect(mergeOf(phrases, said({ codeFrom: 'b' })).codeFrom).toBe('b')
  expect(mergeOf(phrases, said({ codeFrom: null })).codeFrom).toBe(null)
})

it('what was said of the code of a phrase that is left out is forgotten', () => {
  const phrases = [phrase('a', 'x'), phrase('b', 'y')]
  expect(mergeOf(phrases, said({ codeFrom: 'b', leftIds: new Set(['b']) })).codeFrom).toBe('a')
})
