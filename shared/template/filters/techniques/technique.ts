import type { Product } from '../../../model/product.ts'
import { type Refused as NoResult, type Outcome, refuse } from '../../../techniques/outcome.ts'
import type { FactReader } from '../../facts/fact-reader.ts'
import { FactGroup, Missing, Refused } from '../../facts/values.ts'
import { type Filter, factFilter } from '../handler.ts'
import { amountFen, quoted } from '../inputs.ts'

/** What one technique answers from a value, its arguments and the facts. */
type Answer = Outcome<{ value: unknown }>
type Technique = (reader: FactReader, value: unknown, args: readonly unknown[]) => Answer

export type NamedFilter = readonly [name: string, filter: Filter]

/** The technique as a filter: its refusals are shown under its name, and what it lacks is asked of the agent. */
export function technique(name: string, compute: Technique): NamedFilter {
  return [
    name,
    factFilter((reader, value, args) => {
      const outcome = compute(reader, value, args)
      return outcome.ok ? outcome.value : unavailable(name, outcome, reader)
    }),
  ]
}

/** Techniques that begin with `商品`. */
export function ofProduct(
  name: string,
  compute: (product: Product, reader: FactReader, args: readonly unknown[]) => Answer,
): NamedFilter {
  return technique(name, (reader, value, args) => {
    const { product } = reader.facts
    const isProduct = value instanceof FactGroup && value.name === '商品'
    return isProduct && product ? compute(product, reader, args) : refuse(`要写成「商品 | ${name}」`)
  })
}

/** Techniques that begin with an amount of money, given to them in fen. */
export function ofAmount(
  name: string,
  compute: (fen: number, reader: FactReader, args: readonly unknown[]) => Answer,
): NamedFilter {
  return technique(name, (reader, value, args) => {
    const fen = amountFen(value)
    return fen === null ? refuse(`${quoted(value)}不是金额`) : compute(fen, reader, args)
  })
}

/** What the technique came to, as the value it puts into the text. */
export function say(value: unknown): Answer {
  return { ok: true, value }
}

function unavailable(
  name: string,
  { reason, instead, needs }: NoResult,
  reader: FactReader,
): Missing | Refused {
  const facts = needs.map((need) => ({ need, fact: reader.read(need) }))
  const missing = facts.flatMap(({ fact }) => (fact instanceof Missing ? fact.facts : []))
  if (missing.length) return new Missing(name, missing)
  const unread = facts.find(({ fact }) => typeof fact === 'string')
  const why = unread ? `${unread.need}填的${quoted(unread.fact)}看不懂` : reason
  return new Refused({ technique: name, reason: why, instead })
}
