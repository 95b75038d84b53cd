import { describe, expect, it } from 'vitest'
import { bodyHash } from '../../../../electron/desk/phrases/phrase-book.ts'
import { readPhraseCsv } from '../../../../electron/desk/transfer/phrase-csv.ts'
import { planPhrases, type Taken, titleFromBody } from '../../../../electron/desk/transfer/phrase-plan.ts'
import { rendering } from '../../template/sample-facts.ts'

const NOTHING_TAKEN: Taken = { titleByCode: new Map(), titleByBodyHash: new Map() }

function plan(csv: string, taken = NOTHING_TAKEN) {
  const table = readPhraseCsv(csv)
  if (!table.ok) throw new Error(table.reason)
  return planPhrases(table.rows, taken)
}

describe('what becomes of each row', () => {
  it('gets a title from its text and a step from its group', () => {
    const { additions } = plan('快捷短语,快捷短语分组\n亲，我们家全场满198减20哦，可以叠加店铺券,议价\n')
    expect(additions[0]).toMatchObject({
      group: ['议价'],
      draft: { title: '亲，我们家全场满198减20哦', step: 'object', code: null },
    })
  })

  it('is a duplicate when its text or its code stands in an earlier row, case and outer blanks apart', () => {
    const { additions, duplicates } = plan('快捷短语编码,快捷短语\nBY1,包邮的\nby1,别的\nx2, 包邮的 \n')
    expect(additions).toHaveLength(1)
    expect(duplicates).toEqual([
      { row: 3, excerpt: '别的', reason: '编码“by1”与第 2 行相同' },
      { row: 4, excerpt: '包邮的', reason: '内容与第 2 行相同' },
    ])
  })

  it('is a duplicate when the library has its code', () => {
    const { duplicates } = plan('快捷短语编码,快捷短语\nBY1,新的\n', {
      ...NOTHING_TAKEN,
      titleByCode: new Map([['by1', '包邮说明']]),
    })
    expect(duplicates[0]?.reason).toBe('编码“BY1”与库里的《包邮说明》相同')
  })

  it.each([
    ['an empty text', '快捷短语编码,快捷短语\na1,\n', '空的'],
    ['a code that is too long', `快捷短语编码,快捷短语\n${'a'.repeat(33)},好\n`, '快捷编码最多 32 个字'],
    ['a text that is too long', `快捷短语\n${'长'.repeat(10_001)}\n`, '最多 10000 个字'],
    ['a name there is not', '快捷短语\n发到{{ 客户.省分 }}\n', '第 1 行第 6 个字）：没有「客户.省分」'],
    ['a script that does not parse', '快捷短语\n价格 {{ 商品.价格 | \n', '变量写法有误'],
    [
      'dates the wrong way round',
      '快捷短语,生效日期,失效日期\n好,2026-11-12,2026-11-01\n',
      '生效日期晚于失效日期',
    ],
    ['a date that is none', '快捷短语,生效日期\n好,2026-13-40\n', '日期要写成'],
    ['a tag that is a sentence', `快捷短语,标签\n好,${'长'.repeat(31)}\n`, '一个标签最多 30 个字'],
    ['a question that is a page', `快捷短语,买家问法\n好,${'问'.repeat(301)}\n`, '一句买家问法最多 300 个字'],
    ['a text in the place of the group', `快捷短语,快捷短语分组\n好,${'层/'.repeat(300)}\n`, '分组有 300 层'],
    ['an unknown step', '快捷短语,步骤\n好,第八步\n', '没有叫“第八步”的步骤'],
  ])('is refused with its number for %s', (_what, csv, words) => {
    const { additions, refused } = plan(csv)
    expect(additions).toEqual([])
    expect(refused).toEqual([expect.objectContaining({ row: 2, reason: expect.stringContaining(words) })])
  })

  it.each([
    '{%50%}优惠',
    '好的{{^_^}}',
    '{{亲}',
    '【{{】{%',
    '打{{5}}折',
    '{{在吗?}}',
    '{% 满减 %}',
    '{{{(>_<)}}}',
  ])('says %s exactly as the other tool did, and that it does', (text) => {
    const file = `快捷短语\n${text}\n`
    const { additions, refused, notes } = plan(file)
    expect({ refused, notes }).toMatchObject({ refused: [], notes: [{ row: 2 }] })
    const body = additions[0]?.draft.body ?? ''
    expect(rendering(body).text).toBe(text)
    expect(
      plan(file, { ...NOTHING_TAKEN, titleByBodyHash: new Map([[bodyHash(body), '同一条']]) }).duplicates,
    ).toMatchObject([{ row: 2 }])
  })

  it('takes a name in braces for a blank, and what is meant as a script for one', () => {
    const { additions, notes } = plan('快捷短语\n{{姓名}}您好\n{{ 商品.价格 }}元\n')
    expect(notes).toEqual([])
    expect(additions.map(({ draft }) => draft.body)).toEqual(['{{姓名}}您好', '{{ 商品.价格 }}元'])
  })

  it('keeps single braces and per cent signs as the text they are', () => {
    const { additions, refused } = plan('快捷短语\n满{300}减 50%哦 }\n')
    expect(refused).toEqual([])
    expect(additions[0]?.draft.body).toBe('满{300}减 50%哦 }')
  })

  it('understands dates as spreadsheets rewrite them', () => {
    const { additions } = plan('快捷短语,生效日期,失效日期\n好,2026/11/1,2026年11月11日\n')
    expect(additions[0]?.draft).toMatchObject({ validFrom: '2026-11-01', validUntil: '2026-11-11' })
  })
})

describe('a title made from a text', () => {
  it.each([
    ['亲，在的哦，请问有什么可以帮您', '亲，在的哦，请问有什么可以帮您'],
    ['您好😊欢迎光临小店！有什么需要随时说', '您好欢迎光临小店'],
    ['这款{{ 商品.名称 }}现在{{ 商品.价格 | 元 }}元', '这款名称现在价格元'],
    ['👍', '👍'],
  ])('%s → %s', (body, title) => {
    expect(titleFromBody(body)).toBe(title)
  })
})
