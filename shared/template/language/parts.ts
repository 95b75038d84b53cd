import type { Emitter } from 'liquidjs/dist/liquid.browser.mjs'
import type { MissingFact, Refusal, ScriptPart } from '../../model/script.ts'
import { listed } from '../../techniques/wording.ts'
import { FactGroup, Missing, Money, Refused } from '../facts/values.ts'
import { LIMITS } from './limits.ts'

/** Thrown when a script makes more text than anybody would send. */
export class TooMuchText extends Error {}

/**
 * Collects a rendering as parts: what the script says literally, what was filled in, what is still blank.
 * liquidjs writes literal text with `write`; outputs come with the name they began with through `writeValue`.
 */
export class PartsEmitter implements Emitter {
  readonly parts: ScriptPart[] = []
  readonly missing = new Map<string, MissingFact>()
  readonly refusals = new Map<string, Refusal>()
  #length = 0

  /** liquidjs asks every emitter for its text; this one is read by `parts`. */
  get buffer(): string {
    return this.text()
  }

  write(literal: unknown): void {
    this.#add('text', '', printed(literal))
  }

  /** One output of the script; `name` is the fact it began with, null when it began with none. */
  writeValue(name: string | null, value: unknown): void {
    if (value instanceof Missing) this.#leaveBlank(value)
    else if (value instanceof Refused) this.#refuse(value)
    else if (name === null) this.write(value)
    else this.#add('value', name, printed(value))
  }

  /** The parts joined, blanks left out. */
  text(): string {
    return this.parts.map((part) => (part.kind === 'blank' ? '' : part.text)).join('')
  }

  #leaveBlank(value: Missing): void {
    for (const fact of value.facts) {
      this.missing.set(fact.name, fact)
      this.parts.push({ kind: 'blank', name: fact.name })
    }
  }

  #refuse({ refusal }: Refused): void {
    this.refusals.set(`${refusal.technique}\n${refusal.reason}`, refusal)
    this.#add('text', '', `【${refusal.technique}】`)
  }

  #add(kind: 'text' | 'value', name: string, text: string): void {
    if (!text) return
    this.#length += text.length
    if (this.#length > LIMITS.output) throw new TooMuchText()
    const last = this.parts.at(-1)
    if (kind === 'value') this.parts.push({ kind, name, text })
    else if (last?.kind === 'text') last.text += text
    else this.parts.push({ kind, text })
  }
}

/** A value as it stands in a chat: lists with 顿号, truth as 是 and 否, no trace of the language underneath. */
export function printed(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return Number.isFinite(value) ? String(tidyNumber(value)) : ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value)) return listed(value.map(printed))
  if (value instanceof FactGroup) return value.title
  return value instanceof Money ? value.toString() : ''
}

/** Without the dust of binary fractions: 129.9 × 3 is 389.7. */
export function tidyNumber(value: number): number {
  return Number(value.toFixed(6))
}
