import { describe, expect, it } from 'vitest'
import { Once } from '../../../shared/search/candidates/once.ts'
import { PhraseIndex } from '../../../shared/search/index.ts'
import { phrase, titlesFor } from './library-of.ts'

describe('the few phrases that are used by far the most', () => {
  it('are found by a shorthand that tens of thousands of others fit, too', () => {
    const others = Array.from({ length: 30_000 }, (_, i) => phrase(`套装说明${i}`))
    const index = PhraseIndex.build([...others, phrase('大套装', { uses: 3000 })])
    expect(titlesFor(index, 'taozhuang')[0]).toBe('大套装')
  })
})

describe('what is met once', () => {
  it('is new in every round, however much was met before', () => {
    const once = new Once()
    for (let round = 0; round < 3; round++) {
      once.begin()
      const numbers = Array.from({ length: 5000 }, (_, i) => Math.imul(i + round, 0x9e3779b1) >>> 0)
      expect(numbers.every((number) => once.isNew(number))).toBe(true)
      expect(numbers.some((number) => once.isNew(number))).toBe(false)
    }
  })
})
