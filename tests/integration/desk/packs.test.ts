import { describe, expect, it } from 'vitest'
import { openTestDesk } from '../../support/library.ts'
import { codeOf, packLead, placesOf, subscribe } from '../../support/packs.ts'

describe('an agent who gets the team’s pack for the first time', () => {
  it('is told what it holds and whose it is, and nothing is written before the fingerprint is agreed to', async () => {
    const { publish, library } = await packLead()
    const agent = openTestDesk({ presence: 'host' })
    const pack = await publish({ message: '双11 口径', mustUpdateBy: '2026-11-10' })
    const preview = agent.team.preview(pack)
    expect(preview).toMatchObject({
      ...{ publisher: '安然', trust: 'new', version: 1, present: null, message: '双11 口径' },
      ...{ fingerprint: library.fingerprint, groups: { added: ['售前', '大促'], removed: [] } },
      totals: { added: 3, changed: 0 },
    })
    expect(codeOf(() => agent.team.apply(pack))).toBe('pack-untrusted')
    expect(codeOf(() => agent.team.apply(pack, { trusted: '0000-0000-0000-0000-0000' }))).toBe(
      'pack-untrusted',
    )
    expect(agent.phrases.list({ offset: 0, limit: 10 }).total).toBe(0)
    expect(agent.team.list()).toEqual([])
  })

  it('has the team’s groups and phrases in one place of their own, and finds them', async () => {
    const { publish, phrases } = await packLead()
    const agent = openTestDesk({ presence: 'host' })
    agent.phrases.create({ title: '我自己的', body: '在的' })
    const { library } = subscribe(agent, await publish())
    expect(library).toMatchObject({ name: '屿禾团队', role: 'subscriber', version: 1, phrases: 3 })
    expect(placesOf(agent)).toEqual([
      ...['屿禾团队/售前/包邮说明', '屿禾团队/售前/大促/双11口径', '屿禾团队/售前/尺码怎么选', '我自己的'],
    ])
    const { hits } = await agent.phrases.search({
      ...{ text: 'byou', limit: 5, step: null, filters: {}, productId: null, buyer: null },
    })
    expect(hits[0]).toMatchObject({ id: phrases.postage.id, title: '包邮说明' })
  })

  it('can take it all back by one undo, and bring it in again', async () => {
    const { publish } = await packLead()
    const agent = openTestDesk({ presence: 'host' })
    const pack = await publish()
    subscribe(agent, pack)
    expect((await agent.undo.undo()).done.label).toBe('更新团队话术《屿禾团队》到第 1 版')
    expect(placesOf(agent)).toEqual([])
    expect(agent.team.list()).toEqual([])
    await agent.undo.redo()
    expect(placesOf(agent)).toHaveLength(3)
    expect(agent.team.list()).toMatchObject([{ version: 1 }])
  })
})

describe('the team’s phrases at an agent', () => {
  it('cannot be changed or removed, in whatever way, but pinned', async () => {
    const { publish, phrases } = await packLead()
    const agent = openTestDesk({ presence: 'host' })
    subscribe(agent, await publish())
    const { id } = phrases.postage
    const before = agent.phrases.get(id)
    expect(() => agent.phrases.update(id, { ...before, body: '改了' })).toThrow('team-phrase-is-read-only')
    expect(() => agent.phrases.remove([id])).toThrow('team-phrase-is-read-only')
    expect(agent.phrases.setPinned(id, true).pinned).toBe(true)
    await agent.undo.undo()
    expect(agent.phrases.get(id)).toEqual({ ...before, updatedAt: expect.any(Number) })
  })

  it('stay pinned through the next release', async () => {
    const { publish, phrases, edit } = await packLead()
    const agent = openTestDesk({ presence: 'host' })
    subscribe(agent, await publish())
    agent.phrases.setPinned(phrases.postage.id, true)
    edit(phrases.postage.id, { body: '亲，满88包邮。' })
    agent.team.apply(await publish())
    expect(agent.phrases.get(phrases.postage.id)).toMatchObject({ pinned: true, body: '亲，满88包邮。' })
  })

  it('become the agent’s own, or leave, when the agent leaves the team', async () => {
    const { publish, phrases, library } = await packLead()
    const agent = openTestDesk({ presence: 'host' })
    subscribe(agent, await publish())
    agent.team.leave(library.id, 'keep')
    expect(
      agent.phrases.update(phrases.size.id, { ...agent.phrases.get(phrases.size.id), title: '我的' }),
    ).toMatchObject({ source: 'personal', title: '我的' })
    expect(agent.team.list()).toEqual([])
  })
})

describe('the next release', () => {
  it('brings what was added, changed and removed, and nothing of one’s own', async () => {
    const { publish, phrases, edit, desk, write } = await packLead()
    const agent = openTestDesk({ presence: 'host' })
    subscribe(agent, await publish())
    const mine = agent.phrases.create({ title: '我自己的', body: '在的' })
    edit(phrases.postage.id, { title: '包邮规则' })
    desk.phrases.remove([phrases.size.id])
    desk.groups.rename(desk.groups.list().find(({ name }) => name === '大促')?.id ?? '', '双十一')
    write('赠品说明')
    const pack = await publish()
    expect(agent.team.preview(pack)).toMatchObject({
      ...{ trust: 'known', version: 2, present: 1 },
      totals: { added: 1, changed: 1, removed: 1, conflict: 0 },
    })
    agent.team.apply(pack)
    expect(placesOf(agent)).toEqual([
      ...['屿禾团队/售前/包邮规则', '屿禾团队/售前/双十一/双11口径', '屿禾团队/售前/赠品说明', '我自己的'],
    ])
    expect(agent.phrases.get(mine.id)).toEqual(mine)
  })

  it('brings a group that took the name of one that is gone, and two that took each other’s', async () => {
    const { publish, phrases, desk, root, inner } = await packLead()
    const [left, right] = [desk.groups.create('上午', root.id), desk.groups.create('下午', root.id)]
    const agent = openTestDesk({ presence: 'host' })
    subscribe(agent, await publish())
    desk.groups.remove(inner.id, root.id)
    const again = desk.groups.create('大促', root.id)
    const { groupPath: _, ...campaign } = desk.phrases.get(phrases.campaign.id)
    desk.phrases.update(phrases.campaign.id, { ...campaign, groupId: again.id })
    desk.groups.rename(left.id, '换')
    desk.groups.rename(right.id, '上午')
    desk.groups.rename(left.id, '下午')
    agent.team.apply(await publish())
    expect(placesOf(agent)).toContain('屿禾团队/售前/大促/双11口径')
    const names = agent.groups.list().map(({ name }) => name)
    expect(names).toEqual(['屿禾团队', '售前', '下午', '上午', '大促'])
  })

  it('moves a code from one phrase to another, whichever comes first', async () => {
    const { publish, phrases, edit } = await packLead()
    const agent = openTestDesk({ presence: 'host' })
    edit(phrases.size.id, { code: 'cm' })
    subscribe(agent, await publish())
    edit(phrases.postage.id, { code: 'x' })
    edit(phrases.size.id, { code: 'by' })
    edit(phrases.postage.id, { code: 'cm' })
    expect(agent.team.apply(await publish()).notes).toEqual([])
    expect(agent.phrases.get(phrases.size.id).code).toBe('by')
    expect(agent.phrases.get(phrases.postage.id).code).toBe('cm')
  })

  it('never touches a personal phrase, though the pack speaks of its id and its code', async () => {
    const { publish, phrases } = await packLead()
    const agent = openTestDesk({ presence: 'host', newId: ids([phrases.postage.id]) })
    const mine = agent.phrases.create({ title: '我的包邮', body: '包的', code: 'BY' })
    expect(mine.id).toBe(phrases.postage.id)
    const pack = await publish()
    expect(agent.team.preview(pack).notes).toEqual(['《包邮说明》不会带上编码“by”：它已被《我的包邮》使用'])
    const { notes } = subscribe(agent, pack)
    expect(notes).toHaveLength(1)
    expect(agent.phrases.get(mine.id)).toEqual(mine)
    expect(placesOf(agent)).toContain('屿禾团队/售前/包邮说明')
  })

  it('is not taken for an edit of the agent’s when a code was left out', async () => {
    const { publish, phrases, edit } = await packLead({ allowsEdits: true })
    const agent = openTestDesk({ presence: 'host' })
    agent.phrases.create({ title: '我的包邮', body: '包的', code: 'by' })
    subscribe(agent, await publish())
    edit(phrases.postage.id, { title: '包邮规则' })
    const pack = await publish()
    expect(agent.team.preview(pack).totals).toMatchObject({ changed: 1, merged: 0, conflict: 0 })
  })
})

/** First these, then counted ones. */
function ids(first: string[]): () => string {
  let count = 0
  return () => first.shift() ?? `id-${count++}`
}
