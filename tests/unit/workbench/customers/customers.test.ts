import { describe, expect, it } from 'vitest'
import { newestFirst, without, withText } from '../../../../renderer/workbench/customers/detail/notes.ts'
import { exportJson, exportText } from '../../../../renderer/workbench/customers/export/export-text.ts'
import { viewOf } from '../../../../renderer/workbench/customers/masking.ts'
import { aboutWords, agoWords, dayWords } from '../../../../renderer/workbench/customers/wording.ts'
import type { CustomerRecord } from '../../../../shared/model/customer.ts'

const DAY = 24 * 60 * 60 * 1_000
/** 2026-11-22, 14:05 in China. */
const NOW = Date.UTC(2026, 10, 22, 6, 5)

const RECORD: CustomerRecord = {
  customer: {
    id: 'fish',
    nickname: '小鱼儿',
    type: 'returning',
    isGift: true,
    recipient: 'elder',
    province: '浙江',
    measures: { heightCm: 165, weightKg: 50.5 },
    notes: [
      { at: NOW - 3 * DAY, text: '脚背高' },
      { at: NOW - DAY, text: '要发票' },
    ],
    createdAt: NOW - 3 * DAY,
    seenAt: NOW,
    deletedOn: NOW + 90 * DAY,
  },
  pastes: [{ at: NOW, phraseTitle: '尺码', text: '建议您选 M 码' }],
  followUps: [
    {
      ...{ id: 'owed', kind: 'unpaid', nickname: '小鱼儿', dueAt: NOW + DAY, note: '要粉色', createdAt: NOW },
      ...{ productId: null, phraseId: null, state: { is: 'open' } },
    },
  ],
}

describe('until somebody asks to see it', () => {
  const { nickname, text } = viewOf('小鱼儿', false)

  it('a nickname is covered, in the texts that were sent too', () => {
    expect(nickname).toBe('小***儿')
    expect(text('小鱼儿您好，给小鱼儿留了一件')).toBe('小***儿您好，给小***儿留了一件')
  })

  it('a telephone number is covered, what serves the sale is read', () => {
    const note = text('脚背高，电话 13812345678')
    expect(note).toContain('脚背高')
    expect(note).not.toContain('13812345678')
  })

  it('a name of one character is not searched for in texts that are full of it', () => {
    expect(viewOf('亲', false).text('亲，您好')).toBe('亲，您好')
  })

  it('and then everything stands there as it is kept', () => {
    const revealed = viewOf('小鱼儿', true)
    expect(revealed.nickname).toBe('小鱼儿')
    expect(revealed.text('小鱼儿 13812345678')).toBe('小鱼儿 13812345678')
  })
})

describe('times', () => {
  it('are told by the calendar in China', () => {
    const lateYesterday = Date.UTC(2026, 10, 21, 15, 59)
    expect(agoWords(NOW - 60_000, NOW)).toBe('今天')
    expect(agoWords(lateYesterday, NOW)).toBe('昨天')
    expect(agoWords(NOW - 12 * DAY, NOW)).toBe('12 天前')
    expect(dayWords(NOW + 90 * DAY, NOW)).toBe('2027年2月20日')
    expect(dayWords(NOW, NOW)).toBe('11月22日')
  })

  it('of a clock that was wrong are no riddle', () => {
    expect(agoWords(NOW + 3 * DAY, NOW)).toBe('今天')
  })
})

describe('notes', () => {
  const { notes } = RECORD.customer

  it('are read newest first, and each is changed in its own place', () => {
    expect(newestFirst(notes).map(({ note, place }) => [note.text, place])).toEqual([
      ['要发票', 1],
      ['脚背高', 0],
    ])
    expect(withText(notes, 0, '脚背很高')).toEqual([{ at: NOW - 3 * DAY, text: '脚背很高' }, notes[1]])
    expect(without(notes, 0)).toEqual([notes[1]])
  })

  it('written in one moment stand in the order of writing, the last first', () => {
    const two = ['先', '后'].map((text) => ({ at: NOW, text }))
    expect(newestFirst(two).map(({ note }) => note.text)).toEqual(['后', '先'])
  })
})

describe('an export', () => {
  it('in words says everything that is kept', () => {
    expect(exportText(RECORD, NOW)).toBe(`客户资料：小鱼儿
导出时间：2026-11-22 14:05
买家类型：老客
省份：浙江
给谁买：送人，长辈
尺码数据：身高 165cm，体重 50.5kg
最早记录：2026-11-19 14:05
最近接待：2026-11-22 14:05
到期删除：2027-02-20 14:05

备注
2026-11-21 14:05  要发票
2026-11-19 14:05  脚背高

发过的话术
2026-11-22 14:05  尺码
建议您选 M 码

跟单
2026-11-23 14:05  催付  要粉色
`)
  })

  it('says where nothing is kept', () => {
    const nobody = { ...RECORD.customer, type: null, province: null, isGift: false, measures: {}, notes: [] }
    const text = exportText({ customer: nobody, pastes: [], followUps: [] }, NOW)
    expect(text).toContain('买家类型：无\n省份：无\n给谁买：自用\n尺码数据：无\n')
    expect(text).toContain('备注\n无\n\n发过的话术\n无\n')
  })

  it('for programs is the record itself', () => {
    expect(JSON.parse(exportJson(RECORD))).toEqual(RECORD)
  })
})

it('the list says of a buyer what changes the wording', () => {
  expect(aboutWords(RECORD.customer)).toBe('老客 · 浙江 · 送人')
})
