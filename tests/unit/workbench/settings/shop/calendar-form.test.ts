import { describe, expect, it } from 'vitest'
import {
  calendarProblems,
  daysOf,
  NEW_SPELL,
  type SpellForm,
  spellsOf,
} from '../../../../../renderer/workbench/settings/shop/calendar-form.ts'

const spell = (from: string, until = '', reason = ''): SpellForm => ({ from, until, reason })

describe('the shop’s own calendar', () => {
  it('is written in stretches and kept as days', () => {
    const spells = [spell('2027-02-27', '2027-03-02', '春节'), spell('2026-12-31', '', '盘点')]
    const days = daysOf(spells)
    expect(days).toEqual([
      { day: '2026-12-31', reason: '盘点' },
      { day: '2027-02-27', reason: '春节' },
      { day: '2027-02-28', reason: '春节' },
      { day: '2027-03-01', reason: '春节' },
      { day: '2027-03-02', reason: '春节' },
    ])
    expect(spellsOf(days)).toEqual([spells[1], spells[0]])
  })

  it('parts neighbouring days that have different reasons', () => {
    const days = [
      { day: '2026-12-31', reason: '盘点' },
      { day: '2027-01-01', reason: '元旦' },
    ]
    expect(spellsOf(days)).toHaveLength(2)
  })

  it('counts a day once that stands in two stretches', () => {
    expect(daysOf([spell('2026-12-01', '2026-12-03'), spell('2026-12-02', '2026-12-04')])).toHaveLength(4)
  })

  it('wants a day, in order, and not more of them than half a year', () => {
    expect(
      calendarProblems(
        [NEW_SPELL, spell('2026-12-03', '2026-12-01')],
        [spell('2026-01-01', '2026-12-31')],
      ).map(({ path, message }) => [path.join('.'), message]),
    ).toEqual([
      ['closures.0.from', '请选择日期'],
      ['closures.1.until', '结束日期早于开始日期'],
      ['openings.0.until', '最多 200 天'],
    ])
  })

  it('cannot have the shop closed and open on one day', () => {
    expect(calendarProblems([spell('2026-10-01', '2026-10-03')], [spell('2026-10-03')])).toEqual([
      { path: ['openings', 0, 'from'], message: '这几天也填在休息日里，请去掉一处' },
    ])
  })
})
