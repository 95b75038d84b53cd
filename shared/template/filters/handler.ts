import type { FactReader } from '../facts/fact-reader.ts'
import { Missing, Refused } from '../facts/values.ts'
import { ScriptContext } from '../language/scope.ts'

/** A filter as liquidjs calls it: `this` carries the rendering it is part of. */
export type Filter = (this: { context: object }, value: unknown, ...args: unknown[]) => unknown

/** What a script's own filter computes from: the value before it, its arguments, and the facts. */
export type Compute = (reader: FactReader, value: unknown, args: readonly unknown[]) => unknown

/** A filter over facts. What is absent among its inputs is passed on and never computed with. */
export function factFilter(compute: Compute): Filter {
  return function (value, ...args) {
    const absent = absentAmong(value, args)
    if (absent) return absent
    if (!(this.context instanceof ScriptContext)) throw new Error('a script filter outside a script')
    return compute(this.context.reader, value, args)
  }
}

/** What keeps a filter from its inputs: a refusal among them, else all that is missing, else nothing. */
export function absentAmong(value: unknown, args: readonly unknown[]): Missing | Refused | undefined {
  const inputs = [value, ...args]
  const refused = inputs.find((input) => input instanceof Refused)
  const missing = inputs.filter((input) => input instanceof Missing)
  const [first, ...others] = missing
  if (refused || !first || others.length === 0) return refused ?? first
  const facts = new Map(missing.flatMap((input) => input.facts).map((fact) => [fact.name, fact]))
  return new Missing(first.path, [...facts.values()])
}
