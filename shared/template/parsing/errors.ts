import { LiquidError, type Token } from 'liquidjs/dist/liquid.browser.mjs'
import type { ScriptError, UnknownWord } from '../../model/script.ts'
import { KNOWN_FILTERS, KNOWN_TAGS } from '../help.ts'
import { LIMITS } from '../language/limits.ts'
import { nearestName } from './nearest-name.ts'
import { ScriptProblem } from './parser.ts'

const CLOSING_TAG = /^tag "(end[^"]+|else|elsif|elseif|when|或者)" not found/

/** liquidjs's messages as authors should read them. The first that matches is used; groups come in as arguments. */
const MESSAGES: readonly (readonly [RegExp, (...groups: string[]) => string])[] = [
  [CLOSING_TAG, (name) => `「{% ${name} %}」前面没有对应的开头`],
  [/^output .* not closed/, () => '「{{」没有用「}}」收尾'],
  [/^tag "\{%.* not closed/, () => '「{%」没有用「%}」收尾'],
  [/^tag (\{%-?\s*(\S+).*?) not closed/, (_tag, name) => `「{% ${name} %}」没有用「{% end${name} %}」收尾`],
  [/^raw .* not closed/, () => '「{% raw %}」没有用「{% endraw %}」收尾'],
  [/^invalid value expression/, () => '花括号里要写一个名字或一个值'],
  [/^expected "\|" before filter/, () => '名字后面多了内容；要计算请用「|」隔开'],
  [/^expected filter name/, () => '「|」后面要写一个计算的名字'],
  [/^expected ":" after filter name/, () => '计算的名字后面要用「:」写参数'],
  [/^unexpected character/, () => '参数写得不对；几个参数之间用「,」隔开'],
  [/^unexpected (elsif|else)|^duplicated else/, () => '「{% else %}」只能有一个，而且要在最后'],
  [/^unexpected token .* value expected/, () => '这里少了一个值'],
  [/^unexpected/, () => '这里多了不该有的内容'],
  [/^\[ not closed/, () => '「[」没有用「]」收尾'],
  [/^invalid range syntax|^unbalanced/, () => '括号写得不对；范围要写成 (1..5)'],
  [/^illegal tag: /, () => '循环要写成「{% for 项 in 列表 %}」'],
  [/^illegal tag syntax/, () => '「{%」后面要写标签的名字'],
  [/^invalid capture name|^expected variable name/, () => '这里要写一个名字'],
  [/^parse length limit/, () => `话术太长，最多 ${LIMITS.source} 个字`],
]

/** How liquidjs names a word it does not know, what such words are called, and those there are. */
const UNKNOWN_WORDS: readonly (readonly [RegExp, string, readonly string[]])[] = [
  [/^undefined filter: (.+?)(?:,|$)/, '计算', KNOWN_FILTERS],
  [/^tag "(.*?)" not found/, '标签', KNOWN_TAGS],
]

/** What went wrong while parsing `source`, with its place; null when it is no error of the script. */
export function scriptError(problem: unknown, source: string): ScriptError | null {
  const cause = (problem as { originalError?: unknown }).originalError ?? problem
  if (cause instanceof ScriptProblem) return { message: cause.message, ...placeOf(source, cause.offset) }
  if (problem instanceof RangeError) return { message: '话术嵌套太深', line: 1, column: 1 }
  if (!LiquidError.is(problem)) return null
  // `message` has the place appended in English; the original error has not.
  const message = cause instanceof Error ? cause.message : problem.message
  const place = placeOf(source, offsetOf(problem.token, message, source))
  return { ...(unknownWord(message) ?? { message: inChinese(message) }), ...place }
}

function inChinese(message: string): string {
  for (const [pattern, say] of MESSAGES) {
    const match = pattern.exec(message)
    if (match) return say(...match.slice(1))
  }
  return '这里的写法不对'
}

function unknownWord(message: string): { message: string; unknown: UnknownWord } | null {
  if (CLOSING_TAG.test(message)) return null
  for (const [pattern, what, known] of UNKNOWN_WORDS) {
    const written = pattern.exec(message)?.[1]
    if (written === undefined) continue
    const nearest = nearestName(written, known)
    const hint = nearest ? `，是不是想写「${nearest}」` : ''
    return { message: `没有叫「${written}」的${what}${hint}`, unknown: { written, nearest } }
  }
  return null
}

/** A filter is found where it stands, after its bar; liquidjs only says in which output or tag. */
function offsetOf(token: Token, message: string, source: string): number {
  const filter = /^undefined filter: (.+?)(?:,|$)/.exec(message)?.[1]
  if (!filter) return token.begin
  for (let bar = source.indexOf('|', token.begin); bar >= 0; bar = source.indexOf('|', bar + 1)) {
    const name = bar + 1 + Math.max(0, source.slice(bar + 1).search(/\S/))
    if (source.startsWith(filter, name)) return name
  }
  return token.begin
}

/** Line and column, both from 1, columns in UTF-16 code units. */
export function placeOf(source: string, offset: number): { line: number; column: number } {
  const before = source.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: offset - lineStart + 1 }
}
