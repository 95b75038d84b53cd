import { describe, expect, it } from 'vitest'
import { checkScriptWording, greetingAdvice, warmerOpening } from '../../../shared/compliance/index.ts'
import { fixedWords, phrases, products, shop, wordings } from './starter-files.ts'

const plain = [
  ...phrases.map(({ code, title }) => ({ at: `${code} title`, text: title })),
  ...products.flatMap((product) => spokenOf(product).map((text) => ({ at: product.code, text }))),
  { at: 'shop', text: [shop.name, shop.petName, shop.dispatchPlace, shop.serviceHours].join(' ') },
]
const said = [...plain, ...wordings.map(({ at, body }) => ({ at: `${at} body`, text: fixedWords(body) }))]

describe('the starter content', () => {
  it('keeps the wording rules: nothing but hints', () => {
    const scripts = [...plain, ...wordings.map(({ at, body }) => ({ at, text: body }))]
    const found = scripts.flatMap(({ at, text }) =>
      checkScriptWording(text)
        .filter(({ level }) => level !== 'hint')
        .map(({ rule, text: words }) => `${at}: ${rule} ${words}`),
    )
    expect(found).toEqual([])
  })

  it('opens with what is possible, never with 不 or 没', () => {
    const cold = wordings.filter(({ body }) => /^[不没]/.test(body) || warmerOpening(body) !== null)
    expect(cold.map(({ at }) => at)).toEqual([])
  })

  it('greets in three lines at most', () => {
    const long = phrases.filter(({ body, variants, step }) =>
      [body, ...variants.map((variant) => variant.body)].some((text) => greetingAdvice(text, step) !== null),
    )
    expect(long.map(({ code }) => code)).toEqual([])
  })

  it('names no quantity left but by the technique that checks it', () => {
    const unchecked = /(仅剩|只剩|还剩)(?!\{\{ 商品 \| 仅剩|[:： }])/
    expect(wordings.filter(({ body }) => unchecked.test(body)).map(({ at }) => at)).toEqual([])
  })

  it('is punctuated as Chinese is, outside the markup', () => {
    const halfWidth = said.filter(({ text }) => /[,;!?()]|(?<!\d):|:(?!\d)/.test(text))
    expect(halfWidth).toEqual([])
  })
})

function spokenOf(product: (typeof products)[number]): string[] {
  const {
    name,
    shortName,
    sellingPoints,
    materials,
    certificates,
    flaws,
    gift,
    warranty,
    questions,
    sizeChart,
  } = product
  return [
    name, shortName ?? '', gift ?? '', warranty ?? '', sizeChart?.note ?? '', ...sellingPoints, ...materials, ...certificates, ...flaws,
    ...questions.flatMap(({ question, answer }) => [question, answer]),
  ] // biome-ignore format: one list, read as one
}
