import { describe, expect, it } from 'vitest'
import { PROVINCES } from '../../../shared/model/shop.ts'
import { BUYER_TYPES, DOUBTS, STEPS } from '../../../shared/model/steps.ts'
import { fixedWords, groupPaths, phrases, products, shop, wordings } from './starter-files.ts'

const PHRASE_FIELDS = [
  'group', 'code', 'title', 'body', 'step', 'buyerTypes', 'tags', 'questions', 'guard', 'pinned', 'variants',
] // biome-ignore format: one list, read as one

describe('the starter phrases', () => {
  it('are enough to work with from the first hour', () => {
    expect(phrases.length).toBeGreaterThanOrEqual(220)
    const withoutProduct = phrases.filter(({ body }) => !body.includes('商品'))
    expect(withoutProduct.length).toBeGreaterThanOrEqual(phrases.length / 2)
  })

  it('carry only what a draft has, and stand in a group that the file lists', () => {
    for (const { fields, group, code } of phrases) {
      expect(PHRASE_FIELDS, code ?? '').toEqual(expect.arrayContaining(fields))
      expect(groupPaths).toContain(group.join('/'))
    }
  })

  it('leave no listed group empty', () => {
    const used = new Set(phrases.map(({ group }) => group.join('/')))
    const leaves = groupPaths.filter((path) => !groupPaths.some((other) => other.startsWith(`${path}/`)))
    expect(leaves.filter((path) => !used.has(path))).toEqual([])
  })

  it('are each reached by a short code of their own', () => {
    const codes = phrases.map(({ code }) => code?.toLowerCase() ?? '')
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.filter((code) => !/^[a-z]{2,3}\d{2}$/.test(code))).toEqual([])
  })

  it('serve every step and every kind of buyer', () => {
    for (const step of STEPS)
      expect(phrases.filter((phrase) => phrase.step === step).length, step).toBeGreaterThan(15)
    for (const type of BUYER_TYPES) {
      expect(phrases.filter(({ buyerTypes }) => buyerTypes.includes(type)).length, type).toBeGreaterThan(3)
    }
  })

  it('say what buyers ask, two to five ways, and wear one to four tags', () => {
    for (const { code, questions, tags } of phrases) {
      expect(questions.length, `${code} questions`).toSatisfy((count: number) => count >= 2 && count <= 5)
      expect(tags.length, `${code} tags`).toSatisfy((count: number) => count >= 1 && count <= 4)
      expect(new Set(questions).size).toBe(questions.length)
    }
  })

  it('greet in three lines at most', () => {
    const long = phrases.filter(({ step, body }) => step === 'greet' && body.split('\n').length > 3)
    expect(long.map(({ code }) => code)).toEqual([])
  })

  it('are short enough to be read in a chat', () => {
    const long = wordings.filter(({ body }) => fixedWords(body).length > 100)
    expect(long.map(({ at }) => at)).toEqual([])
  })

  it('say it otherwise to certain buyers, in words of their own', () => {
    const varied = phrases.filter(({ variants }) => variants.length > 0)
    expect(varied.length).toBeGreaterThanOrEqual(15)
    const types = new Set(varied.flatMap(({ variants }) => variants.flatMap(({ buyerTypes }) => buyerTypes)))
    expect(types).toEqual(new Set(BUYER_TYPES))
    for (const { code, body, variants } of varied) {
      const bodies = [body, ...variants.map((variant) => variant.body)]
      const shapes = bodies.map((text) => pairsOf(fixedWords(text)))
      const alike = shapes.some((one, index) =>
        shapes.slice(index + 1).some((other) => likeness(one, other) > 0.6),
      )
      expect(alike, code ?? '').toBe(false)
    }
  })

  it('differ: no title twice, no two bodies alike', () => {
    expect(new Set(phrases.map(({ title }) => title)).size).toBe(phrases.length)
    const shapes = phrases.map(({ code, body }) => ({ code, pairs: pairsOf(fixedWords(body)) }))
    const alike = shapes.flatMap((one, index) =>
      shapes
        .slice(index + 1)
        .flatMap((other) => (likeness(one.pairs, other.pairs) > 0.5 ? [`${one.code}~${other.code}`] : [])),
    )
    expect(alike).toEqual([])
  })

  it('do not all begin with the same word', () => {
    const openings = Object.groupBy(phrases, ({ body }) => body.slice(0, 2))
    const worn = Object.entries(openings).filter(([, group]) => (group?.length ?? 0) > phrases.length / 10)
    expect(worn.map(([opening]) => opening)).toEqual([])
  })
})

describe('the sample products', () => {
  it('are 24 in four categories, six in each', () => {
    const byCategory = Object.groupBy(products, ({ category }) => category)
    expect(Object.values(byCategory).map((group) => group?.length)).toEqual([6, 6, 6, 6])
  })

  it('have codes of their own, and name pairings and substitutes that exist', () => {
    const codes = new Set(products.map(({ code }) => code))
    expect(codes.size).toBe(products.length)
    for (const { code, pairings, substitutes } of products) {
      const named = [...pairings, ...substitutes]
      expect(
        named.filter((other) => other === code || !codes.has(other)),
        code,
      ).toEqual([])
    }
  })

  it('can be stood in for when they are sold out', () => {
    const isSoldOut = ({ skus }: (typeof products)[number]) => skus.every(({ stock }) => stock === 0)
    const soldOut = products.filter(isSoldOut)
    expect(soldOut.length).toBeGreaterThan(0)
    for (const { code, substitutes } of soldOut) {
      const onTheShelf = products.filter((other) => substitutes.includes(other.code) && !isSoldOut(other))
      expect(onTheShelf.length, code).toBeGreaterThan(0)
    }
  })

  it('have SKUs with codes of their own, and the listed price is one that can be paid', () => {
    const skuCodes = products.flatMap(({ skus }) => skus.map((sku) => sku.code))
    expect(new Set(skuCodes).size).toBe(skuCodes.length)
    for (const { code, skus, priceFen } of products) {
      expect(
        skus.map((sku) => sku.priceFen),
        code,
      ).toContain(priceFen)
    }
  })

  it('are scarce here, sold out there and plenty elsewhere, as of the installation', () => {
    const stocks = products.flatMap(({ skus }) => skus.map(({ stock }) => stock ?? -1))
    expect(stocks.filter((stock) => stock >= 1 && stock <= shop.scarceAtMost).length).toBeGreaterThan(10)
    expect(stocks.filter((stock) => stock === 0).length).toBeGreaterThan(10)
    expect(stocks.filter((stock) => stock > 20).length).toBeGreaterThan(30)
    expect(products.filter(({ stockUpdatedAt }) => stockUpdatedAt !== null)).toEqual([])
  })

  it('answer all four families of doubt, and own up to a flaw', () => {
    for (const { code, questions, flaws } of products) {
      expect(new Set(questions.map(({ doubt }) => doubt)), code).toEqual(new Set(DOUBTS))
      expect(flaws.length, code).toBeGreaterThan(0)
    }
  })

  it('have a size chart where they are worn, for every size on the shelf', () => {
    const worn = products.filter(({ category }) => ['女装', '鞋靴'].includes(category))
    for (const { code, skus, sizeChart } of worn) {
      const sizes = new Set(skus.map(({ attributes }) => attributes.尺码))
      expect(new Set(sizeChart?.rows.map(({ size }) => size)), code).toEqual(sizes)
    }
  })

  it('say points that read on in a sentence: no comma inside one', () => {
    const broken = products.flatMap(({ sellingPoints, flaws, materials }) =>
      [...sellingPoints, ...flaws, ...materials].filter((point) => /[，,、。]/.test(point)),
    )
    expect(broken).toEqual([])
  })
})

describe('the sample shop', () => {
  it('ships to every mainland province by three couriers or more, and beyond by 顺丰', () => {
    const mainland = PROVINCES.slice(0, 31)
    expect(
      shop.couriers.filter(({ provinces }) => mainland.every((name) => provinces[name])).length,
    ).toBeGreaterThanOrEqual(3)
    const express = shop.couriers.find(({ name }) => name === '顺丰')
    for (const name of PROVINCES) expect(express?.provinces[name]?.surchargeFen, name).toBeGreaterThan(0)
    expect(shop.couriers.filter(({ isDefault }) => isDefault).length).toBe(1)
  })

  it('has offers that do not run out', () => {
    const offers = [...shop.tiers, ...shop.discounts]
    expect(offers.length).toBeGreaterThanOrEqual(3)
    expect(offers.filter(({ validFrom, validUntil }) => validFrom || validUntil)).toEqual([])
  })
})

function pairsOf(text: string): Set<string> {
  const letters = [...text.replace(/[\p{P}\s]/gu, '')]
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`))
}

/** Shared pairs of characters among all of both. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((pair) => other.has(pair)).length
  return shared / Math.max(1, one.size + other.size - shared)
}
