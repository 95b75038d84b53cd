import { describe, expect, test } from 'vitest'
import { chinaMoment, spokenDay } from '../../../shared/model/china-time.ts'
import { dayKind, isDispatchDay, isYearAnnounced } from '../../../shared/techniques/calendar.ts'
import { dispatchToday, nextDispatch } from '../../../shared/techniques/cut-off.ts'
import { inChina, MONDAY, shop } from './sample-shop.ts'

const WEEKDAYS = [1, 2, 3, 4, 5]
const weekdayShop = { ...shop, dispatchDays: WEEKDAYS }
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]

describe('截单催付', () => {
  test('within the last hour it counts the minutes, before that it names the time', () => {
    expect(dispatchToday(shop, MONDAY)).toEqual({
      ok: true,
      minutesLeft: 25,
      text: '25 分钟内付款，今天就能发出',
    })
    expect(dispatchToday(shop, inChina('2026-11-23 09:00'))).toMatchObject({
      ok: true,
      text: '今天 16:00 前付款，今天就能发出',
    })
  })

  test('minutes are rounded down: whoever pays within them is in time', () => {
    expect(dispatchToday(shop, inChina('2026-11-23 15:57:59'))).toMatchObject({ ok: true, minutesLeft: 2 })
    expect(dispatchToday(shop, inChina('2026-11-23 15:59:00'))).toMatchObject({ ok: true, minutesLeft: 1 })
    expect(dispatchToday(shop, inChina('2026-11-23 15:59:01'))).toMatchObject({ ok: false })
  })

  test('at the cut-off it is over, and the next day is offered', () => {
    expect(dispatchToday(shop, inChina('2026-11-23 16:00'))).toMatchObject({
      ok: false,
      reason: '今天 16:00 已经截单',
      instead: '现在付款，明天（11月24日 周二）发出',
    })
  })

  test('midnight belongs to the new day', () => {
    expect(dispatchToday(shop, inChina('2026-11-24 00:00'))).toMatchObject({ ok: true, minutesLeft: 960 })
    expect(dispatchToday({ ...shop, cutOff: '00:00' }, inChina('2026-11-24 00:00'))).toMatchObject({
      ok: false,
    })
  })

  test('a Friday evening order leaves on Monday where the shop rests at weekends', () => {
    expect(nextDispatch(weekdayShop, inChina('2026-11-27 17:00'))).toMatchObject({
      day: '2026-11-30',
      spoken: '11月30日（周一）',
    })
    expect(nextDispatch(shop, inChina('2026-11-27 17:00'))).toMatchObject({ day: '2026-11-28' })
  })

  test('over the year’s end the date carries its year', () => {
    expect(nextDispatch(weekdayShop, inChina('2026-12-31 17:00'))?.spoken).toMatch(/^2027年1月\d日/)
  })
})

describe('公众假期与调休', () => {
  test('国庆: nothing leaves from the 1st to the 7th, and the Saturday worked for it is a day of dispatch', () => {
    expect(dayKind('2026-10-01')).toEqual({ kind: 'holiday', name: '国庆节' })
    expect(dispatchToday(shop, inChina('2026-10-03 10:00'))).toMatchObject({
      ok: false,
      reason: '今天是国庆节假期，不发货',
      instead: '现在付款，10月8日（周四）发出',
    })
    expect(dayKind('2026-10-10')).toEqual({ kind: 'shifted-workday', name: '国庆节' })
    expect(isDispatchDay('2026-10-10', WEEKDAYS)).toBe(true)
    expect(isDispatchDay('2026-10-11', WEEKDAYS)).toBe(false)
    expect(isDispatchDay('2026-09-20', WEEKDAYS)).toBe(true)
    expect(isDispatchDay('2026-10-10', [1, 3, 5])).toBe(false)
  })

  test('春节: an order of New Year’s Eve leaves after the holiday', () => {
    expect(nextDispatch(shop, inChina('2026-02-16 10:00'))).toMatchObject({ day: '2026-02-24' })
    expect(isDispatchDay('2026-02-14', WEEKDAYS)).toBe(true)
    expect(isDispatchDay('2026-02-28', WEEKDAYS)).toBe(true)
  })

  test('years not yet announced know the statutory days, and say that the rest is unknown', () => {
    expect(isYearAnnounced('2026-05-01')).toBe(true)
    expect(isYearAnnounced('2031-05-01')).toBe(false)
    const holidays = ['2031-01-01', '2031-01-22', '2031-01-23', '2031-05-01', '2031-10-01', '2031-10-03']
    for (const day of holidays) expect(isDispatchDay(day, EVERY_DAY), day).toBe(false)
    expect(isDispatchDay('2031-10-08', EVERY_DAY)).toBe(true)
    expect(nextDispatch(shop, inChina('2031-09-30 17:00'))).toMatchObject({
      day: '2031-10-04',
      isUncertain: true,
    })
  })
})

describe('the shop’s clock', () => {
  test('is China’s, at every hour of the day', () => {
    expect(chinaMoment(Date.parse('2026-11-22T15:59:59Z'))).toEqual({
      day: '2026-11-22',
      minuteOfDay: 1439,
      time: '23:59',
    })
    expect(chinaMoment(Date.parse('2026-11-22T16:00:00Z'))).toEqual({
      day: '2026-11-23',
      minuteOfDay: 0,
      time: '00:00',
    })
    expect(chinaMoment(Date.parse('2026-12-31T16:00:00Z')).day).toBe('2027-01-01')
  })

  test.each(['America/Los_Angeles', 'UTC', 'Asia/Shanghai', 'Pacific/Kiritimati'])(
    'does not depend on a machine in %s',
    (zone) => {
      const before = process.env.TZ
      process.env.TZ = zone
      try {
        expect(dayKind('2026-10-01')).toEqual({ kind: 'holiday', name: '国庆节' })
        expect(dayKind('2026-10-08')).toEqual({ kind: 'ordinary' })
        expect(dispatchToday(shop, MONDAY)).toMatchObject({ ok: true, minutesLeft: 25 })
        expect(nextDispatch(weekdayShop, inChina('2026-11-28 08:00'))).toMatchObject({ day: '2026-11-30' })
      } finally {
        process.env.TZ = before
      }
    },
  )

  test('days are spoken of as people do', () => {
    expect(spokenDay('2026-11-23', '2026-11-23')).toBe('今天')
    expect(spokenDay('2026-11-25', '2026-11-23')).toBe('后天（11月25日 周三）')
    expect(spokenDay('2027-01-04', '2026-12-30')).toBe('2027年1月4日（周一）')
  })
})
