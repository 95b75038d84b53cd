import { describe, expect, it } from 'vitest'
import { draftOfRow } from '../../../../../electron/desk/transfer/phrases/draft-of-row.ts'
import { blankRow, type PhraseRow } from '../../../../../electron/desk/transfer/phrases/phrase-row.ts'
import { titleFromBody } from '../../../../../electron/desk/transfer/phrases/title.ts'
import { type Phrase, PhraseDraft } from '../../../../../shared/model/phrase.ts'
import { PHRASE_FIELDS } from '../../../../../shared/model/phrase-transfer.ts'
import { rendering } from '../../../template/sample-facts.ts'

const ALL = new Set(PHRASE_FIELDS)
const AS_NEW = { known: null, clears: false }

const draftOf = (row: Partial<PhraseRow>) => draftOfRow({ ...blankRow(2), ...row }, ALL, AS_NEW)

function draft(row: Partial<PhraseRow>): PhraseDraft {
  const reading = draftOf(row)
  if (!reading.ok) throw new Error(reading.reason)
  return reading.draft
}

describe('what becomes of a row', () => {
  it('gets a title from its text and a step from its group', () => {
    expect(draft({ body: '亲，我们家全场满198减20哦，可以叠加店铺券', group: ['议价'] })).toMatchObject({
      title: '亲，我们家全场满198减20哦',
      step: 'object',
      code: null,
    })
  })

  it.each([
    ['an empty text', { body: '' }, '空的'],
    ['a picture alone', { images: ['a'.repeat(64)] }, '只有图片'],
    ['a code that is too long', { body: '好', code: 'a'.repeat(33) }, '快捷编码最多 32 个字'],
    ['a text that is too long', { body: '长'.repeat(10_001) }, '最多 10000 个字'],
    ['a name there is not', { body: '发到{{ 客户.省分 }}' }, '第 1 行第 6 个字）：没有「客户.省分」'],
    ['a script that does not parse', { body: '价格 {{ 商品.价格 | ' }, '变量写法有误'],
    [
      'dates the wrong way round',
      { body: '好', validFrom: '2026-11-12', validUntil: '2026-11-01' },
      '生效日期晚于失效日期',
    ],
    ['a date that is none', { body: '好', validFrom: '2026-13-40' }, '日期要写成'],
    ['a tag that is a sentence', { body: '好', tags: ['长'.repeat(31)] }, '一个标签最多 30 个字'],
    ['a question that is a page', { body: '好', questions: ['问'.repeat(301)] }, '一句买家问法最多 300 个字'],
    [
      'a text in the place of the group',
      { body: '好', group: Array.from({ length: 300 }, () => '层') },
      '分组有 300 层',
    ],
    ['a group that is a sentence', { body: '好', group: ['长'.repeat(61)] }, '分组名最多 60 个字'],
    ['an unknown step', { body: '好', step: '第八步' }, '没有叫“第八步”的环节'],
    ['an unknown type of buyer', { body: '好', buyerTypes: ['路人'] }, '没有叫“路人”的买家类型'],
    ['a guard that does not parse', { body: '好', guard: '商品.库存 <' }, '使用条件'],
  ])('is refused for %s', (_what, row, words) => {
    expect(draftOf(row)).toMatchObject({ ok: false, reason: expect.stringContaining(words) })
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
  ])('says %s exactly as the other tool did, and that it does', (body) => {
    expect(draftOf({ body })).toMatchObject({ ok: true, remarks: [expect.stringContaining('花括号')] })
    expect(rendering(draft({ body }).body).text).toBe(body)
  })

  it('takes a name in braces for a blank, and what is meant as a script for one', () => {
    for (const body of ['{{姓名}}您好', '{{ 商品.价格 }}元', '满{300}减 50%哦 }'])
      expect(draftOf({ body })).toMatchObject({ ok: true, draft: { body }, remarks: [] })
  })

  it('understands dates as spreadsheets rewrite them', () => {
    expect(draft({ body: '好', validFrom: '2026/11/1', validUntil: '2026年11月11日' })).toMatchObject({
      validFrom: '2026-11-01',
      validUntil: '2026-11-11',
    })
  })

  it('has buyers, steps and pins as people call them', () => {
    expect(draft({ body: '好', step: '告别', buyerTypes: ['老客', 'haggler'], pinned: '是' })).toMatchObject({
      step: 'goodbye',
      buyerTypes: ['returning', 'haggler'],
      pinned: true,
    })
  })
})

describe('a row that changes a phrase', () => {
  const known: Phrase = {
    ...PhraseDraft.parse({
      title: '包邮说明',
      body: '满198包邮\n偏远补运费',
      code: 'by',
      tags: ['物流'],
      variants: [{ buyerTypes: ['haggler'], body: '包邮的' }],
    }),
    ...{ id: 'p1', source: 'personal', groupPath: ['售前'], uses: 7, lastUsedAt: 1 },
    ...{ archivedAt: null, createdAt: 0, updatedAt: 0 },
  }
  const change = (row: Partial<PhraseRow>, clears: boolean, fields = ALL) =>
    draftOfRow({ ...blankRow(2), ...row }, fields, { known, clears })

  it('from another tool says nothing by an empty cell', () => {
    expect(change({ body: '满99包邮' }, false)).toMatchObject({
      draft: {
        title: '包邮说明',
        body: '满99包邮',
        code: 'by',
        tags: ['物流'],
        variants: [{ body: '包邮的' }],
      },
    })
  })

  it('from our own file empties what is empty there, and keeps what no cell says', () => {
    const row = { body: '满99包邮', title: '包邮' }
    expect(change(row, true)).toMatchObject({
      draft: { title: '包邮', code: null, tags: [], variants: [], further: [] },
    })
    expect(change(row, true, ALL.difference(new Set(['variants', 'tags'])))).toMatchObject({
      draft: { code: null, tags: ['物流'], variants: [{ body: '包邮的' }] },
    })
  })

  it('keeps a code that a spreadsheet program read as a number, and says so', () => {
    const long = { ...known, code: '0012' }
    const row = { ...blankRow(2), body: known.body, code: '12' }
    expect(draftOfRow(row, ALL, { known: long, clears: true })).toMatchObject({
      draft: { code: '0012' },
      remarks: ['编码“0012”被表格软件改成了“12”，按原来的留着'],
    })
  })

  it('refuses a wording or message whose script does not read', () => {
    const row = { body: known.body, further: '好的\n---\n{% if %}' }
    expect(change(row, true)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('连发消息里的变量'),
    })
  })

  it('does not change the text for line ends that a spreadsheet wrote otherwise', () => {
    expect(change({ body: '满198包邮\r\n偏远补运费 ', code: 'by' }, true)).toMatchObject({
      draft: { body: known.body },
    })
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
