import type { Liquid } from 'liquidjs/dist/liquid.browser.mjs'
import { Context, Drop } from 'liquidjs/dist/liquid.browser.mjs'
import type { FactReader } from '../facts/fact-reader.ts'
import { FactGroup, type FactValue, Missing, Money, Refused } from '../facts/values.ts'
import { LIMITS } from './limits.ts'

/** Properties that every list has in Liquid. */
const LIST_PROPERTIES = ['size', 'first', 'last'] as const

/**
 * The one place where a script's dots and brackets are answered. liquidjs would look properties up on JavaScript
 * objects; here only facts, lists and the loop's own counters have properties, so nothing of the language underneath
 * (`constructor`, `__proto__`) can be reached.
 */
export class ScriptContext extends Context {
  readonly reader: FactReader

  constructor(engine: Liquid, reader: FactReader) {
    super(
      Object.create(null),
      engine.options,
      { sync: true, memoryLimit: LIMITS.memory, renderLimit: LIMITS.renderMs },
      { liquid: engine },
    )
    this.reader = reader
    this.globals = ROOT
  }

  override readProperty(holder: unknown, key: unknown): unknown {
    const property = key instanceof Drop ? key.valueOf() : key
    if (typeof property !== 'string' && typeof property !== 'number') return undefined
    if (holder === ROOT) return this.reader.read(String(property))
    if (holder instanceof FactGroup) return this.reader.read(`${holder.name}.${property}`)
    if (holder instanceof Missing) return this.#deeper(holder, property)
    if (holder instanceof Refused) return holder
    if (Array.isArray(holder)) return listProperty(holder, property)
    if (typeof holder === 'string') return property === 'size' ? holder.length : undefined
    if (holder instanceof Money || typeof holder !== 'object' || holder === null) return undefined
    return holder instanceof Drop
      ? super.readProperty(holder, loopCounter(property))
      : ownProperty(holder, property)
  }

  /** `活动.名称`: 活动 alone is unknown, the whole name may have been filled in. */
  #deeper(missing: Missing, property: string | number): FactValue {
    const name = `${missing.path}.${property}`
    return name.length > LIMITS.name ? missing : this.reader.read(name)
  }
}

/** Stands for "no scope of the script's own has this name": the facts are asked. */
const ROOT: object = Object.freeze(Object.create(null))

function listProperty(list: readonly unknown[], property: string | number): unknown {
  if (typeof property === 'number') return list.at(property)
  const known = LIST_PROPERTIES.find((name) => name === property)
  if (known === 'size') return list.length
  if (known === undefined) return undefined
  return known === 'first' ? list[0] : list.at(-1)
}

/** What `forloop` offers in Liquid; any other name is answered as an unknown one. */
function loopCounter(property: string | number): string {
  return /^(index0?|rindex0?|first|last|length)$/.test(String(property)) ? String(property) : 'unknown'
}

function ownProperty(holder: object, property: string | number): unknown {
  return Object.hasOwn(holder, property) ? (holder as Readonly<Record<string, unknown>>)[property] : undefined
}
