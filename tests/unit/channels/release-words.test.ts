import { expect, it } from 'vitest'
import { releaseWords } from '../../../shared/channels/release-words.ts'

const release = {
  ...{ library: { id: 'team', name: '屿禾团队' }, version: 2, mustUpdateBy: '2026-11-10' },
  ...{ message: '双11 口径', isApplied: true },
}

it('tells of a release with the lead’s words, and by when it must be looked at', () => {
  expect(releaseWords(release)).toEqual({ title: '《屿禾团队》更新到第 2 版', body: '双11 口径' })
  expect(releaseWords({ ...release, isApplied: false })).toEqual({
    ...{ title: '《屿禾团队》第 2 版等你确认', body: '双11 口径\n最晚 2026-11-10 更新' },
  })
  expect(releaseWords({ ...release, message: null }).body).toBe('')
})
