import {
  type Context,
  type Emitter,
  type Liquid,
  Output,
  TypeGuards,
  type Value,
} from 'liquidjs/dist/liquid.browser.mjs'
import { isAbsent } from '../facts/values.ts'
import { PartsEmitter, printed } from './parts.ts'
import { ScriptContext } from './scope.ts'

type OutputToken = ConstructorParameters<typeof Output>[0]

/** `{{ … }}`: writes its value under the name of the fact it began with; a value that is nothing becomes a blank. */
export class FactOutput extends Output {
  readonly #name: string | null
  readonly #source: string

  constructor(token: OutputToken, engine: Liquid) {
    super(token, engine)
    this.#name = firstName(this.value)
    this.#source = token.content.trim()
  }

  override *render(context: Context, emitter: Emitter): IterableIterator<unknown> {
    const value = yield this.value.value(context, false)
    if (!(emitter instanceof PartsEmitter) || !(context instanceof ScriptContext)) return
    emitter.writeValue(this.#name, isHole(value) ? context.reader.blank(this.#name ?? this.#source) : value)
  }
}

/** What would print as a hole: no value, an empty list, a division by zero; a text may be empty if its author says so. */
function isHole(value: unknown): boolean {
  return typeof value !== 'string' && !isAbsent(value) && printed(value) === ''
}

/** The first name a value speaks of, e.g. `商品.价格` in `商品.价格 | 每天: 90`. */
export function firstName(value: Value): string | null {
  for (const token of value.initial.postfix) {
    const name = nameOf(token)
    if (name) return name
  }
  return null
}

/** The dotted name that a token stands for, null when it is a literal. */
export function nameOf(token: unknown): string | null {
  if (!TypeGuards.isPropertyAccessToken(token) || token.variable) return null
  const segments = token.props.map((prop) => ('content' in prop ? String(prop.content) : ''))
  return segments.filter(Boolean).join('.')
}
