import { readFileSync } from 'node:fs'
import starter from '../../../assets/starter/phrases.json' with { type: 'json' }
import type { BenchPhrase } from './corpus.ts'
import type { LabelledQuery } from './queries.ts'

/** The starter library and queries that a person wrote over it: a check by no generator. */
export function byHand(): { phrases: BenchPhrase[]; queries: LabelledQuery[] } {
  const phrases = starter.phrases.map(
    ({ code, title, body, tags = [], questions = [], group }): BenchPhrase => ({
      id: code,
      title,
      body,
      tags,
      category: String(group),
      code,
      triggers: questions,
      uses: 0,
    }),
  )
  const lines = readFileSync(new URL('./by-hand.txt', import.meta.url), 'utf8').split('\n')
  const queries = lines
    .filter((line) => line && !line.startsWith('#'))
    .map((line): LabelledQuery => {
      const [kind = '', q = '', codes = ''] = line.split(' | ')
      return { q, kind, accept: codes.split(',') }
    })
  return { phrases, queries }
}
