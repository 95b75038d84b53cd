import { describe, expect, it } from 'vitest'
import { checkWording } from '../../../shared/compliance/index.ts'
import { fixedWords, phrases, products, shop, wordings } from './starter-files.ts'

const said = [
  ...phrases.map(({ code, title }) => ({ at: `${code} title`, text: title })),
  ...wordings.map(({ at, body }) => ({ at: `${at} body`, text: fixedWords(body) })),
  ...products.flatMap((product) => spokenOf(product).map((text) => ({ at: product.code, text }))),
  { at: 'shop', text: [shop.name, shop.petName, shop.dispatchPlace, shop.serviceHours].join(' ') },
]

describe('the starter content', () => {
  it('keeps the wording rules: nothing but hints', () => {
    const found = said.flatMap(({ at, text }) =>
      checkWording(text)
        .filter(({ level }) => level !== 'hint')
        .map(({ rule, text: words }) => `${at}: ${rule} ${words}`),
    )
    expect(found).toEqual([])
  })

  it('opens with what is possible, never with 不 or 没', () => {
    const cold = wordings.filter(({ body }) => /^[不没]/.test(body))
    expect(cold.map(({ at }) => at)).toEqual([])
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
