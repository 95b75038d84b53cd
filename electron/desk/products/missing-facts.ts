import { chinaDay } from '../../../shared/model/china-time.ts'
import type { FactGap, MissingFactsReport, ProductGaps } from '../../../shared/model/missing-facts.ts'
import { type Phrase, validityOn } from '../../../shared/model/phrase.ts'
import type { Product } from '../../../shared/model/product.ts'
import type { MissingFact } from '../../../shared/model/script.ts'
import type { ShopProfile } from '../../../shared/model/shop.ts'
import { type Facts, factsNeeded, KNOWN_NAMES } from '../../../shared/template/index.ts'

interface Sources {
  phrases: { all(): Phrase[] }
  catalogue: { all(): readonly Product[] }
  shop: { profile(): ShopProfile }
}

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

const READ = new Map(KNOWN_NAMES.map(({ name, read }) => [name, read]))

/**
 * Tells which facts the phrases ask for and the shop or a product lacks. What each phrase needs is worked out once and
 * kept; then every product is asked once for each fact, however many phrases want it.
 */
export function createMissingFacts({ phrases, catalogue, shop }: Sources, now: () => number) {
  let needs = new Map<string, readonly MissingFact[]>()

  /** Facts of products and of the shop, each with who asks for it, the most used phrases first. */
  function asked(): FactGap[] {
    const today = chinaDay(now())
    const current = phrases.all().filter((phrase) => validityOn(today, phrase) !== 'expired')
    const known = new Map<string, readonly MissingFact[]>()
    const gaps = new Map<string, FactGap>()
    for (const phrase of current.toSorted((a, b) => b.uses - a.uses)) {
      const script = JSON.stringify([phrase.body, phrase.variants.map(({ body }) => body), phrase.guard])
      const facts = needs.get(script) ?? factsOfGoods(phrase)
      known.set(script, facts)
      for (const { name, label } of facts) {
        const gap = gaps.get(name) ?? { fact: name, label, phraseCount: 0, phrases: [] }
        gap.phraseCount++
        if (gap.phrases.length < PHRASES_NAMED) gap.phrases.push({ id: phrase.id, title: phrase.title })
        gaps.set(name, gap)
      }
    }
    needs = known
    return [...gaps.values()].toSorted((a, b) => b.phraseCount - a.phraseCount)
  }

  return function missingFacts(): MissingFactsReport {
    const profile = shop.profile()
    const products = catalogue.all()
    const codes = new Set(products.map(({ code }) => code))
    const gaps = asked()
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
            missing: ofProducts.filter(({ fact }) => !has(product, fact, codes, nothing)),
          }),
        )
        .filter(({ missing }) => missing.length > 0)
        .toSorted((a, b) => weight(b) - weight(a)),
    }
  }
}

/** A phrase without markup needs nothing, and most imported ones have none. */
function factsOfGoods(phrase: Phrase): readonly MissingFact[] {
  const texts = [phrase.body, ...phrase.variants.map(({ body }) => body)]
  if (phrase.guard === null && !texts.some((text) => /[{｛]/.test(text))) return []
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
  const attribute = fact.slice('商品.'.length)
  return (
    Object.hasOwn(product.attributes, attribute) ||
    product.skus.some((sku) => Object.hasOwn(sku.attributes, attribute))
  )
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
