import { describe, expect, it } from 'vitest'
import type { Desk } from '../../../electron/desk/open-desk.ts'
import { openTestDesk } from '../../support/library.ts'

/** Makes groups of paths like `议价/满减`, each with one phrase named after it. Returns their ids by path. */
function plant(desk: Desk, ...paths: string[]): Record<string, string> {
  const ids: Record<string, string> = {}
  for (const path of paths) {
    const names = path.split('/')
    const parent = names.slice(0, -1).join('/')
    ids[path] = desk.groups.create(names.at(-1) ?? '', parent === '' ? null : (ids[parent] ?? null)).id
    desk.phrases.create({ title: `话术 ${path}`, body: '内容', groupId: ids[path] })
  }
  return ids
}

/** The tree as it stands, one path for each group, in its order. */
function paths(desk: Desk): string[] {
  const groups = desk.groups.list()
  const pathOf = (id: string): string => {
    const group = groups.find((one) => one.id === id)
    return group ? [...(group.parentId ? [pathOf(group.parentId)] : []), group.name].join('/') : ''
  }
  return groups.map(({ id }) => pathOf(id))
}

const phrasePaths = (desk: Desk) =>
  Object.fromEntries(
    desk.phrases
      .list({ offset: 0, limit: 100 })
      .phrases.map(({ title, groupPath }) => [title, groupPath.join('/')]),
  )

describe('a group that is moved', () => {
  it('takes all below it and its phrases along, and stands where it was put', () => {
    const desk = openTestDesk()
    const ids = plant(desk, '甲', '甲/一', '甲/一/深', '乙', '乙/二')
    desk.groups.move(ids['甲/一'] ?? '', { parentId: ids.乙 ?? '', before: ids['乙/二'] ?? '' })
    expect(paths(desk)).toEqual(['甲', '乙', '乙/一', '乙/一/深', '乙/二'])
    expect(phrasePaths(desk)['话术 甲/一/深']).toBe('乙/一/深')
  })

  it('changes its place among its siblings, and new ones come after them', () => {
    const desk = openTestDesk()
    const ids = plant(desk, '甲', '乙', '丙')
    desk.groups.move(ids.丙 ?? '', { parentId: null, before: ids.甲 ?? '' })
    desk.groups.move(ids.甲 ?? '', { parentId: null, before: null })
    expect(paths(desk)).toEqual(['丙', '乙', '甲'])
    plant(desk, '丁')
    expect(paths(desk)).toEqual(['丙', '乙', '甲', '丁'])
  })

  it('cannot go into itself, where its name is taken, or too deep', () => {
    const desk = openTestDesk()
    const ids = plant(desk, '甲', '甲/一', '乙', '乙/一')
    const before = paths(desk)
    const move = (path: string, into: string) =>
      desk.groups.move(ids[path] ?? '', { parentId: ids[into] ?? '', before: null })
    expect(() => move('甲', '甲/一')).toThrow(/自己里面/)
    expect(() => move('甲/一', '乙')).toThrow(/已有名为“一”/)
    const deep = plant(
      desk,
      ...Array.from({ length: 9 }, (_, at) => ['深', ...Array(at).fill('层')].join('/')),
    )
    expect(() =>
      desk.groups.move(ids.甲 ?? '', { parentId: Object.values(deep).at(-1) ?? '', before: null }),
    ).toThrow(/最多 10 层/)
    expect(paths(desk).slice(0, 4)).toEqual(before)
  })
})

describe('groups that are merged', () => {
  it('bring their phrases and subgroups together, and same names become one at every depth', () => {
    const desk = openTestDesk()
    const ids = plant(desk, '旧', '旧/价格', '旧/价格/满减', '旧/物流', '新', '新/价格', '新/价格/满减')
    desk.groups.merge(ids.旧 ?? '', ids.新 ?? '')
    expect(paths(desk)).toEqual(['新', '新/价格', '新/价格/满减', '新/物流'])
    expect(phrasePaths(desk)).toMatchObject({
      '话术 旧': '新',
      '话术 旧/价格': '新/价格',
      '话术 旧/价格/满减': '新/价格/满减',
      '话术 旧/物流': '新/物流',
    })
  })

  it('may go into the group around them, even where a subgroup bears their own name', () => {
    const desk = openTestDesk()
    const ids = plant(desk, '外', '外/价格', '外/价格/价格')
    desk.groups.merge(ids['外/价格'] ?? '', ids.外 ?? '')
    expect(paths(desk)).toEqual(['外', '外/价格'])
    expect(phrasePaths(desk)).toMatchObject({ '话术 外/价格': '外', '话术 外/价格/价格': '外/价格' })
  })

  it('come apart again by one undo', async () => {
    const desk = openTestDesk({ presence: 'host' })
    const ids = plant(desk, '旧', '旧/价格', '新', '新/价格')
    const [before, phrasesBefore] = [paths(desk), phrasePaths(desk)]
    desk.groups.merge(ids.旧 ?? '', ids.新 ?? '')
    await desk.undo.undo()
    expect(paths(desk).toSorted()).toEqual(before.toSorted())
    expect(phrasePaths(desk)).toEqual(phrasesBefore)
  })

  it('are refused for a group and one below it', () => {
    const desk = openTestDesk()
    const ids = plant(desk, '甲', '甲/一')
    expect(() => desk.groups.merge(ids.甲 ?? '', ids['甲/一'] ?? '')).toThrow(/自己里面/)
  })
})

describe('counts of groups', () => {
  it('leave out what is archived', async () => {
    const desk = openTestDesk()
    plant(desk, '甲')
    const [phrase] = desk.phrases.list({ offset: 0, limit: 1 }).phrases
    await desk.phrases.change({ kind: 'some', ids: [phrase?.id ?? ''] }, { kind: 'archive', archived: true })
    expect(desk.groups.list()).toMatchObject([{ name: '甲', phraseCount: 0 }])
  })
})
