import { describe, expect, it } from 'vitest'
import {
  buildGroupTree,
  findGroup,
  groupOptions,
  visibleGroups,
} from '../../../../renderer/workbench/phrases/group-tree.ts'
import type { PhraseGroup } from '../../../../shared/model/phrase.ts'

const group = (id: string, parentId: string | null, phraseCount: number): PhraseGroup => ({
  id,
  parentId,
  name: `组${id}`,
  position: 0,
  phraseCount,
})

const tree = buildGroupTree([
  group('议价', null, 2),
  group('满减', '议价', 3),
  group('双十一', '满减', 5),
  group('问候', null, 1),
])

describe('the tree of groups', () => {
  it('counts a group with everything below it', () => {
    expect(tree.map(({ group: { id }, total }) => [id, total])).toEqual([
      ['议价', 10],
      ['问候', 1],
    ])
  })

  it('shows what is below a group only where every ancestor is open', () => {
    const shown = (...open: string[]) =>
      visibleGroups(tree, new Set(open)).map(({ group: { id }, level }) => `${level}${id}`)
    expect(shown()).toEqual(['1议价', '1问候'])
    expect(shown('满减')).toEqual(['1议价', '1问候'])
    expect(shown('议价', '满减')).toEqual(['1议价', '2满减', '3双十一', '1问候'])
  })

  it('does not call a group without subgroups open', () => {
    expect(visibleGroups(tree, new Set(['问候'])).find(({ group: { id } }) => id === '问候')?.isOpen).toBe(
      false,
    )
  })

  it('keeps a group whose parent is gone in sight, at the top', () => {
    expect(buildGroupTree([group('孤儿', '没有了', 4)])).toMatchObject([{ total: 4, children: [] }])
  })

  it('never offers a group, or one below it, as the place for its own phrases', () => {
    expect(groupOptions(tree, '满减').map(({ value }) => value)).toEqual(['议价', '问候'])
  })

  it('names a choice by its whole path, so that a search finds it by its parent', () => {
    expect(groupOptions(tree).map(({ label, depth }) => [label, depth])).toEqual([
      ['组议价', 0],
      ['组议价 / 组满减', 1],
      ['组议价 / 组满减 / 组双十一', 2],
      ['组问候', 0],
    ])
  })

  it('finds a group wherever it stands', () => {
    expect(findGroup(tree, '双十一')?.total).toBe(5)
    expect(findGroup(tree, '没有')).toBeNull()
  })
})
