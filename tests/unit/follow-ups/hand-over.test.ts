import { readSheet } from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { handOverSheet } from '../../../renderer/workbench/follow-ups/hand-over/save-sheet.ts'
import {
  HAND_OVER_COLUMNS,
  type HandOverOptions,
  handOverCells,
  handOverOf,
  handOverText,
} from '../../../shared/follow-ups/hand-over.ts'
import { USUAL_SHIFTS } from '../../../shared/follow-ups/shifts.ts'
import { followUp } from './examples.ts'

const at = (time: string, date = 22) => Date.parse(`2026-11-${date}T${time}:00+08:00`)

const options: HandOverOptions = {
  ...{ scope: 'next-shift', isMasked: false, now: at('12:30'), shifts: USUAL_SHIFTS },
  productName: (id) => (id === 'cream' ? '面霜' : null),
}

const ALL = [
  followUp('晚上见', at('19:00')),
  { ...followUp('小鱼儿', at('14:00')), productId: 'cream', note: '小鱼儿要粉色，电话 13912345678' },
  followUp('大鱼', at('10:00')),
  followUp('做完的', at('11:00'), { is: 'done', at: at('11:05') }),
  followUp('推迟的', at('09:00'), { is: 'snoozed', until: at('15:00') }),
]

describe('the list that one shift leaves to the next', () => {
  it('holds what is overdue and what the next shift will meet, in time’s order', () => {
    const { title, rows } = handOverOf(ALL, options)
    expect(title).toBe('跟单交接 11月22日 周日 12:30 早班 → 中班')
    expect(rows.map(({ nickname, when, isOverdue }) => [nickname, when, isOverdue])).toEqual([
      ['大鱼', '11月22日 周日 10:00', true],
      ['小鱼儿', '11月22日 周日 14:00', false],
      ['推迟的', '11月22日 周日 15:00', false],
    ])
    expect(handOverOf(ALL, { ...options, scope: 'all' }).rows).toHaveLength(4)
  })

  it('names buyers so that they can be found, and never their telephones', () => {
    const text = handOverText(handOverOf(ALL, options))
    expect(text).toBe(`跟单交接 11月22日 周日 12:30 早班 → 中班，共 3 条

【已到时间】1 条
□ 11月22日 周日 10:00 催付 大鱼

【接下来】2 条
□ 11月22日 周日 14:00 催付 小鱼儿：面霜，小鱼儿要粉色，电话 139*****678
□ 11月22日 周日 15:00 催付 推迟的
`)
  })

  it('covers the names where it leaves the room, in the notes, too', () => {
    const text = handOverText(handOverOf(ALL, { ...options, isMasked: true }))
    expect(text).toContain('小***儿：面霜，小***儿要粉色')
    expect(text).not.toContain('小鱼儿')
  })
})

describe('its sheet', () => {
  const hostile = ['=HYPERLINK("http://x","y")', '+1', '-1', '@SUM(A1)', '\t=1', ' 好']
  const handOver = handOverOf(
    hostile.map((nickname, index) => ({ ...followUp(nickname, at('14:00') + index), note: `=${index}` })),
    options,
  )

  it('runs nothing that a buyer’s name says', () => {
    const cells = handOverCells(handOver).flat()
    expect(cells).toContain(`'=HYPERLINK("http://x","y")`)
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
  })

  it('is a workbook with a row for each, as text', async () => {
    const blob = await handOverSheet(handOverOf(ALL, options), '跟单交接')
    const rows = await readSheet(Buffer.from(await blob.arrayBuffer()))
    expect(rows[0]).toEqual([...HAND_OVER_COLUMNS])
    expect(rows[2]).toEqual([
      ...[null, '11月22日 周日 14:00', '催付', '小鱼儿', '面霜'],
      ...['小鱼儿要粉色，电话 139*****678', null],
    ])
    expect(rows).toHaveLength(4)
  })
})
