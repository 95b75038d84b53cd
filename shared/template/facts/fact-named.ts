import type { MissingFact } from '../../model/script.ts'
import { fieldOf } from './fields.ts'
import { GROUPS, KNOWN_NAMES, type KnownName } from './names.ts'

const BY_NAME: ReadonlyMap<string, KnownName> = new Map(KNOWN_NAMES.map((known) => [known.name, known]))

/** The vocabulary's entry of that name; undefined for names of a shop's or an author's own. */
export function knownName(name: string): KnownName | undefined {
  return BY_NAME.get(name)
}

/** The fact of that name as it is asked for: what to call it, with which field, and whose choice would fill it. */
export function factNamed(name: string): MissingFact {
  const known = knownName(name)
  if (known) return { name, label: known.label, field: known.field, from: known.from }
  const dot = name.indexOf('.')
  const group = dot < 0 ? name : name.slice(0, dot)
  const from = Object.hasOwn(GROUPS, group) ? (GROUPS[group] ?? 'agent') : 'agent'
  // 活动.名称 is asked for as a whole: 名称 alone would not say of what.
  const label = from === 'agent' ? name.replace('.', '') : name.slice(dot + 1)
  return { name, label, field: fieldOf(name), from }
}
