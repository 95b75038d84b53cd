import { describe, expect, it } from 'vitest'
import {
  buildGroupTree,
  findGroup,
  type GroupNode,
} from '../../../../../renderer/workbench/phrases/group-tree.ts'
import {
  countBelow,
  placeOfMark,
  placeOfStep,
  sharedNames,
} from '../../../../../renderer/workbench/phrases/groups/group-places.ts'

const group = (id: string, parentId: string | null, name = id) => ({
  ...{ id, parentId, name, position: 0, phraseCount: 1 },
})

// 迎接 · 议价 (满减 · 让利 · 凑单) · 告别
const tree = buildGroupTree([
  group('迎接', null),
  group('议价', null),
  group('满减', '议价'),
  group('让利', '议价'),
  group('凑单', '议价'),
  group('告别', null),
])
const node = (id: string, of: readonly GroupNode[] = tree) => findGroup(of, id) as GroupNode

describe('where a dragged group comes to stand', () => {
  it('goes to the end of the group it is dropped on', () => {
    expect(placeOfMark(tree, '迎接', { id: '议价', place: 'into' })).toEqual({
      parentId: '议价',
      before: null,
    })
  })

  it('goes to the top when dropped on the whole library', () => {
    expect(placeOfMark(tree, '满减', { id: undefined, place: 'into' })).toEqual({
      parentId: null,
      before: null,
    })
  })

  it('goes between two, among whichever siblings they are', () => {
    expect(placeOfMark(tree, '告别', { id: '让利', place: 'before' })).toEqual({
      parentId: '议价',
      before: '让利',
    })
    expect(placeOfMark(tree, '迎接', { id: '议价', place: 'after' })).toEqual({
      parentId: null,
      before: '告别',
    })
    expect(placeOfMark(tree, '满减', { id: '凑单', place: 'after' })).toEqual({
      parentId: '议价',
      before: null,
    })
  })

  it('goes nowhere when it stands there already', () => {
    expect(placeOfMark(tree, '满减', { id: '让利', place: 'before' })).toBeNull()
    expect(placeOfMark(tree, '凑单', { id: '让利', place: 'after' })).toBeNull()
  })
})

describe('where a group goes by one key', () => {
  it.each([
    ['让利', 'up', { parentId: '议价', before: '满减' }],
    ['让利', 'down', { parentId: '议价', before: null }],
    ['满减', 'down', { parentId: '议价', before: '凑单' }],
    ['让利', 'in', { parentId: '满减', before: null }],
    ['让利', 'out', { parentId: null, before: '告别' }],
    ['迎接', 'up', null],
    ['告别', 'down', null],
    ['迎接', 'in', null],
    ['迎接', 'out', null],
  ] as const)('%s goes %s', (id, step, place) => {
    expect(placeOfStep(tree, id, step)).toEqual(place)
  })
})

describe('what merging would do', () => {
  it('names the subgroups that become one, at any depth', () => {
    const two = buildGroupTree([
      group('旧', null),
      group('旧-价格', '旧', '价格'),
      group('旧-满减', '旧-价格', '满减'),
      group('旧-物流', '旧', '物流'),
      group('新', null),
      group('新-价格', '新', '价格'),
      group('新-满减', '新-价格', '满减'),
    ])
    expect(sharedNames(node('旧', two), node('新', two))).toEqual(['价格', '满减'])
    expect(countBelow(node('旧', two))).toBe(3)
  })

  it('does not take the group itself for a namesake of its own child', () => {
    const nested = buildGroupTree([group('外', null), group('甲', '外', '价格'), group('乙', '甲', '价格')])
    expect(sharedNames(node('甲', nested), node('外', nested))).toEqual([])
  })
})
