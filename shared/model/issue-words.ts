import type { z } from 'zod'

/** What a person is told of a value that does not fit: the model's own Chinese words, else words for zod's English. */
export function wordsOf(issue: z.core.$ZodIssue): string {
  if (/\p{Script=Han}/u.test(issue.message)) return issue.message
  if (issue.code === 'invalid_type') return '请填写'
  if (issue.code === 'too_big')
    return issue.origin === 'string' ? `最多 ${issue.maximum} 个字` : `不能大于 ${issue.maximum}`
  if (issue.code === 'too_small') {
    if (issue.origin === 'string') return '请填写'
    return issue.origin === 'array' ? `至少选 ${issue.minimum} 项` : `不能小于 ${issue.minimum}`
  }
  return '内容不合要求'
}
