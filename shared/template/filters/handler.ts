import type { FactReader } from '../facts/fact-reader.ts'
import { isAbsent, type Missing, type Refused } from '../facts/values.ts'
import { ScriptContext } from '../language/scope.ts'

/** A filter as liquidjs calls it: `this` carries the rendering it is part of. */
export type Filter = (this: { context: object }, value: unknown, ...args: unknown[]) => unknown

/** What a script's own filter computes from: the value before it, its arguments, and the facts. */
export type Compute = (reader: FactReader, value: unknown, args: readonly unknown[]) => unknown

/** A filter over facts. What is absent among its inputs is passed on and never computed with. */
export function factFilter(compute: Compute): Filter {
  return function (value, ...args) {
    const absent = firstAbsent(value, args)
    if (absent) return absent
    if (!(this.context instanceof ScriptContext)) throw new Error('a script filter outside a script')
    return compute(this.context.reader, value, args)
  }
}

export function firstAbsent(value: unknown, args: readonly unknown[]): Missing | Refused | undefined {
  return [value, ...args].find(isAbsent)
}
