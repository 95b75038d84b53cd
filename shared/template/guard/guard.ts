import { Tokenizer, Value } from 'liquidjs/dist/liquid.browser.mjs'
import { FactReader } from '../facts/fact-reader.ts'
import type { Facts } from '../facts/facts.ts'
import { engine } from '../language/engine.ts'
import { LIMITS } from '../language/limits.ts'
import { ScriptContext } from '../language/scope.ts'
import { mistakeIn } from '../parsing/check.ts'
import { scriptError } from '../parsing/errors.ts'
import { withAsciiMarkup } from '../parsing/punctuation.ts'
import { type Condition, conditionOf } from './condition.ts'
import { whyNot } from './reason.ts'

export type GuardAnswer = { holds: true } | { holds: false; reason: string }

/**
 * Whether a phrase's condition (`商品.库存 <= 店铺.紧缺线`, with or without a leading 仅当) holds; if not, why, with the
 * facts in it. A condition that does not parse, that asks for what nobody knows, or that rests on stock figures older
 * than the shop trusts, does not hold.
 */
export function checkGuard(guard: string, facts: Facts): GuardAnswer {
  const parsed = parseGuard(guard)
  if (!parsed.ok) return { holds: false, reason: `使用条件写错了：${parsed.reason}` }
  const reader = new FactReader(facts)
  try {
    const reason = whyNot(parsed.condition, new ScriptContext(engine, reader)) ?? reader.stockDoubt
    return reason === null ? { holds: true } : { holds: false, reason }
  } catch {
    return { holds: false, reason: '使用条件算不出来，请检查写法' }
  }
}

/** Whether a condition can be read at all, for editors and imports; the reason is in Chinese. */
export function parseGuard(
  guard: string,
): { ok: true; condition: Condition } | { ok: false; reason: string } {
  const written = withoutIntroduction(guard)
  const source = withAsciiMarkup(`{{${written}}}`).slice(2, -2)
  if (!source.trim()) return { ok: false, reason: '条件是空的' }
  if (source.length > LIMITS.guard) return { ok: false, reason: `条件太长，最多 ${LIMITS.guard} 个字` }
  try {
    const tokenizer = new Tokenizer(source, engine.options.operators)
    const condition = conditionOf(new Value(tokenizer.readFilteredValue(), engine))
    return condition ? { ok: true, condition } : { ok: false, reason: '要写成「商品.库存 <= 5」这样' }
  } catch (problem) {
    return { ok: false, reason: scriptError(problem, source)?.message ?? reasonOf(problem) }
  }
}

/** What keeps a condition from being saved: that it cannot be read, or a name there is not; null when nothing. */
export function mistakeInGuard(guard: string): string | null {
  const parsed = parseGuard(guard)
  return parsed.ok ? (mistakeIn(guardAsScript(guard))?.message ?? null) : parsed.reason
}

/** A condition reads facts as `{% if %}` does. */
export function guardAsScript(guard: string): string {
  return `{% if ${withoutIntroduction(guard)} %}{% endif %}`
}

/** The condition itself: authors may begin it with 仅当. */
function withoutIntroduction(guard: string): string {
  return guard.trim().replace(/^仅当\s*[:：]?/, '')
}

/** Outside a script liquidjs throws its plain errors, without a place. */
function reasonOf(problem: unknown): string {
  const filter = /^undefined filter: (.+)/.exec(problem instanceof Error ? problem.message : '')?.[1]
  return filter ? `没有叫「${filter}」的计算` : '写法不对'
}
