import type { z } from 'zod'
import { wordsOf } from '../../../shared/model/issue-words.ts'

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
