import { analyzeSync, type Template } from 'liquidjs/dist/liquid.browser.mjs'
import type { ScriptError } from '../../model/script.ts'
import { engine } from '../language/engine.ts'
import { LIMITS } from '../language/limits.ts'
import { nameOf } from '../language/output.ts'
import { scriptError } from './errors.ts'
import { allTemplates, ScriptParser, ScriptProblem } from './parser.ts'
import { withAsciiMarkup } from './punctuation.ts'

/** A script that has been parsed: no facts in it, so one may be kept and rendered any number of times. */
export interface Script {
  readonly body: string
  readonly templates: readonly Template[]
}

export type Parsed = { ok: true; script: Script } | { ok: false; error: ScriptError }

/** Parses a script; what is wrong with it comes back with its line and column, in Chinese. */
export function parseScript(body: string): Parsed {
  const source = withAsciiMarkup(body.slice(0, LIMITS.source))
  try {
    if (body.length > LIMITS.source)
      throw new ScriptProblem(`话术太长，最多 ${LIMITS.source} 个字`, LIMITS.source)
    const templates = new ScriptParser(engine).parse(source)
    for (const template of allTemplates(templates)) checkExpressions(template)
    return { ok: true, script: { body, templates } }
  } catch (problem) {
    const error = scriptError(problem, source)
    if (!error) throw problem
    return { ok: false, error }
  }
}

/** The names a script takes from outside itself (商品.价格, 活动.名称), each once, in the order of first use. */
export function variablesOf(script: Script): string[] {
  const segments = engine.globalVariableSegmentsSync([...script.templates], { partials: false })
  return [...new Set(segments.map(variableName).filter(Boolean))]
}

/** A name that a script takes from outside itself, where it first stands: line and column, both from 1. */
export interface NamePlace {
  name: string
  line: number
  column: number
}

/** What `variablesOf` tells, with places. */
export function placesOfNames(script: Script): NamePlace[] {
  const { globals } = analyzeSync([...script.templates], { partials: false })
  const places = Object.values(globals)
    .flat()
    .map(({ segments, location: { row, col } }) => ({ name: variableName(segments), line: row, column: col }))
    .filter(({ name }) => name !== '')
    .toSorted((a, b) => a.line - b.line || a.column - b.column)
  return [...new Map(places.toReversed().map((place) => [place.name, place])).values()].reverse()
}

/** `商品.卖点.size` and `商品.卖点[0]` take 商品.卖点: facts have two segments at most. */
function variableName(segments: readonly unknown[]): string {
  const names = segments.slice(0, 2)
  return names.filter((segment) => typeof segment === 'string').join('.')
}

/** Liquid reads `{{ 商品 价格 }}` as 商品 and forgets the rest; a script that says it is mistaken. */
function checkExpressions(template: Template): void {
  for (const argument of template.arguments?.() ?? []) {
    if (!('initial' in argument)) continue
    const tokens = argument.initial.postfix
    const operands = tokens.filter((token) => !('operator' in token))
    const operators = tokens.filter((token) => 'operator' in token && token.operator !== 'not').length
    const surplus = operands[operators + 1]
    if (surplus) throw new ScriptProblem(surplusMessage(operands[0], surplus), surplus.begin)
    if (operands.length <= operators) throw new ScriptProblem('条件没有写完整', template.token.begin)
  }
}

function surplusMessage(first: unknown, surplus: { getText(): string }): string {
  const name = nameOf(first)
  const hint = name ? `；「${name}」和它之间是不是少了「.」或「|」` : ''
  return `多了「${surplus.getText()}」${hint}`
}
