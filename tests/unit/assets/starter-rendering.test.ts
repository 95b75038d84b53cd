import { describe, expect, it } from 'vitest'
import { checkWording } from '../../../shared/compliance/index.ts'
import type { Product } from '../../../shared/model/product.ts'
import { BUYER_TYPES, type BuyerType, STEPS } from '../../../shared/model/steps.ts'
import { phrases } from './starter-files.ts'
import { catalogue, renderedAt, scriptOf } from './starter-moments.ts'

const BUYERS = [null, ...BUYER_TYPES] as const
const IN_QUESTION: readonly (Product | null)[] = [null, ...catalogue]
type StarterPhrase = (typeof phrases)[number]

/** The wording a buyer of this type is answered in. */
function wordingFor({ body, variants }: StarterPhrase, type: BuyerType | null): string {
  return variants.find(({ buyerTypes }) => type !== null && buyerTypes.includes(type))?.body ?? body
}

/**
 * What comes of a phrase for every buyer and product: where, and the text or why there is none. A wording that does not
 * ask for the buyer's type is the same for all types it is for, and rendered for the first of them.
 */
function* renderingsOf(phrase: StarterPhrase) {
  const bodies = new Set<string>()
  for (const type of BUYERS) {
    const body = wordingFor(phrase, type)
    if (bodies.has(body) && !body.includes('客户.类型')) continue
    bodies.add(body)
    const script = scriptOf(body)
    for (const product of IN_QUESTION)
      yield {
        at: `${phrase.code} ${type} ${product?.code}`,
        product,
        ...renderedAt(script, { product, type }),
      }
  }
}

describe.each(STEPS)('every starter phrase of %s, for every product and kind of buyer', (step) => {
  const ofStep = phrases.filter((phrase) => phrase.step === step)

  it('is a text, or a reason why not, or asks for the product', () => {
    const said = new Map<string, string>()
    for (const phrase of ofStep) {
      for (const { at, product, text, missing, refusals } of renderingsOf(phrase)) {
        if (text !== null) {
          said.set(text, at)
          continue
        }
        const reasons = refusals.map(({ reason }) => reason)
        const asked = missing.map(({ name }) => name)
        expect([...reasons, ...asked].length, at).toBeGreaterThan(0)
        for (const reason of reasons) expect(reason, at).toMatch(/[一-龥]/)
        if (product !== null) expect(asked, at).toEqual([])
        else if (reasons.length === 0) expect(asked, at).toContain('商品')
      }
    }
    const names = catalogue.flatMap(({ name, shortName }) => [name, shortName ?? name])
    const findings = [...said].flatMap(([text, at]) =>
      checkWording(text, { names })
        .filter(({ level }) => level !== 'hint')
        .map(({ rule, text: words }) => `${at}: ${rule} ${words}`),
    )
    expect(findings).toEqual([])
    for (const [text, at] of said) {
      expect(text.trim(), at).not.toBe('')
      expect(text, at).not.toMatch(/undefined|null|NaN|\{\{|\{%|【/)
    }
  }, 60_000)
})
