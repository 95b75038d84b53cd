import { z } from 'zod'
import { PHRASE_LIMITS } from '../../../../../shared/model/phrase.ts'
import { blankRow, type PhraseRow } from '../phrase-row.ts'

export interface MatchInFile {
  /** Where it begins, from 1. */
  line: number
  value: unknown
}

const Text = z.union([z.string(), z.number(), z.boolean()]).transform(String)
const Match = z.object({
  trigger: Text.optional(),
  triggers: z.array(Text).max(100).optional(),
  regex: Text.optional(),
  replace: Text.optional(),
  label: Text.optional(),
  search_terms: z.array(Text).max(100).optional(),
})

/** What a match may do that a phrase cannot, each with what to do about it. */
const UNSUPPORTED: readonly [key: string, reason: string][] = [
  ['form', '这条要先填表单（form），还不支持；可以改写成 {{ 店铺.名称 }} 这样的变量'],
  ['vars', '这条用到 espanso 的变量（vars），还不支持；可以改写成 {{ 店铺.名称 }} 这样的变量'],
  ['image_path', '这条只是一张图片（image_path），请在话术里添加图片'],
  ['html', '这条是网页格式（html），聊天软件发不出去'],
  ['markdown', '这条是排版格式（markdown），聊天软件发不出去'],
]

/** A match as a row: its trigger is the code, its label the title, what it is searched by are questions. */
export function rowOfMatch({ line, value }: MatchInFile): PhraseRow {
  const blank = blankRow(line)
  if (typeof value !== 'object' || value === null) return { ...blank, fault: '这一项不是 espanso 的话术' }
  const unsupported = UNSUPPORTED.find(([key]) => Object.hasOwn(value, key))
  const parsed = Match.safeParse(value)
  if (!parsed.success) return { ...blank, fault: 'trigger、replace 要写成文字' }
  const { trigger, triggers = [], regex, replace = '', label = '', search_terms = [] } = parsed.data
  const [first, ...others] = [...(trigger === undefined ? [] : [trigger]), ...triggers]
  const row = { ...blank, body: replace.replaceAll('$|$', '').trim(), title: label.trim() }
  if (unsupported) return { ...row, body: row.body || (first ?? ''), fault: unsupported[1] }

  const code = codeOf(first ?? '')
  const remarks: string[] = []
  if (regex !== undefined) remarks.push('触发词是正则表达式，没有带编码')
  else if (first !== undefined && code === '')
    remarks.push(`触发词“${first.slice(0, 40)}”不能当编码，没有带进来`)
  if (replace.includes('$|$')) remarks.push('光标位置（$|$）没有带进来')
  return { ...row, code, questions: [...search_terms, ...others.map(codeOf)].filter(Boolean), remarks }
}

/** Triggers begin with a mark that nobody types by chance; codes need none. */
function codeOf(trigger: string): string {
  const code = trigger.replace(/^[:;/\\#,.!@]+/, '').trim()
  return code.length <= PHRASE_LIMITS.code ? code : ''
}
