import { describe, expect, it } from 'vitest'
import { lastFew } from '../../../electron/desk/phrases/last-few.ts'

describe('the last few answers', () => {
  it('are given again without being worked out again, until newer ones take their place', () => {
    const worked: string[] = []
    const answers = lastFew<string>(2)
    const ask = (question: string) =>
      answers.get(question, () => {
        worked.push(question)
        return `${question}!`
      })
    for (const question of ['一', '一', '二', '三', '二', '一']) expect(ask(question)).toBe(`${question}!`)
    expect(worked).toEqual(['一', '二', '三', '一'])
  })

  it('can be forgotten one by one', () => {
    const answers = lastFew<number>(2)
    answers.get('价格', () => 1)
    answers.forget('价格')
    expect(answers.get('价格', () => 2)).toBe(2)
  })
})
