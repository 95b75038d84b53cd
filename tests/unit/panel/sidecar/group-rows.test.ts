import { describe, expect, it } from 'vitest'
import { groupRows } from '../../../../renderer/panel/sidecar/group-rows.ts'
import type { PhraseGroup } from '../../../../shared/model/phrase.ts'

const group = (id: string, parentId: string | null, phraseCount: number): PhraseGroup => ({
  ...{ id, parentId, phraseCount },
  name: id,
  position: 0,
})
const GROUPS = [
  group('接待', null, 2),
  group('尺码', '接待', 5),
  group('鞋码', '尺码', 3),
  group('面料', '接待', 0),
  group('告别', null, 1),
  group('空的', null, 0),
]
const lines = (chosen: string | null) =>
  groupRows(GROUPS, chosen).map(
    ({ name, depth, isUnfolded, phraseCount }) =>
      `${' '.repeat(depth)}${isUnfolded === null ? '·' : isUnfolded ? '−' : '+'} ${name} ${phraseCount}`,
  )

describe('the tree of groups', () => {
  it('shows the outermost groups, with what is in and below them', () => {
    expect(lines(null)).toEqual(['+ 接待 10', '· 告别 1'])
  })

  it('unfolds the way to the chosen group, and its own subgroups', () => {
    expect(lines('接待')).toEqual(['− 接待 10', ' + 尺码 8', '· 告别 1'])
    expect(lines('尺码')).toEqual(['− 接待 10', ' − 尺码 8', '  · 鞋码 3', '· 告别 1'])
    expect(groupRows(GROUPS, '尺码').filter(({ isChosen }) => isChosen)).toMatchObject([{ name: '尺码' }])
  })

  it('leaves out groups that hold no phrase, since there is nothing to click in them', () => {
    expect(lines('接待').join()).not.toMatch(/面料|空的/)
  })

  it('is as folded as at first when the chosen group is gone', () => {
    expect(lines('删掉的')).toEqual(lines(null))
  })
})
