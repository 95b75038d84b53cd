import type { z } from 'zod'

export interface FieldProblem {
  path: (string | number)[]
  message: string
}

/** What a form says at its fields, first problem of each field only. */
export function problemsOf(error: z.ZodError): FieldProblem[] {
  const byPath = new Map<string, FieldProblem>()
  for (const issue of error.issues) {
    const path = issue.path.map((key) => (typeof key === 'symbol' ? key.toString() : key))
    const key = path.join('.')
    if (!byPath.has(key)) byPath.set(key, { path, message: wordsOf(issue) })
  }
  return [...byPath.values()]
}

/** The model's own Chinese words where it has them, else a plain sentence in place of zod's English. */
function wordsOf(issue: z.core.$ZodIssue): string {
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
