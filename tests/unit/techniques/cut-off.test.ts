import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { chinaMoment, spokenDay } from '../../../shared/model/china-time.ts'
import { dayKind, isYearAnnounced } from '../../../shared/techniques/delivery/calendar.ts'
import { dispatchToday, nextDispatch } from '../../../shared/techniques/delivery/cut-off.ts'
import { deliveryEstimate } from '../../../shared/techniques/delivery/delivery-estimate.ts'
import { isDispatchDay, whyNoDispatch } from '../../../shared/techniques/delivery/dispatch-days.ts'
import { inChina, MONDAY, shop } from './sample-shop.ts'

const weekdayShop = { ...shop, dispatchDays: [1, 2, 3, 4, 5] }
const thriceWeekly = { ...shop, dispatchDays: [1, 3, 5] }

describe('截单催付', () => {
  test('within the last hour it counts the minutes, before that it names the time', () => {
    expect(dispatchToday(shop, MONDAY)).toEqual({
      ok: true,
      minutesLeft: 25,
      text: '25 分钟内付款，今天就能发出',
      isUncertain: false,
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
    const next = nextDispatch(weekdayShop, inChina('2026-12-31 17:00'))
    expect(next?.spoken).toMatch(/^2027年1月\d日/)
    expect(next?.because).toBe('2027年1月1日元旦不发货')
  })
})

describe('公众假期与调休', () => {
  test('国庆: nothing leaves from the 1st to the 7th, and the Saturday worked for it is a day of dispatch', () => {
    expect(dayKind('2026-10-01')).toEqual({ kind: 'holiday', name: '国庆节' })
    expect(dispatchToday(shop, inChina('2026-10-03 10:00'))).toMatchObject({
      ok: false,
      reason: '今天10月3日国庆节不发货',
      instead: '现在付款，10月8日（周四）发出',
    })
    expect(dayKind('2026-10-10')).toEqual({ kind: 'shifted-workday', name: '国庆节' })
    expect(isDispatchDay('2026-10-10', weekdayShop)).toBe(true)
    expect(isDispatchDay('2026-10-11', weekdayShop)).toBe(false)
    expect(isDispatchDay('2026-09-20', weekdayShop)).toBe(true)
    expect(isDispatchDay('2026-10-10', thriceWeekly)).toBe(false)
  })

  test('春节: an order of New Year’s Eve leaves after the holiday', () => {
    expect(nextDispatch(shop, inChina('2026-02-16 10:00'))).toMatchObject({ day: '2026-02-24' })
    expect(isDispatchDay('2026-02-14', weekdayShop)).toBe(true)
    expect(isDispatchDay('2026-02-28', weekdayShop)).toBe(true)
  })

  test('years not yet announced know the statutory days, and say that the rest is unknown', () => {
    expect(isYearAnnounced('2026-05-01')).toBe(true)
    expect(isYearAnnounced('2031-05-01')).toBe(false)
    const holidays = ['2031-01-01', '2031-01-22', '2031-01-23', '2031-05-01', '2031-10-01', '2031-10-03']
    for (const day of holidays) expect(isDispatchDay(day, shop), day).toBe(false)
    expect(isDispatchDay('2031-10-08', shop)).toBe(true)
    expect(nextDispatch(shop, inChina('2031-09-30 17:00'))).toMatchObject({
      day: '2031-10-04',
      isUncertain: true,
    })
    expect(dispatchToday(shop, inChina('2031-10-08 09:00'))).toMatchObject({ ok: true, isUncertain: true })
  })
})

describe('the shop’s own calendar', () => {
  const own = {
    ...weekdayShop,
    closedDays: [
      { day: '2026-11-23', reason: '年度盘点' },
      { day: '2026-11-24', reason: '' },
    ],
    openDays: ['2026-11-28', '2026-10-02', '2031-10-02', '2026-11-24'],
  }

  test('stands above weekdays and public holidays', () => {
    expect(isDispatchDay('2026-11-28', own)).toBe(true)
    expect(isDispatchDay('2026-10-02', own)).toBe(true)
    expect(isDispatchDay('2026-11-23', own)).toBe(false)
  })

  test('closed wins over open: what is promised least is promised', () => {
    expect(isDispatchDay('2026-11-24', own)).toBe(false)
  })

  test('says why nothing leaves, in words for the buyer', () => {
    expect(whyNoDispatch('2026-10-01', own)).toBe('10月1日国庆节不发货')
    expect(whyNoDispatch('2026-11-23', own)).toBe('11月23日年度盘点不发货')
    expect(whyNoDispatch('2026-11-24', own)).toBe('11月24日店铺休息不发货')
    expect(whyNoDispatch('2026-11-29', own)).toBe('11月29日周日不发货')
    expect(whyNoDispatch('2026-11-25', own)).toBeNull()
    expect(dispatchToday(own, MONDAY)).toMatchObject({
      ok: false,
      reason: '今天11月23日年度盘点不发货',
      instead: '现在付款，后天（11月25日 周三）发出',
    })
  })

  test('settles days of a year that is not announced', () => {
    expect(dispatchToday(own, inChina('2031-10-02 09:00'))).toMatchObject({ ok: true, isUncertain: false })
  })

  test('without any day of dispatch in two months nothing is promised', () => {
    const year = Array.from({ length: 200 }, (_, ahead) => ({
      day: new Date(Date.parse('2026-11-01') + ahead * 86_400_000).toISOString().slice(0, 10),
      reason: '停业',
    }))
    const resting = { ...shop, closedDays: year }
    expect(nextDispatch(resting, MONDAY)).toBeNull()
    expect(dispatchToday(resting, MONDAY)).toMatchObject({ ok: false, instead: null })
    expect(deliveryEstimate(resting, '上海', MONDAY)).toMatchObject({ ok: true, arrival: null })
  })
})

describe('when it arrives', () => {
  const arrival = (now: string, of = shop) => {
    const estimate = deliveryEstimate(of, '上海', inChina(now))
    return estimate.ok ? estimate.arrival : null
  }

  test('counts from the day of dispatch, over the end of a month and of the year', () => {
    expect(arrival('2026-11-23 15:35')).toEqual({
      days: ['2026-11-24', '2026-11-25'],
      text: '11月24日到25日',
      warnings: [],
    })
    expect(arrival('2026-11-28 17:00')).toMatchObject({ text: '11月30日到12月1日' })
    expect(arrival('2026-12-30 09:00')).toMatchObject({
      text: '12月31日到2027年1月1日',
      warnings: ['路上遇到元旦假期，可能比平时晚', '那一年的放假调休还没有公布，日期请再核对'],
    })
  })

  test('an order before 国庆 that leaves in time travels through the holiday, and says so', () => {
    expect(arrival('2026-09-30 09:00')).toEqual({
      days: ['2026-10-01', '2026-10-02'],
      text: '10月1日到2日',
      warnings: ['路上遇到国庆节假期，可能比平时晚'],
    })
    expect(arrival('2026-09-30 17:00')).toMatchObject({ days: ['2026-10-09', '2026-10-10'], warnings: [] })
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

  test('is the same on a machine in any zone', () => {
    const zones = ['Asia/Shanghai', 'UTC', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Kathmandu']
    const reports = zones.map(reportFrom)
    expect(new Set(reports.map(({ offsetMinutes }) => offsetMinutes)).size).toBe(zones.length)
    for (const { said } of reports) expect(said).toEqual(reports[0]?.said)
    expect(JSON.stringify(reports[0]?.said)).toContain('25 分钟内付款')
  })

  test('days are spoken of as people do', () => {
    expect(spokenDay('2026-11-23', '2026-11-23')).toBe('今天')
    expect(spokenDay('2026-11-25', '2026-11-23')).toBe('后天（11月25日 周三）')
    expect(spokenDay('2027-01-04', '2026-12-30')).toBe('2027年1月4日（周一）')
  })
})

/** What a process that believes itself in `zone` says. */
function reportFrom(zone: string): { offsetMinutes: number; said: unknown } {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [fileURLToPath(new URL('zone-report.ts', import.meta.url))],
    { encoding: 'utf8', env: { ...process.env, TZ: zone } },
  )
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}
