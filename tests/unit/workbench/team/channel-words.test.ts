import { describe, expect, it } from 'vitest'
import {
  checkedWords,
  offersRelease,
  placeOf,
  shortMoment,
  sizeWords,
  statusOf,
  urgencyOf,
} from '../../../../renderer/workbench/team/channel/channel-words.ts'
import type { ChannelState } from '../../../../shared/model/channel.ts'
import { channelState as state } from '../../../support/channel-state.ts'

describe('a channel’s state in one line', () => {
  it.each([
    [{}, '已是最新'],
    [{ status: 'fetching', progress: { bytes: 999, of: 1000 } }, '正在下载 99%'],
    [{ status: 'fetching', progress: { bytes: 1000, of: 1000 } }, '正在下载 99%'],
    [{ status: 'fetching' }, '正在下载'],
    [{ status: 'waiting', offered: { version: 3, message: null, mustUpdateBy: null } }, '第 3 版待确认'],
    [{ status: 'offline' }, '离线，稍后再试'],
    [{ status: 'refused' }, '出了问题'],
    [{ role: 'publisher', present: 0 }, '频道里还没有版本'],
    [{ role: 'publisher', present: 4 }, '频道里是第 4 版'],
  ] satisfies [Partial<ChannelState>, string][])('of %j is %s', (now, line) => {
    expect(statusOf(state(now)).text).toBe(line)
  })
})

describe('when a channel was asked', () => {
  const now = Date.parse('2026-11-22T02:32:00Z')
  const minutesAgo = (minutes: number) => now - minutes * 60_000

  it('is when it worked, as long as it does', () => {
    expect(checkedWords(state(), now)).toBe('还没有检查过')
    expect(
      checkedWords(
        state({ triedAt: minutesAgo(1), workedAt: minutesAgo(1), nextCheckAt: now + 60_000 }),
        now,
      ),
    ).toBe('10:31 检查过')
    // It failed before the program was ended, and was not asked again yet.
    expect(checkedWords(state({ triedAt: minutesAgo(1) }), now)).toBe('还没有检查过')
  })

  it('is when it was tried, when it last worked, and when it is tried again, once it does not', () => {
    for (const status of ['offline', 'refused'] as const) {
      const failed = { status, triedAt: minutesAgo(2), nextCheckAt: now + 60_000 }
      expect(checkedWords(state({ ...failed, workedAt: minutesAgo(60) }), now)).toBe(
        '10:30 试过，上次成功 09:32，10:33 再试',
      )
      expect(checkedWords(state(failed), now)).toBe('10:30 试过，10:33 再试')
    }
  })
})

it('a release that was fetched can be looked at without the network, too', () => {
  const offered = { version: 2, message: null, mustUpdateBy: null }
  expect(offersRelease(state({ status: 'waiting', offered }))).toBe(true)
  expect(offersRelease(state({ status: 'offline', offered }))).toBe(true)
  expect(offersRelease(state({ status: 'offline', offered, present: 2 }))).toBe(false)
  expect(offersRelease(state({ status: 'offline' }))).toBe(false)
  expect(offersRelease(state({ status: 'refused', offered }))).toBe(false)
})

describe('where a channel lives', () => {
  it('names neither account nor query', () => {
    expect(
      placeOf({ kind: 'webdav', url: 'https://me:pw@dav.jianguoyun.com/dav/%E5%B1%BF?k=1', user: 'me' }),
    ).toBe('WebDAV dav.jianguoyun.com/dav/屿')
    expect(
      placeOf({
        ...{ kind: 's3', endpoint: 'http://192.168.1.20:9000', region: 'us-east-1', bucket: 'yuhe' },
        ...{ prefix: 'team/', accessKeyId: 'LTAI', isPathStyle: true },
      }),
    ).toBe('对象存储 yuhe/team/ · 192.168.1.20:9000')
  })
})

describe('a last day', () => {
  const offered = { version: 2, message: null, mustUpdateBy: '2026-11-10' }

  it('is urgent from the day before it, while its release is not here', () => {
    expect(urgencyOf(state({ offered }), '2026-11-08')).toBeNull()
    expect(urgencyOf(state({ offered }), '2026-11-09')).toBe('最晚明天更新')
    expect(urgencyOf(state({ offered }), '2026-11-10')).toBe('今天是最后期限，请更新')
    expect(urgencyOf(state({ offered }), '2026-11-11')).toContain('已经过期')
    expect(urgencyOf(state({ offered, present: 2 }), '2026-11-11')).toBeNull()
    expect(urgencyOf(state({ offered, role: 'publisher' }), '2026-11-11')).toBeNull()
  })
})

it('says moments and sizes shortly', () => {
  const at = Date.parse('2026-11-22T02:32:00Z')
  expect(shortMoment(at, at + 60_000)).toBe('10:32')
  expect(shortMoment(at, at + 86_400_000)).toBe('11-22 10:32')
  expect([sizeWords(10), sizeWords(40_000), sizeWords(3_000_000)]).toEqual(['1 KB', '40 KB', '2.9 MB'])
})
