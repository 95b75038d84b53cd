import { setImmediate as otherWork } from 'node:timers/promises'
import { chinaDay } from '../../../shared/model/china-time.ts'
import type { FactGap, MissingFactsReport, ProductGaps } from '../../../shared/model/missing-facts.ts'
import { type Phrase, validityOn } from '../../../shared/model/phrase.ts'
import type { Product } from '../../../shared/model/product.ts'
import type { MissingFact } from '../../../shared/model/script.ts'
import type { ShopProfile } from '../../../shared/model/shop.ts'
import { type Facts, factsNeeded, KNOWN_NAMES } from '../../../shared/template/index.ts'

interface Sources {
  phrases: { after(id: string, limit: number): Phrase[] }
  catalogue: { all(): readonly Product[] }
  shop: { profile(): ShopProfile }
}

/** Phrases read between two breaths: some milliseconds, which no keystroke notices. */
const PIECE = 200

/** How many of the phrases that ask for a fact are named. */
const PHRASES_NAMED = 5

/** Of facts that a product holds by another rule than that something can be read. */
const HAS: Readonly<Record<string, (product: Product, codes: ReadonlySet<string>) => boolean>> = {
  // A claim of scarcity needs every SKU's figure.
  '商品.库存': ({ skus }) => skus.length > 0 && skus.every(({ stock }) => stock !== null),
  '商品.尺码表': (product) => product.sizeChart !== null || !comesInSizes(product),
  '商品.属性': ({ attributes }) => Object.keys(attributes).length > 0,
  '商品.搭配': ({ pairings }, codes) => pairings.some((code) => codes.has(code)),
  '商品.替代': ({ substitutes }, codes) => substitutes.some((code) => codes.has(code)),
}

const SHOP_HAS: Readonly<Record<string, (shop: ShopProfile) => boolean>> = {
  '店铺.满减': ({ tiers, discounts, freeShippingFen }) =>
    tiers.length > 0 || discounts.length > 0 || freeShippingFen !== null,
  '店铺.快递': ({ couriers }) => couriers.length > 0,
}

/** A phrase with what it asks of products and the shop. */
interface Asking extends Pick<Phrase, 'id' | 'title' | 'uses'> {
  facts: readonly MissingFact[]
}

const READ = new Map(KNOWN_NAMES.map(({ name, read }) => [name, read]))

/**
 * Tells which facts the phrases ask for and the shop or a product lacks. What each phrase needs is worked out once and
 * kept, in pieces between which others get their turn (a large library takes seconds the first time); then every product
 * is asked once for each fact, however many phrases want it.
 */
export function createMissingFacts({ phrases, catalogue, shop }: Sources, now: () => number) {
  let needs = new Map<string, readonly MissingFact[]>()

  /** Facts of products and of the shop, each with who asks for it, the most used phrases first. */
  async function asked(): Promise<FactGap[]> {
    const gaps = new Map<string, FactGap>()
    for (const { id, title, facts } of (await asking()).toSorted((a, b) => b.uses - a.uses)) {
      for (const { name, label } of facts) {
        const gap = gaps.get(name) ?? { fact: name, label, phraseCount: 0, phrases: [] }
        gap.phraseCount++
        if (gap.phrases.length < PHRASES_NAMED) gap.phrases.push({ id, title })
        gaps.set(name, gap)
      }
    }
    return [...gaps.values()].toSorted((a, b) => b.phraseCount - a.phraseCount)
  }

  /** The phrases that may still be used and ask for anything. */
  async function asking(): Promise<Asking[]> {
    const today = chinaDay(now())
    const known = new Map<string, readonly MissingFact[]>()
    const found: Asking[] = []
    for (let piece = phrases.after('', PIECE); ; piece = phrases.after(piece.at(-1)?.id ?? '', PIECE)) {
      for (const phrase of piece) {
        if (validityOn(today, phrase) === 'expired') continue
        const script = JSON.stringify([textsOf(phrase), phrase.guard])
        const facts = needs.get(script) ?? factsOfGoods(phrase)
        known.set(script, facts)
        if (facts.length > 0) found.push({ id: phrase.id, title: phrase.title, uses: phrase.uses, facts })
      }
      if (piece.length < PIECE) break
      await otherWork()
    }
    needs = known
    return found
  }

  return async function missingFacts(): Promise<MissingFactsReport> {
    const gaps = await asked()
    const profile = shop.profile()
    const products = catalogue.all()
    const codes = new Set(products.map(({ code }) => code))
    const carriers = categoriesByAttribute(products)
    const ofShop = gaps.filter(({ fact }) => !fact.startsWith('商品.'))
    const ofProducts = gaps.filter(({ fact }) => fact.startsWith('商品.'))
    const nothing: Facts = { shop: profile, product: null, buyer: null, catalogue: [], now: now() }

    return {
      shop: ofShop.filter(({ fact }) => !(SHOP_HAS[fact]?.(profile) ?? isRead(fact, nothing))),
      products: products
        .map(
          (product): ProductGaps => ({
            id: product.id,
            code: product.code,
            name: product.name,
            missing: ofProducts.filter(
              ({ fact }) => isAskedOf(product, fact, carriers) && !has(product, fact, codes, nothing),
            ),
          }),
        )
        .filter(({ missing }) => missing.length > 0)
        .toSorted((a, b) => weight(b) - weight(a)),
    }
  }
}

const textsOf = ({ body, variants, further }: Phrase): string[] => [
  body,
  ...[...variants, ...further].map((one) => one.body),
]

/** A phrase without markup needs nothing, and most imported ones have none. */
function factsOfGoods(phrase: Phrase): readonly MissingFact[] {
  if (phrase.guard === null && !textsOf(phrase).some((text) => /[{｛]/.test(text))) return []
  return factsNeeded(phrase).filter(({ name, from }) => {
    // 商品 alone is the choice of one. A name the shop has no field for is the agent's to fill, each time.
    if (from === 'product') return name.startsWith('商品.')
    return from === 'shop' && (READ.has(name) || Object.hasOwn(SHOP_HAS, name))
  })
}

function has(product: Product, fact: string, codes: ReadonlySet<string>, facts: Facts): boolean {
  const byRule = Object.hasOwn(HAS, fact) ? HAS[fact] : undefined
  if (byRule) return byRule(product, codes)
  if (READ.has(fact)) return isRead(fact, { ...facts, product })
  return attributesOf(product).has(attributeIn(fact))
}

function attributeIn(fact: string): string {
  return fact.slice('商品.'.length)
}

/** What a product or its SKUs say of themselves: 颜色, 肤质. */
function attributesOf({ attributes, skus }: Product): ReadonlySet<string> {
  return new Set([attributes, ...skus.map((sku) => sku.attributes)].flatMap(Object.keys))
}

function categoriesByAttribute(products: readonly Product[]): ReadonlyMap<string, ReadonlySet<string>> {
  const categories = new Map<string, Set<string>>()
  for (const product of products)
    for (const attribute of attributesOf(product))
      categories.set(attribute, (categories.get(attribute) ?? new Set()).add(product.category))
  return categories
}

/** Shoes have no 肤质: an attribute that some products have is missed only where others of the category have it. */
function isAskedOf(
  { category }: Product,
  fact: string,
  carriers: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  if (Object.hasOwn(HAS, fact) || READ.has(fact)) return true
  return carriers.get(attributeIn(fact))?.has(category) ?? true
}

function isRead(fact: string, facts: Facts): boolean {
  return (READ.get(fact)?.(facts) ?? null) !== null
}

/** A face cream whose variants are scents has no size to advise. Where no variants are known, it may have. */
function comesInSizes({ skus }: Product): boolean {
  return (
    skus.length === 0 ||
    skus.some(({ attributes }) => Object.keys(attributes).some((name) => /码|尺|号|身高/.test(name)))
  )
}

function weight({ missing }: ProductGaps): number {
  return missing.reduce((sum, { phraseCount }) => sum + phraseCount, 0)
}
