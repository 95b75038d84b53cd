import { describe, expect, it } from 'vitest'
import { checkWording, isBlocked } from '../../../shared/compliance/index.ts'

const rulesIn = (text: string) => checkWording(text).map(({ rule }) => rule)

/** The trade's table: what each category catches, and the traps it must leave alone. */
const TABLE = [
  ['superlative', 'warn', '最佳 最优 全网最好的 最低价 最畅销', '最近 最后 最终 最初 最多 最少 最晚 最早 最合适 最好先量脚长'],
  ['rank', 'warn', '全网第一 销量第一 NO.1 TOP1 冠军 领导品牌', '第一次 第一步 第一时间 第一天 第一批 第一个'],
  ['level', 'strong', '国家级 世界级 顶级 极品 至尊', '极限运动'],
  ['unique', 'warn', '唯一 独家 绝无仅有 史无前例', '唯一收货码'],
  ['certainty', 'warn', '100% 绝对 万能 永久 零风险 无副作用', '100%棉 100%羊毛 100%桑蚕丝 绝对值'],
  ['efficacy', 'strong', '根治 治愈 药到病除 立即见效 永不反弹', ''],
  ['off-platform', 'block', '微信 vx 加我 扫码 QQ号 线下付款 支付宝转账', ''],
  ['review-bribery', 'block', '好评返现 五星送红包 晒图送礼 晒图返2元', ''],
  ['promise', 'hint', '保证 一定 肯定 今天发 今天到 指定中通快递', '保证金 一定程度'],
  ['personal-data', 'block', '13800138000 11010519491231002X 杭州市西湖区文三路100号3幢502室', '订单号2089135512345678901 SF1391234567890 773012345678901'],
  ['cold-wording', 'hint', '不行 没有数据 不知道 你错了 不能便宜', '不含酒精 不掉色'],
] as const // biome-ignore format: a table, a row each

const caught = TABLE.flatMap(([rule, level, words]) =>
  words.split(' ').map((word) => ({ rule, level, word })),
)
const traps = TABLE.flatMap(([, , , words]) => words.split(' ').filter(Boolean))

describe('the table of wording rules', () => {
  it.each(caught)('$rule catches $word', ({ rule, level, word }) => {
    expect(checkWording(`亲，${word}`)).toEqual([expect.objectContaining({ rule, level })])
  })

  it.each(traps)('lets %s pass', (word) => {
    expect(rulesIn(`亲，${word}`)).toEqual([])
  })

  it('lets the names of products pass, and nothing beside them', () => {
    const names = ['QQ糖', '极品飞车手柄', '永久自行车铃铛']
    expect(rulesIn('永久自行车铃铛')).toEqual([])
    expect(checkWording('极品飞车手柄送 Q Q 糖', { names })).toEqual([])
    expect(checkWording('极品飞车手柄，极品品质', { names }).map(({ span }) => span)).toEqual([
      { start: 7, end: 9 },
    ])
  })

  it('takes a name for no half of a pair, and joins what stands beside it', () => {
    const names = ['红包袋']
    expect(checkWording('好评里说红包袋很好看', { names })).toEqual([])
    expect(checkWording('好评就送红包，红包袋另算', { names }).map(({ text }) => text)).toEqual([
      '好评就送红包',
    ])
  })

  it('blocks in the team library alone', () => {
    const [contact] = checkWording('加微信')
    const [claim] = checkWording('顶级')
    expect(['team', 'personal', 'starter'].map((source) => isBlocked(contact!, source as 'team'))).toEqual([
      true,
      false,
      false,
    ])
    expect(isBlocked(claim!, 'team')).toBe(false)
  })
})

describe('a word in disguise is the same word', () => {
  it.each([
    ['traditional characters', '好評返紅包', 'review-bribery'],
    ['full-width letters', 'ＶＸ', 'off-platform'],
    ['spaces', '微  信', 'off-platform'],
    ['symbols', '最*佳', 'superlative'],
    ['brackets', '微】【信', 'off-platform'],
    ['emoji', '微🌟信', 'off-platform'],
    ['zero-width characters', '微\u200b\u200d信', 'off-platform'],
    ['mathematical letters', '𝐯𝐱', 'off-platform'],
    ['boxed letters', '🅥🅧', 'off-platform'],
    ['circled digits', '①③⑧⓪⓪①③⑧⓪⓪⓪', 'personal-data'],
    ['marks between all characters', '好。评。返。现', 'review-bribery'],
    ['characters that sound alike', '薇❤', 'off-platform'],
  ])('%s: %s', (_how, text, rule) => {
    expect(checkWording(text)).toEqual([
      expect.objectContaining({ rule, text, span: { start: 0, end: text.length } }),
    ])
  })

  it('but two words of two clauses are not one', () => {
    expect(rulesIn('差别细微，信得过')).toEqual([])
    expect(rulesIn('这么微。信不信由您')).toEqual([])
  })
})
