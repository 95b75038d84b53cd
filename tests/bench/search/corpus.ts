import { readFileSync } from 'node:fs'
import { Random } from './random.ts'

/** A phrase as `--eval` files hold it. */
export interface BenchPhrase {
  id: string
  title: string
  body: string
  tags: string[]
  /** Groups from the outermost, joined by `/`. */
  category: string
  code: string | null
  /** Example questions. */
  triggers: string[]
  uses: number
}

/** What the label of a query may refer to; engines never see it. */
export interface Labelled extends BenchPhrase {
  intent: number
  product: string
  /** The same for phrases whose titles say the same of the same product, in whatever style. */
  sense: string
}

export interface Intent {
  titles: string[]
  tags: string[]
  bodies: string[]
  questions: string[]
  /** What buyers write: the first is asked of the set to tune on, the second of the test set. */
  messages: string[]
  /** More of what they write, likewise by set. */
  paraphrases: readonly [string[], string[]]
}

const linesOf = (file: string) =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))

const cellsOf = (line: string) => line.split('|').map((cell) => cell.trim().split('/').filter(Boolean))

const PARAPHRASES = linesOf('./messages.txt').map(cellsOf)

export const INTENTS: readonly Intent[] = linesOf('./intents.txt').map((line, number) => {
  const [titles = [], tags = [], bodies = [], questions = [], messages = []] = cellsOf(line)
  const [, dev = [], test = []] = PARAPHRASES[number] ?? []
  return { titles, tags: (tags[0] ?? '').split(','), bodies, questions, messages, paraphrases: [dev, test] }
})

export const GOODS: readonly { category: string; products: string[] }[] = linesOf('./goods.txt').map(
  (line) => {
    const [category = '', products = ''] = line.split(': ')
    return { category, products: products.split(',') }
  },
)

const SLOTS: Record<string, readonly string[]> = {
  k: ['顺丰', '中通', '圆通', '韵达', '申通', '极兔', '京东', '邮政', '德邦'],
  c: [
    '上海',
    '北京',
    '广州',
    '成都',
    '杭州',
    '重庆',
    '哈尔滨',
    '乌鲁木齐',
    '西安',
    '厦门',
    '长沙',
    '昆明',
    '沈阳',
    '东莞',
  ],
  n: ['2', '3', '5', '6', '8', '10', '15', '20', '30', '50'],
  m: ['99', '199', '298', '39', '59', '88', '520', '1280'],
  z: ['S', 'M', 'L', 'XL', '38', '42', '均'],
  o: ['黑色', '白色', '粉色', '墨绿', '米色', '藏青', '酒红', '浅灰', '香芋紫'],
  g: ['小样', '帆布袋', '收纳盒', '袜子', '钥匙扣', '杯垫', '贴纸', '试用装'],
}

const OPENINGS = ['', '', '亲,', '您好,', '亲亲,', '在的哦,', '小主,', '嗯嗯,', '宝子,']
const CLOSINGS = [
  '',
  '',
  '有别的问题随时找我哦',
  '请您放心选购',
  '祝您购物愉快',
  '给您带来的不便敬请谅解',
  '这边随时为您服务',
  '记得收藏店铺哈',
  '您看这样可以吗',
]

export function fill(template: string, product: string, random: Random): string {
  return template.replace(/\{(\w)\}/g, (_, slot: string) =>
    slot === 'p' ? product : random.pick(SLOTS[slot] ?? ['']),
  )
}

const TITLE_STYLES: readonly ((title: string, product: string, category: string) => string)[] = [
  (title, product) => `${product}-${title}`,
  (title, product) => `${product} ${title}`,
  (title, product) => `${title}(${product})`,
  (title, product, category) => `【${category}】${product}${title}`,
  (title, product) => `${title}·${product}`,
]

/** `count` phrases with distinct titles, over all intents and products. */
export function makeCorpus(seed: number, count: number): Labelled[] {
  const random = new Random(seed)
  const seen = new Set<string>()
  const phrases: Labelled[] = []
  while (phrases.length < count) {
    const intent = random.between(0, INTENTS.length - 1)
    const { titles, tags, bodies, questions } = INTENTS[intent] as Intent
    const { category, products } = random.pick(GOODS)
    const product = random.pick(products)
    const template = random.pick(titles)
    let title = fill(template, product, random)
    const sense = `${product}/${title}`
    if (!template.includes('{p}') && !random.chance(0.01))
      title = random.pick(TITLE_STYLES)(title, product, category)
    if (seen.has(title)) {
      if (random.chance(0.7)) continue
      title = `${title}${random.between(2, 99)}`
      if (seen.has(title)) continue
    }
    seen.add(title)
    const body = [random.pick(OPENINGS), fill(random.pick(bodies), product, random)]
    if (random.chance(0.3)) body.push(',', fill(random.pick(bodies), product, random))
    const closing = random.pick(CLOSINGS)
    if (closing) body.push(',', closing)
    const number = phrases.length
    phrases.push({
      id: `p${number}`,
      title,
      body: body.join(''),
      tags: random.chance(0.2) ? [...tags, category] : tags,
      category: `${category}/${tags[0]}`,
      code: random.chance(0.3)
        ? `${'abcdefghjkmnpqrstwxyz'[number % 21]}${'abcdefghjkmnpqrstwxyz'[(number * 7) % 19]}${number}`
        : null,
      triggers: questions.filter(() => random.chance(0.7)).map((question) => fill(question, product, random)),
      uses: Math.floor(random.next() ** 6 * 400),
      intent,
      product,
      sense,
    })
  }
  return phrases
}
