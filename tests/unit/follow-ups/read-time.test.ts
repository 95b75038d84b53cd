import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTime, readWholeTime } from '../../../shared/follow-ups/time/read-time.ts'
import { whenWords } from '../../../shared/follow-ups/time/when-words.ts'
import { addDays, chinaDay, chinaMoment, chinaTime, weekdayOf } from '../../../shared/model/china-time.ts'

/** A Sunday. */
const NOW = Date.parse('2026-11-22T14:20:30+08:00')

function read(text: string, now = NOW): string {
  const reading = readTime(text, now)
  return reading.is === 'time' ? whenWords(reading.at, now) : reading.is
}

describe('a time as agents type it', () => {
  it.each([
    ['明天上午10点', '明天 10:00'],
    ['2小时后', '今天 16:20'],
    ['2小时', '今天 16:20'],
    ['今晚8点', '今天 20:00'],
    ['后天下午三点半', '后天 15:30'],
    ['下周一10:30', '明天 10:30'],
    ['11月25号', '11月25日 周三 10:00'],
    ['十二月一号下午两点二十', '12月1日 周二 14:20'],
    ['半小时后', '今天 14:50'],
    ['30分钟后', '今天 14:50'],
    ['两个半小时后', '今天 16:50'],
    ['一刻钟后', '今天 14:35'],
    ['一百二十分钟后', '今天 16:20'],
    ['月底', '11月30日 周一 10:00'],
    ['下个月5号', '12月5日 周六 10:00'],
    ['周五', '11月27日 周五 10:00'],
    ['礼拜三下午4点', '11月25日 周三 16:00'],
    ['下下周三', '12月2日 周三 10:00'],
    ['3天后', '11月25日 周三 10:00'],
    ['两周后', '12月6日 周日 10:00'],
    ['1个月后', '12月22日 周二 10:00'],
    ['明早', '明天 09:00'],
    ['明晚十点一刻', '明天 22:15'],
    ['今晚12点', '明天 00:00'],
    ['凌晨1点', '明天 01:00'],
    ['双12', '12月12日 周六 10:00'],
    ['2027-01-05 9:00', '2027年1月5日 周二 09:00'],
    ['11/25 15:00', '11月25日 周三 15:00'],
    ['3pm', '今天 15:00'],
  ])('%s is %s', (text, expected) => expect(read(text)).toBe(expected))

  it.each([
    ['２小时后', '2小时后'],
    ['明天　８：３０', '明天 8:30'],
    ['兩個半小時後', '两个半小时后'],
    ['後天下午三點半', '后天下午三点半'],
    ['下週一上午十點', '下周一上午10点'],
    ['禮拜三', '礼拜三'],
  ])('%s means what %s means', (one, other) => {
    expect(readTime(one, NOW)).toMatchObject({ is: 'time' })
    expect(read(one)).toBe(read(other))
  })

  it.each([
    ['10点', '今天 22:00', '2026-11-22T14:20:00+08:00'],
    ['10点', '今天 10:00', '2026-11-22T09:00:00+08:00'],
    ['10点', '明天 10:00', '2026-11-22T22:30:00+08:00'],
    ['3点', '今天 15:00', '2026-11-22T09:00:00+08:00'],
    ['上午10点', '明天 10:00', '2026-11-22T14:20:00+08:00'],
    ['25号', '12月25日 周五 10:00', '2026-11-25T14:20:00+08:00'],
    ['周日', '11月29日 周日 10:00', '2026-11-22T14:20:00+08:00'],
    ['2月29号', '2028年2月29日 周二 10:00', '2027-12-01T10:00:00+08:00'],
    ['1月5号', '2027年1月5日 周二 10:00', '2026-11-22T14:20:00+08:00'],
  ])('%s is the next one that comes: %s', (text, expected, now) =>
    expect(read(text, Date.parse(now))).toBe(expected),
  )

  it('stands anywhere in a sentence, and says where', () => {
    const line = '小鱼儿 明天10点 要粉色'
    const reading = readTime(line, NOW)
    expect(reading).toMatchObject({ is: 'time' })
    if (reading.is !== 'none') expect(line.slice(reading.span.start, reading.span.end)).toBe('明天10点')
  })

  it.each(['便宜一点', '48小时发货', '口红5号色', '3-5天', '165-170', '11.25元', '要粉色 M 码', ''])(
    'is not in “%s”',
    (text) => expect(readTime(text, NOW)).toEqual({ is: 'none' }),
  )
})

describe('what cannot be reminded of', () => {
  it.each([
    ['昨天', /昨天 10:00 已经过去了/],
    ['本周五', /11月20日 周五 10:00 已经过去了/],
    ['今天9点半', /今天 21:30 已经过去了/],
    ['11月20号', /已经过去了/],
    ['2020-01-01', /已经过去了/],
    ['2月30号', /日历上没有这一天/],
    ['25点', /钟上没有这个时间/],
    ['明天9点75分', /钟上没有这个时间/],
    ['999天后', /太远了/],
    ['0分钟后', /没看懂/],
  ])('%s is refused in words', (text, words) => {
    const late = Date.parse('2026-11-22T23:20:00+08:00')
    const reading = readTime(text, late)
    expect(reading).toMatchObject({ is: 'refused' })
    expect(reading.is === 'refused' && reading.message).toMatch(words)
  })

  it.each(['晚点', '晚一点', '稍后', '待会儿', '过两天', '改天', '下周', '下个月', '今天', '尽快'])(
    '%s is answered by a question with times to choose from',
    (text) => {
      const reading = readTime(text, NOW)
      expect(reading).toMatchObject({ is: 'vague' })
      if (reading.is !== 'vague') return
      expect(reading.question).toMatch(/？$/)
      expect(reading.choices.length).toBeGreaterThan(1)
      for (const { at } of reading.choices) expect(at).toBeGreaterThan(NOW)
    },
  )

  it('a field that asks for a time says what it could not read', () => {
    expect(readWholeTime('随便', NOW)).toMatchObject({
      is: 'refused',
      message: expect.stringContaining('没看懂'),
    })
  })
})

// From 2000 to 2090: no summer time was in force in China, whose clock the program keeps by itself.
const moments = fc.integer({ min: Date.parse('2000-01-01'), max: Date.parse('2090-01-01') })
const NUMERALS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** Up to 99, in Chinese. */
function inChinese(number: number): string {
  if (number <= 10) return NUMERALS[number] ?? ''
  const tens = Math.floor(number / 10)
  return `${tens === 1 ? '' : NUMERALS[tens]}十${number % 10 === 0 ? '' : NUMERALS[number % 10]}`
}

const fullWidth = (text: string) =>
  text.replace(/[0-9:]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))

describe('whatever the day', () => {
  it('what is read is still to come, and stands in the text', () => {
    const pieces = fc.constantFrom(
      ...['明天', '后天', '周五', '下周一', '今晚', '上午', '下午', '10点', '三点半', '8:30', '月底', '25号'],
      ...['2小时后', '半', '晚点', '11月', '号', ' ', '，', '２', '後', 'pm', '一点', '催付'],
    )
    const texts = fc.oneof(
      fc.array(pieces, { maxLength: 6 }).map((some) => some.join('')),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(texts, moments, (text, now) => {
        const reading = readTime(text, now)
        if (reading.is === 'none') return
        const { start, end } = reading.span
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(text.length)
        if (reading.is === 'time') expect(reading.at).toBeGreaterThan(now)
        if (reading.is === 'vague') expect(reading.choices.every(({ at }) => at > now)).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })

  it('a day of the calendar and a time of day give that very moment, in every way of writing', () => {
    fc.assert(
      fc.property(
        moments,
        fc.integer({ min: 1, max: 150 }),
        fc.integer({ min: 13, max: 23 }),
        fc.integer({ min: 1, max: 59 }),
        (now, days, hour, minute) => {
          const day = addDays(chinaDay(now), days)
          const [, month = 0, date = 0] = day.split('-').map(Number)
          const minutes = String(minute).padStart(2, '0')
          const expected = chinaTime(day, hour * 60 + minute)
          for (const text of [
            `${month}月${date}号${hour}:${minutes}`,
            `${month}月${date}日下午${hour - 12}点${minute}分`,
            `${inChinese(month)}月${inChinese(date)}号${inChinese(hour)}点${inChinese(minute)}分`,
            `${day} ${hour}:${minutes}`,
            `${month}/${date} ${hour}点${minute}`,
            fullWidth(`${month}月${date}号${hour}:${minutes}`),
            `${inChinese(days > 99 ? 1 : days)}天后${hour}:${minutes}`,
          ]) {
            const at =
              text.includes('天后') && days > 99
                ? chinaTime(addDays(chinaDay(now), 1), hour * 60 + minute)
                : expected
            // Half past four in the night after is 下午4点 of nobody.
            expect([text, readTime(text, now)]).toEqual([text, expect.objectContaining({ is: 'time', at })])
          }
        },
      ),
    )
  })

  it('a duration is counted from now, to the minute', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 99 }), (now, count) => {
        const inMinutes = (text: string) => {
          const reading = readTime(text, now)
          return reading.is === 'time'
            ? Math.round((reading.at - Math.floor(now / 60_000) * 60_000) / 60_000)
            : reading
        }
        expect(inMinutes(`${count}分钟后`)).toBe(count)
        expect(inMinutes(`${inChinese(count)}分钟后`)).toBe(count)
        expect(inMinutes(`${count}小时后`)).toBe(count * 60)
        expect(inMinutes(`${count}个半小时后`)).toBe(count * 60 + 30)
        expect(inMinutes(fullWidth(`${count}個小時後`))).toBe(count * 60)
      }),
    )
  })

  it('a weekday is within the next seven days, that of the next week after its Monday', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 7 }), (now, weekday) => {
        const name = '一二三四五六日'.charAt(weekday - 1)
        const next = readTime(`周${name}`, now)
        const ofNextWeek = readTime(`下周${name}`, now)
        if (next.is !== 'time' || ofNextWeek.is !== 'time') throw new Error('not read')
        expect(weekdayOf(chinaDay(next.at))).toBe(weekday)
        expect(next.at - now).toBeLessThanOrEqual(7 * 86_400_000)
        const monday = addDays(chinaDay(now), 8 - weekdayOf(chinaDay(now)))
        expect(chinaMoment(ofNextWeek.at)).toMatchObject({ day: addDays(monday, weekday - 1), time: '10:00' })
      }),
    )
  })
})
