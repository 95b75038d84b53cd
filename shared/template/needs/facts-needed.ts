import { Value } from 'liquidjs/dist/liquid.browser.mjs'
import type { MissingFact } from '../../model/script.ts'
import { factNamed } from '../facts/fact-named.ts'
import { guardAsScript } from '../guard/guard.ts'
import { allTemplates } from '../parsing/parser.ts'
import { parseScript, type Script, variablesOf } from '../parsing/script.ts'
import { type CalledFilter, impliedBy } from './implied-facts.ts'

/** All that a phrase may say or decide by: its text, wordings for certain buyers, further messages, its condition. */
export interface ScriptSource {
  body: string
  variants?: readonly { readonly body: string }[]
  further?: readonly { readonly body: string }[]
  guard?: string | null
}

/**
 * The facts a phrase takes from outside itself, each once with the kind of field that asks for it: those it names, in its
 * text, in every variant, every further message and in its guard, and those its techniques read without naming them (`商品.价格 | 每天` reads
 * 商品.可用天数). A script that does not parse needs nothing that can be told.
 */
export function factsNeeded(source: string | ScriptSource): MissingFact[] {
  const {
    body,
    variants = [],
    further = [],
    guard = null,
  } = typeof source === 'string' ? { body: source } : source
  const others = [...variants, ...further].map((one) => one.body)
  const scripts = [body, ...others, ...(guard ? [guardAsScript(guard)] : [])]
  const names = scripts.flatMap(namesIn)
  return [...new Set(names)].map(factNamed)
}

function namesIn(body: string): string[] {
  const parsed = parseScript(body)
  if (!parsed.ok) return []
  // A technique begins with its product or shop: 商品 alone asks for the choice of one, not for a fact of it.
  return [...variablesOf(parsed.script), ...filtersIn(parsed.script).flatMap(impliedBy)]
}

function filtersIn({ templates }: Script): CalledFilter[] {
  return [...allTemplates(templates)].flatMap((template) =>
    [...(template.arguments?.() ?? [])].flatMap((argument) =>
      argument instanceof Value ? argument.filters : [],
    ),
  )
}
