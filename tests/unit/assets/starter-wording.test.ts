import { describe, expect, it } from 'vitest'
import { fixedWords, phrases, products, shop } from './starter-files.ts'

/** The rules of the trade with what each lets pass: 最近 is no superlative, 第一次 no rank, 保证金 no promise. */
const FORBIDDEN: Readonly<Record<string, RegExp>> = {
  superlative: /最(?!近|后|终|初|多|少|晚|早|合适)/,
  rank: /第一(?!次|步|时间|天|批|个)|NO\.?\s?1|TOP\s?1|冠军|领导品牌/i,
  level: /国家级|世界级|顶级|极品|至尊/,
  unique: /唯一(?!收货码)|独家|绝无仅有|史无前例/,
  certainty: /100%(?!\p{Script=Han})|绝对(?!值)|万能|永久|零风险|无副作用/u,
  efficacy: /根治|治愈|药到病除|立即见效|永不反弹/,
  'off-platform': /微信|vx|加我|扫码|QQ|线下付款|支付宝转账/i,
  'review bribery': /(好评|五星|晒图).*(返现|红包|送)/,
  promise: /保证(?!金)|一定(?!程度)|肯定|今天发|今天到|指定.*快递/,
  'cold wording': /不行|没有数据|不知道|你错了|不能便宜/,
  'mobile number': /(?<!\d)1[3-9]\d{9}(?!\d)/,
  'identity card': /\d{17}[\dX]/i,
  address: /(路|街|弄|巷)\d+号|\d+(栋|单元|室)/,
}

const texts = [
  ...phrases.flatMap(({ code, title, body }) => [
    { at: `${code} title`, text: title },
    { at: `${code} body`, text: fixedWords(body) },
  ]),
  ...products.flatMap((product) => spokenOf(product).map((text) => ({ at: product.code, text }))),
  { at: 'shop', text: [shop.name, shop.petName, shop.dispatchPlace, shop.serviceHours].join(' ') },
]

describe('the starter content', () => {
  it.each(Object.entries(FORBIDDEN))('keeps clear of %s', (_category, pattern) => {
    expect(texts.filter(({ text }) => pattern.test(text))).toEqual([])
  })

  it('opens with what is possible, never with 不 or 没', () => {
    const cold = phrases.filter(({ body }) => /^[不没]/.test(body))
    expect(cold.map(({ code }) => code)).toEqual([])
  })

  it('names no quantity left but by the technique that checks it', () => {
    const unchecked = /(仅剩|只剩|还剩)(?!\{\{ 商品 \| 仅剩|[:： }])/
    expect(phrases.filter(({ body }) => unchecked.test(body)).map(({ code }) => code)).toEqual([])
  })

  it('is punctuated as Chinese is, outside the markup', () => {
    const halfWidth = texts.filter(({ text }) => /[,;!?()]|(?<!\d):|:(?!\d)/.test(text))
    expect(halfWidth).toEqual([])
  })
})

describe('the rules above', () => {
  it('catch what they are there for, and let ordinary words pass', () => {
    const caught = (text: string) =>
      Object.entries(FORBIDDEN).flatMap(([name, pattern]) => (pattern.test(text) ? [name] : []))
    expect(caught('全网最低价，绝对正品')).toEqual(['superlative', 'certainty'])
    expect(caught('加我微信，好评返现')).toEqual(['off-platform', 'review bribery'])
    expect(caught('最近第一次买，最晚后天，100%棉，押了保证金')).toEqual([])
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
