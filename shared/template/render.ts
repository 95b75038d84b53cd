import { toValueSync } from 'liquidjs/dist/liquid.browser.mjs'
import type { Refusal, ScriptPart, ScriptRendering } from '../model/script.ts'
import { FactReader } from './facts/fact-reader.ts'
import type { Facts } from './facts/facts.ts'
import { engine } from './language/engine.ts'
import { PartsEmitter, TooMuchText } from './language/parts.ts'
import { ScriptContext } from './language/scope.ts'
import type { Script } from './parsing/script.ts'

/**
 * The script filled with facts. `blanks` are what an agent typed for facts nobody had, by name (订单.金额 → 184); each
 * fills its name everywhere. `text` is null while anything is missing or refused; joined, the parts are the text.
 */
export function renderScript(
  script: Script,
  facts: Facts,
  blanks: Readonly<Record<string, string>> = {},
): ScriptRendering {
  const reader = new FactReader(facts, blanks)
  const emitter = new PartsEmitter()
  const stopped = run(script, reader, emitter)
  const missing = [...new Map([...reader.undecided, ...emitter.missing]).values()]
  const refusals = [...emitter.refusals.values(), ...stopped]
  const isFinished = missing.length === 0 && refusals.length === 0
  return {
    text: isFinished ? emitter.text() : null,
    parts: [...blanksOf(reader, emitter), ...emitter.parts],
    missing,
    refusals,
    warnings: [...reader.warnings],
  }
}

/** A fact that only decides between wordings has no place of its own in the text: it is asked for at the head. */
function blanksOf(reader: FactReader, emitter: PartsEmitter): ScriptPart[] {
  return [...reader.undecided.keys()]
    .filter((name) => !emitter.missing.has(name))
    .map((name) => ({ kind: 'blank', name }))
}

/** Renders into `emitter`; a script that exceeds its limits is stopped, and why is returned as a refusal. */
function run(script: Script, reader: FactReader, emitter: PartsEmitter): Refusal[] {
  try {
    const context = new ScriptContext(engine, reader)
    toValueSync(engine.renderer.renderTemplates([...script.templates], context, emitter))
    return []
  } catch (problem) {
    return [{ technique: '话术', reason: whyStopped(problem), instead: null }]
  }
}

function whyStopped(problem: unknown): string {
  const cause = (problem as { originalError?: unknown }).originalError ?? problem
  if (cause instanceof TooMuchText) return '这条话术生成的内容太长，已停止'
  const message = cause instanceof Error ? cause.message : ''
  if (message.includes('limit exceeded')) return '这条话术循环太多或内容太大，已停止'
  return '这条话术算不出来，请检查写法'
}
