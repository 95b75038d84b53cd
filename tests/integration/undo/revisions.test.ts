import { describe, expect, it } from 'vitest'
import { openTestDesk } from '../../support/library.ts'

const host = () => openTestDesk({ presence: 'host' })

describe('the history of a phrase', () => {
  it('keeps what it said before each save, newest first, with when that was', () => {
    let at = 1000
    const desk = openTestDesk({ presence: 'host', now: () => at })
    const phrase = desk.phrases.create({ title: '包邮', body: '满99包邮', code: 'by', tags: ['运费'] })
    at = 2000
    desk.phrases.update(phrase.id, { ...phrase, body: '满198包邮', questions: ['包邮吗'] })
    at = 3000
    desk.phrases.update(phrase.id, { ...desk.phrases.get(phrase.id), title: '包邮说明' })
    expect(desk.revisions.list(phrase.id)).toMatchObject([
      {
        revision: 2,
        writtenAt: 2000,
        replacedAt: 3000,
        draft: { title: '包邮', body: '满198包邮', questions: ['包邮吗'] },
      },
      {
        revision: 1,
        writtenAt: 1000,
        replacedAt: 2000,
        draft: { title: '包邮', body: '满99包邮', code: 'by', tags: ['运费'] },
      },
    ])
  })

  it('is not made longer by pinning, using, moving or saving the same', () => {
    const desk = host()
    const group = desk.groups.create('售前', null)
    const phrase = desk.phrases.create({ title: '包邮', body: '满99包邮' })
    desk.phrases.setPinned(phrase.id, true)
    desk.phrases.update(phrase.id, { ...phrase, groupId: group.id })
    desk.usage.record({ phraseId: phrase.id, outcome: 'pasted', step: null, tookMs: null, query: '' })
    expect(desk.revisions.list(phrase.id)).toEqual([])
  })

  it('knows of bulk edits, too', async () => {
    const desk = host()
    const ids = ['甲', '乙'].map((title) => desk.phrases.create({ title, body: title }).id)
    await desk.phrases.change({ kind: 'some', ids }, { kind: 'tag', add: ['大促'] })
    for (const id of ids) expect(desk.revisions.list(id)).toMatchObject([{ draft: { tags: [] } }])
  })

  it('goes back fifty changes', () => {
    const desk = host()
    const phrase = desk.phrases.create({ title: '题', body: '第 0 版' })
    for (let version = 1; version <= 60; version++)
      desk.phrases.update(phrase.id, { ...phrase, body: `第 ${version} 版` })
    const revisions = desk.revisions.list(phrase.id)
    expect(revisions.map(({ draft }) => draft.body)).toEqual(
      Array.from({ length: 50 }, (_, index) => `第 ${59 - index} 版`),
    )
    expect(revisions.at(-1)).toMatchObject({ revision: 11, writtenAt: null })
  })

  it('brings an old version back as a new one, where the phrase stands and pinned as it is; and that is undone', async () => {
    const desk = host()
    const group = desk.groups.create('售前', null)
    const phrase = desk.phrases.create({ title: '包邮', body: '满99包邮', code: 'by' })
    desk.phrases.update(phrase.id, { title: '运费', body: '满198包邮', groupId: group.id, pinned: true })
    const restored = desk.revisions.restore(phrase.id, 1)
    expect(restored).toMatchObject({
      title: '包邮',
      body: '满99包邮',
      code: 'by',
      groupId: group.id,
      pinned: true,
    })
    expect(desk.revisions.list(phrase.id).map(({ draft }) => draft.title)).toEqual(['运费', '包邮'])
    expect((await desk.undo.undo()).done.label).toBe('恢复《包邮》的旧版本')
    expect(desk.phrases.get(phrase.id)).toMatchObject({ title: '运费', body: '满198包邮', code: null })
  })

  it('refuses a version whose code another phrase has now, and changes nothing', () => {
    const desk = host()
    const phrase = desk.phrases.create({ title: '包邮', body: '满99包邮', code: 'by' })
    desk.phrases.update(phrase.id, { title: '包邮', body: '满99包邮' })
    desk.phrases.create({ title: '新的', body: '新的', code: 'BY' })
    expect(() => desk.revisions.restore(phrase.id, 1)).toThrow('快捷编码“by”已被《新的》使用')
    expect(desk.revisions.list(phrase.id)).toHaveLength(1)
    expect(() => desk.revisions.restore(phrase.id, 9)).toThrow('这个版本已经不在了')
  })

  it('is gone with the phrase when that never was', async () => {
    const desk = host()
    const phrase = desk.phrases.create({ title: '包邮', body: '一' })
    desk.phrases.update(phrase.id, { ...phrase, body: '二' })
    await desk.undo.undo()
    await desk.undo.undo()
    expect(() => desk.revisions.list(phrase.id)).toThrow('这条话术已被删除')
    expect(desk.integrityProblems()).toEqual([])
  })
})
