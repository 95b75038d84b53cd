import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countsOf, type Filter, groupsOf, VIEWS } from '../../../shared/follow-ups/grouping.ts'
import {
  shiftAfter,
  shiftAt,
  shiftHours,
  spanOfShift,
  USUAL_SHIFTS,
} from '../../../shared/follow-ups/shifts.ts'
import { snoozedUntil } from '../../../shared/follow-ups/snooze.ts'
import { readTime } from '../../../shared/follow-ups/time/read-time.ts'
import { choicesFor } from '../../../shared/follow-ups/time/vague.ts'
import { whenWords } from '../../../shared/follow-ups/time/when-words.ts'
import { type FollowUp, SNOOZES } from '../../../shared/model/follow-up.ts'
import { followUp } from './examples.ts'

/** A moment of China's clock on 22 November 2026, or another day of that month. */
const at = (time: string, date = 22) => Date.parse(`2026-11-${date}T${time}:00+08:00`)
const NOW = at('10:00')
const clock = { now: NOW, shifts: USUAL_SHIFTS }
const ALL: Filter = { kind: null, shift: null }

const titles = (all: FollowUp[], view: (typeof VIEWS)[number], filter = ALL, now = NOW) =>
  groupsOf(all, view, filter, { ...clock, now }).map(({ title, followUps }) => [
    title,
    ...followUps.map(({ nickname }) => nickname),
  ])

const DAY = [
  followUp('晚', at('20:00')),
  followUp('早', at('11:00')),
  followUp('过夜', at('00:30', 23)),
  followUp('逾期', at('09:00')),
  followUp('中', at('13:00')),
  followUp('昨天', at('18:00', 21)),
  followUp('明天', at('08:00', 23)),
  followUp('周五', at('10:00', 27)),
]

describe('the day’s work', () => {
  it('is what is overdue, the oldest first, and then the shifts in their order', () => {
    expect(titles(DAY, 'today')).toEqual([
      ['已到时间', '昨天', '逾期'],
      ['早班 08:00–13:00', '早'],
      ['中班 13:00–18:00', '中'],
      ['晚班 18:00–08:00', '晚', '过夜'],
    ])
  })

  it('after midnight is still that of the day before, for who works then', () => {
    const night = at('00:10', 23)
    expect(titles(DAY, 'today', ALL, night).at(-1)).toEqual(['晚班 18:00–08:00', '过夜'])
    expect(titles(DAY, 'upcoming', ALL, night)).toEqual([
      ['明天', '明天'],
      ['11月27日 周五', '周五'],
    ])
  })

  it('later days stand under their names, what is done under the day on which it was', () => {
    expect(titles(DAY, 'upcoming')).toEqual([
      ['明天', '明天'],
      ['11月27日 周五', '周五'],
    ])
    const done = [
      followUp('先', at('09:00'), { is: 'done', at: at('09:10') }),
      followUp('后', at('09:00'), { is: 'done', at: at('09:30') }),
      followUp('昨', at('09:00', 21), { is: 'done', at: at('09:30', 21) }),
    ]
    expect(titles(done, 'done')).toEqual([
      ['今天', '后', '先'],
      ['昨天', '昨'],
    ])
  })

  it('what was put off stands where it was put off to', () => {
    const putOff = followUp('推迟', at('09:00'), { is: 'snoozed', until: at('14:00') })
    expect(titles([putOff], 'today')).toEqual([['中班 13:00–18:00', '推迟']])
  })

  it('can be seen by kind and by shift, and the counts go along', () => {
    const refund = { ...followUp('退', at('14:00')), kind: 'refund' as const }
    const all = [...DAY, refund]
    expect(titles(all, 'today', { kind: 'refund', shift: null })).toEqual([['中班 13:00–18:00', '退']])
    expect(titles(all, 'today', { kind: null, shift: 'late' })).toEqual([
      ['已到时间', '昨天'],
      ['晚班 18:00–08:00', '晚', '过夜'],
    ])
    expect(countsOf(all, ALL, clock)).toEqual({ today: 7, overdue: 2, upcoming: 2, done: 0 })
    expect(countsOf(all, { kind: 'refund', shift: null }, clock)).toMatchObject({ today: 1, upcoming: 0 })
  })

  it('holds every follow-up once: none is lost between the views', () => {
    const times = fc.integer({ min: -40 * 24 * 60, max: 40 * 24 * 60 })
    const states = fc.constantFrom('open', 'snoozed', 'done')
    fc.assert(
      fc.property(fc.array(fc.tuple(times, states, times), { maxLength: 30 }), (some) => {
        const all = some.map(([minutes, is, other], index) => {
          const moment = NOW + other * 60_000
          const state: FollowUp['state'] =
            is === 'open' ? { is } : is === 'done' ? { is, at: moment } : { is, until: moment }
          return followUp(String(index), NOW + minutes * 60_000, state)
        })
        const inView = (view: (typeof VIEWS)[number]) =>
          groupsOf(all, view, ALL, clock).flatMap(({ followUps }) => followUps.map(({ id }) => id))
        const everywhere = [...inView('today'), ...inView('upcoming'), ...inView('done')]
        expect(everywhere.toSorted()).toEqual(all.map(({ id }) => id).toSorted())
        const counts = countsOf(all, ALL, clock)
        for (const view of VIEWS) expect(counts[view]).toBe(inView(view).length)
      }),
    )
  })
})

describe('shifts', () => {
  const day = fc.integer({ min: Date.parse('2000-01-01'), max: Date.parse('2090-01-01') })

  it('follow each other without a gap, whatever their times', () => {
    const times = fc
      .uniqueArray(fc.integer({ min: 0, max: 1439 }), { minLength: 3, maxLength: 3 })
      .map((minutes) => minutes.toSorted((one, other) => one - other))
      .map(([early = 0, middle = 0, late = 0]) => ({
        early: hhmm(early),
        middle: hhmm(middle),
        late: hhmm(late),
      }))
    fc.assert(
      fc.property(day, times, (now, shifts) => {
        const present = shiftAt(now, shifts)
        const { from, until } = spanOfShift(present, shifts)
        expect(now).toBeGreaterThanOrEqual(from)
        expect(now).toBeLessThan(until)
        expect(spanOfShift(shiftAfter(present, shifts), shifts).from).toBe(until)
      }),
    )
  })

  it('say when they are', () => {
    expect(shiftHours('early', USUAL_SHIFTS)).toBe('08:00–13:00')
    expect(shiftHours('late', USUAL_SHIFTS)).toBe('18:00–08:00')
  })

  const hhmm = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
})

it('putting off counts from now; tomorrow is its morning', () => {
  const words = SNOOZES.map((snooze) => whenWords(snoozedUntil(snooze, NOW), NOW))
  expect(words).toEqual(['今天 10:10', '今天 11:00', '明天 10:00'])
})

it('the times offered for a vague one mean, typed, what they say', () => {
  for (const now of [at('00:10'), NOW, at('21:00'), at('10:00', 27)])
    for (const kind of ['soon', 'some-day', 'some-week'] as const)
      for (const choice of choicesFor(kind, now))
        expect([choice.label, readTime(choice.label, now)]).toEqual([
          choice.label,
          expect.objectContaining({ is: 'time', at: choice.at }),
        ])
})
