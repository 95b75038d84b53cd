import type { MissingFact } from '../../model/script.ts'
import { stockAge, valuesInStock } from '../../techniques/stock.ts'
import type { Facts } from './facts.ts'
import { fieldOf, readBlank } from './fields.ts'
import { GROUPS, KNOWN_NAMES, type KnownName } from './names.ts'
import { FactGroup, type FactValue, Missing, Refused } from './values.ts'

const BY_NAME: ReadonlyMap<string, KnownName> = new Map(KNOWN_NAMES.map((known) => [known.name, known]))

const NO_PRODUCT: MissingFact = { name: '商品', label: '商品', field: 'text', from: 'product' }

/**
 * Answers the names of one script with the facts of one moment. What nobody has said is looked for in the blanks an
 * agent filled in; what is not there either comes back as `Missing`. Warnings gather here while names are read.
 */
export class FactReader {
  readonly facts: Facts
  readonly warnings = new Set<string>()
  /** Facts that decided something before anybody has given them: they are asked for though no text shows them. */
  readonly undecided = new Map<string, MissingFact>()
  /** Why the stock that was read cannot be relied on; null when it can, or was not read. */
  stockDoubt: string | null = null
  readonly #blanks: Readonly<Record<string, string>>

  constructor(facts: Facts, blanks: Readonly<Record<string, string>> = {}) {
    this.facts = facts
    this.#blanks = blanks
  }

  /** The fact called `name` (商品.价格, 活动.名称, 今天 …). */
  read(name: string): FactValue {
    if (Object.hasOwn(GROUPS, name)) return this.#group(name)
    const known = BY_NAME.get(name)
    const value = known ? known.read(this.facts) : this.#attribute(name)
    if (value === null) return this.blank(name)
    if (name === '商品.库存') this.#warnOfOldStock()
    return value
  }

  #group(name: string): FactValue {
    const { shop, product, buyer } = this.facts
    if (name === '商品') {
      if (product) return new FactGroup(name, product.shortName || product.name)
      return new Missing(name, [NO_PRODUCT])
    }
    const titles: Readonly<Record<string, string>> = {
      店铺: shop.name,
      客服: shop.agentAlias,
      客户: buyer?.nickname ?? shop.petName,
    }
    const title = titles[name]
    return title === undefined ? new Missing(name, [missingFact(name)]) : new FactGroup(name, title)
  }

  /** `商品.颜色`: what SKUs in stock offer of an attribute, or what the product says of itself (商品.肤质). */
  #attribute(name: string): FactValue | null {
    const { product } = this.facts
    const attribute = name.startsWith('商品.') ? name.slice('商品.'.length) : ''
    if (!product || !attribute) return null
    if (product.skus.some((sku) => Object.hasOwn(sku.attributes, attribute))) {
      const values = valuesInStock(product, attribute)
      if (values.length) return values
      return new Refused({ technique: name, reason: `这款的${attribute}都没有货了`, instead: null })
    }
    return Object.hasOwn(product.attributes, attribute) ? (product.attributes[attribute] ?? null) : null
  }

  /** What the agent typed for `name`, or that it is still to be typed. */
  blank(name: string): FactValue {
    const known = BY_NAME.get(name)
    const fact = known
      ? { name, label: known.label, field: known.field, from: known.from }
      : missingFact(name)
    const typed = Object.hasOwn(this.#blanks, name) ? this.#blanks[name] : undefined
    if (typed?.trim()) return readBlank(name, fact.field, typed)
    const isOfNoProduct = fact.from === 'product' && !this.facts.product
    return new Missing(name, [isOfNoProduct ? NO_PRODUCT : fact])
  }

  #warnOfOldStock(): void {
    const { product, shop, now } = this.facts
    if (!product) return
    const age = stockAge(product, shop, now)
    if (age.status === 'stale') this.#doubt(`库存是 ${age.age}前更新的`)
    if (age.status === 'unknown') this.#doubt('库存没有更新时间')
  }

  #doubt(why: string): void {
    this.stockDoubt = why
    this.warnings.add(`${why}，发送前先核对`)
  }
}

/** What to ask for under a name that the vocabulary does not list. */
function missingFact(name: string): MissingFact {
  const dot = name.indexOf('.')
  const group = dot < 0 ? '' : name.slice(0, dot)
  const from = Object.hasOwn(GROUPS, group) ? (GROUPS[group] ?? 'agent') : 'agent'
  // 活动.名称 is asked for as a whole: 名称 alone would not say of what.
  const label = from === 'agent' ? name.replace('.', '') : name.slice(dot + 1)
  return { name, label, field: fieldOf(name), from }
}
