import type { MissingFact } from '../../model/script.ts'
import { resolveProvince } from '../../techniques/delivery/provinces.ts'
import { parseYuan } from '../../techniques/prices/money.ts'
import { parseMeasure } from '../../techniques/sizes/measures.ts'
import { type FactValue, Money } from './values.ts'

export type Field = MissingFact['field']

/** Which kind of field asks for a name that the vocabulary does not list, by how the name ends. */
const FIELD_BY_ENDING: readonly (readonly [RegExp, Field])[] = [
  [/(金额|价格|单价|总价|原价|现价|到手价|差价|运费|费用|定金|尾款|红包|优惠|立减)$/, 'money'],
  [/(数量|件数|天数|次数|人数|个数)$/, 'number'],
  [/(日期|哪天|几号)$/, 'date'],
  [/省份$/, 'province'],
]

export function fieldOf(name: string): Field {
  return FIELD_BY_ENDING.find(([ending]) => ending.test(name))?.[1] ?? 'text'
}

/**
 * What an agent typed into a blank, as the value a script computes with. What does not fit its field stays the text it
 * is: it may still be said, and a technique that needs an amount or a number says so.
 */
export function readBlank(name: string, field: Field, typed: string): FactValue {
  const text = typed.trim()
  if (field === 'money') {
    const fen = parseYuan(text)
    return fen === null ? text : new Money(fen)
  }
  if (field === 'province') return resolveProvince(text) ?? text
  if (field === 'number') return parseMeasure(name, text) ?? text
  return text
}
