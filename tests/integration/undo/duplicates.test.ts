import { describe, expect, it } from 'vitest'
import { openTestDesk } from '../../support/library.ts'

const host = () => openTestDesk({ presence: 'host' })
const SENDING = '亲，您好，您拍下的商品今天就为您安排发货，请耐心等待哦'

describe('phrases that say the same', () => {
  it('are found, those that are the same first; archived and deleted ones are left alone', async () => {
    const desk = host()
    const add = (title: string, body: string) => desk.phrases.create({ title, body }).id
    const [sent, tomorrow] = [add('发货', SENDING), add('明天发货', SENDING.replace('今天', '明天'))]
    const [hello, again] = [add('问好', '您好，在的'), add('又问好', '您好在的！')]
    add('尺码', '亲，尺码偏大，建议拍小一码')
    desk.phrases.remove([add('删掉的', '您好，在的。')])
    await desk.phrases.change(
      { kind: 'some', ids: [add('归档的', '您好在的')] },
      { kind: 'archive', archived: true },
    )
    desk.usage.record({ phraseId: tomorrow, outcome: 'pasted', step: null, tookMs: null, query: '' })
    expect(await desk.duplicates.find()).toEqual({
      total: 2,
      groups: [
        { isSame: true, ids: [hello, again], title: '问好' },
        { isSame: false, ids: [tomorrow, sent], title: '明天发货' },
      ],
    })
  })

  it('become one: its text stays, questions, tags, uses and the chosen code go to it; one step undoes it', async () => {
    let at = 1000
    const desk = openTestDesk({ presence: 'host', now: () => at })
    const kept = desk.phrases.create({
      title: '问好',
      body: '您好，在的',
      questions: ['在吗'],
      tags: ['开场'],
    })
    const other = desk.phrases.create({
      ...{ title: '又问好', body: '您好在的', code: 'wh', pinned: true },
      ...{ questions: ['有人吗', '在吗'], tags: ['问候'] },
    })
    for (const [phraseId, time] of [
      [kept.id, 2000],
      [other.id, 3000],
      [other.id, 4000],
    ] as const) {
      at = time
      desk.usage.record({ phraseId, outcome: 'pasted', step: null, tookMs: null, query: '' })
    }
    const merged = desk.duplicates.merge({ keepId: kept.id, othersIds: [other.id], codeFrom: other.id })
    expect(merged).toMatchObject({
      ...{ id: kept.id, body: '您好，在的', code: 'wh', pinned: true, uses: 3, lastUsedAt: 4000 },
      ...{ questions: ['在吗', '有人吗'], tags: ['开场', '问候'] },
    })
    expect(desk.phrases.list({ offset: 0, limit: 10 }).total).toBe(1)

    desk.usage.record({ phraseId: kept.id, outcome: 'pasted', step: null, tookMs: null, query: '' })
    expect((await desk.undo.undo()).done.label).toBe('合并 2 条话术')
    expect(desk.phrases.get(kept.id)).toMatchObject({
      code: null,
      questions: ['在吗'],
      pinned: false,
      uses: 2,
    })
    expect(desk.phrases.get(other.id)).toMatchObject({ code: 'wh', uses: 2, lastUsedAt: 4000 })
    await desk.undo.redo()
    expect(desk.phrases.get(kept.id)).toMatchObject({ code: 'wh', uses: 4 })
    expect(desk.integrityProblems()).toEqual([])
  })

  it('are left as they are when one of them has gone meanwhile', () => {
    const desk = host()
    const kept = desk.phrases.create({ title: '问好', body: '您好，在的' })
    const other = desk.phrases.create({ title: '又问好', body: '您好在的', code: 'wh' })
    const gone = desk.phrases.create({ title: '还问好', body: '您好，在的哦' })
    desk.phrases.remove([gone.id])
    const all = [other.id, gone.id]
    expect(() => desk.duplicates.merge({ keepId: kept.id, othersIds: all, codeFrom: null })).toThrow(
      '已被删除',
    )
    expect(desk.phrases.get(other.id).code).toBe('wh')
    expect(desk.undo.state().undo?.label).toBe('删除 1 条话术')
  })
})
