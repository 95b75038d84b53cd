import type { MissingFact } from '../../model/script.ts'
import { stockAge, valuesInStock } from '../../techniques/stock/stock.ts'
import { factNamed, knownName } from './fact-named.ts'
import type { Facts } from './facts.ts'
import { readBlank } from './fields.ts'
import { GROUPS } from './names.ts'
import { FactGroup, type FactValue, Missing, Refused } from './values.ts'

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
    const known = knownName(name)
    const value = known ? known.read(this.facts) : this.#attribute(name)
    if (value === null) return this.blank(name)
    if (name === '商品.库存') this.noteAgeOfStock()
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
    return title === undefined ? new Missing(name, [factNamed(name)]) : new FactGroup(name, title)
  }

  /** `商品.颜色`: what SKUs in stock offer of an attribute, or what the product says of itself (商品.肤质). */
  #attribute(name: string): FactValue | null {
    const { product } = this.facts
    const attribute = name.startsWith('商品.') ? name.slice('商品.'.length) : ''
    if (!product || !attribute) return null
    if (product.skus.some((sku) => Object.hasOwn(sku.attributes, attribute))) {
      const values = valuesInStock(product, attribute)
      this.noteAgeOfStock()
      if (values.length) return values
      return new Refused({ technique: name, reason: `这款的${attribute}都没有货了`, instead: null })
    }
    return Object.hasOwn(product.attributes, attribute) ? (product.attributes[attribute] ?? null) : null
  }

  /** What the agent typed for `name`, or that it is still to be typed. */
  blank(name: string): FactValue {
    const fact = factNamed(name)
    const typed = Object.hasOwn(this.#blanks, name) ? this.#blanks[name] : undefined
    if (typed?.trim()) return readBlank(name, fact.field, typed)
    const isOfNoProduct = fact.from === 'product' && !this.facts.product
    return new Missing(name, [isOfNoProduct ? NO_PRODUCT : fact])
  }

  /** What rests on stock figures says so when they are older than the shop trusts. */
  noteAgeOfStock(): void {
    const { product, shop, now } = this.facts
    if (!product) return
    const stated = product.skus.filter((sku) => sku.stock !== null)
    const age = stockAge(product, shop, now, stated)
    if (age.status === 'stale') this.#doubt(`库存是 ${age.age}前更新的`)
    if (age.status === 'unknown') this.#doubt('库存没有更新时间')
  }

  #doubt(why: string): void {
    this.stockDoubt = why
    this.warnings.add(`${why}，发送前先核对`)
  }
}
