import { Drop } from 'liquidjs/dist/liquid.browser.mjs'
import type { MissingFact, Refusal } from '../../model/script.ts'
import { formatYuan } from '../../techniques/prices/money.ts'

/** An amount of money. In arithmetic and comparisons it counts as yuan, printed it is `12.5`. */
export class Money extends Drop {
  readonly fen: number
  constructor(fen: number) {
    super()
    this.fen = fen
  }
  override liquidMethodMissing(): undefined {
    return undefined
  }
  override valueOf(): number {
    return this.fen / 100
  }
  override toString(): string {
    return formatYuan(this.fen)
  }
}

/**
 * What stands where no value can: false in a condition, equal and comparable to nothing (as NULL in SQL), and carried
 * unchanged through filters, so that it reaches the text as what it is and not as an empty string.
 */
abstract class Absent extends Drop {
  override liquidMethodMissing(): undefined {
    return undefined
  }
  override valueOf(): null {
    return null
  }
  equals(other: unknown): boolean {
    return isNothing(other)
  }
  gt(): boolean {
    return false
  }
  geq(): boolean {
    return false
  }
  lt(): boolean {
    return false
  }
  leq(): boolean {
    return false
  }
}

/** Facts nobody has given. `path` is what the script wrote, and what a deeper name is read from. */
export class Missing extends Absent {
  readonly path: string
  readonly facts: readonly MissingFact[]
  constructor(path: string, facts: readonly MissingFact[]) {
    super()
    this.path = path
    this.facts = facts
  }
}

/** A technique that the facts do not bear out. */
export class Refused extends Absent {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super()
    this.refusal = refusal
  }
}

/** `商品`, `店铺` …: a family of facts. Its members are read by name; printed by itself it is its own name. */
export class FactGroup extends Drop {
  readonly name: string
  readonly title: string
  constructor(name: string, title: string) {
    super()
    this.name = name
    this.title = title
  }
  override liquidMethodMissing(): undefined {
    return undefined
  }
  override valueOf(): string {
    return this.title
  }
}

/** What a fact can be in a script. */
export type FactValue = string | number | boolean | readonly string[] | Money | FactGroup | Missing | Refused

export function isAbsent(value: unknown): value is Missing | Refused {
  return value instanceof Missing || value instanceof Refused
}

/** `nil`, `blank`, `empty` and the like: comparing with them asks whether there is a fact at all. */
export function isNothing(other: unknown): boolean {
  if (other === null || other === undefined || other === '') return true
  return (
    other instanceof Drop &&
    !(other instanceof FactGroup) &&
    ['', null].includes(other.valueOf() as string | null)
  )
}
