import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { Buyer } from '../../../shared/model/buyer.ts'
import { wordsOf } from '../../../shared/model/issue-words.ts'
import { PhraseDraft } from '../../../shared/model/phrase.ts'

function firstWords(schema: z.ZodType, value: unknown): string {
  const parsed = schema.safeParse(value)
  if (parsed.success) throw new Error('it was expected not to fit')
  return wordsOf(parsed.error.issues[0] as z.core.$ZodIssue)
}

describe('what a person is told of a value that does not fit', () => {
  it("is the model's own sentence where it has one", () => {
    expect(firstWords(PhraseDraft, { title: '包邮', body: '' })).toBe('话术内容不能为空')
  })

  it.each([
    [{}, '请填写'],
    [{ nickname: '' }, '请填写'],
    [{ nickname: '鱼'.repeat(61) }, '最多 60 个字'],
    [{ nickname: '小鱼', measures: { heightCm: 900 } }, '不能大于 500'],
    [{ nickname: '小鱼', type: 'nobody' }, '内容不合要求'],
  ])('is never English: %j', (buyer, words) => {
    expect(firstWords(Buyer, buyer)).toBe(words)
  })
})
