import { describe, expect, it } from 'vitest'
import { fieldChanges } from '../../../renderer/workbench/team/pack/decisions.ts'
import type { PhraseDraftInput } from '../../../shared/model/phrase.ts'
import { openTestDesk } from '../../support/library.ts'
import { codeOf, NO_NOTES, packLead, placesOf, subscribe } from '../../support/packs.ts'

describe('a team that lets its agents change phrases', () => {
  it('merges what does not touch, and asks about what does', async () => {
    const { publish, phrases, edit, desk } = await packLead({ allowsEdits: true })
    const agent = openTestDesk({ presence: 'host' })
    subscribe(agent, await publish())
    const change = (id: string, said: Partial<PhraseDraftInput>) =>
      agent.phrases.update(id, { ...agent.phrases.get(id), ...said })
    change(phrases.postage.id, { tags: ['邮费', '常用'] })
    change(phrases.campaign.id, { title: '我的叫法' })
    change(phrases.size.id, { body: '看尺码表。' })
    edit(phrases.postage.id, { title: '包邮规则' })
    edit(phrases.campaign.id, { title: '双12口径' })
    desk.phrases.remove([phrases.size.id])
    const pack = await publish()

    expect(agent.team.preview(pack).changes.map(({ id, kind }) => [id, kind])).toEqual(
      expect.arrayContaining([
        [phrases.postage.id, 'merged'],
        [phrases.campaign.id, 'conflict'],
        [phrases.size.id, 'removed-but-edited'],
      ]),
    )
    expect(codeOf(() => agent.team.apply(pack))).toBe('undecided')
    expect(agent.phrases.get(phrases.postage.id).title).toBe('包邮说明')

    agent.team.apply(pack, {
      decisions: {
        [phrases.campaign.id]: { ...agent.phrases.get(phrases.campaign.id), title: '双12（我的叫法）' },
        [phrases.size.id]: 'mine',
      },
    })
    expect(agent.phrases.get(phrases.postage.id)).toMatchObject({ title: '包邮规则', tags: ['邮费', '常用'] })
    expect(agent.phrases.get(phrases.campaign.id).title).toBe('双12（我的叫法）')
    expect(agent.phrases.get(phrases.size.id)).toMatchObject({ source: 'personal', body: '看尺码表。' })
  })
})

describe('one’s own words in a conflict', () => {
  it('stay, and what else was published comes', async () => {
    const { desk, phrases, publish, edit } = await packLead({ allowsEdits: true })
    const agent = openTestDesk({ presence: 'host' })
    subscribe(agent, await publish())
    const { id } = phrases.campaign
    agent.phrases.update(id, { ...agent.phrases.get(id), title: '我的叫法' })
    edit(id, { title: '双12口径', tags: ['大促'], validUntil: '2026-12-12' })
    expect(agent.phrases.get(id).title).toBe('我的叫法')
    agent.team.apply(await publish(), { decisions: { [id]: 'mine' } })
    expect(agent.phrases.get(id)).toMatchObject({
      ...{ title: '我的叫法', tags: ['大促'], validUntil: '2026-12-12' },
    })
    edit(id, { body: '亲，双12见。' })
    expect(
      agent.team.preview((await desk.team.publish(desk.team.list()[0]!.id, NO_NOTES)).bytes),
    ).toMatchObject({
      totals: { conflict: 0, merged: 1 },
    })
  })
})

describe('a change that the agent leaves out', () => {
  it('may be the last of many hundreds: each is shown', async () => {
    const { publish, write } = await packLead()
    const agent = openTestDesk({ presence: 'host' })
    subscribe(agent, await publish())
    const added = Array.from({ length: 600 }, (_, n) => write(`大促话术${n}`).id)
    const pack = await publish()
    const { changes, totals } = agent.team.preview(pack)
    expect(totals.added).toBe(600)
    expect(changes.map(({ id }) => id).sort()).toEqual(added.toSorted())
    const [left = ''] = added.toReversed()
    agent.team.apply(pack, { decisions: { [left]: 'skip' } })
    expect(placesOf(agent)).not.toContain('屿禾团队/售前/大促话术599')
  })

  it('does not come: what would be new is not here, what is here stays as it is', async () => {
    const { publish, phrases, edit, desk, write } = await packLead()
    const agent = openTestDesk({ presence: 'host' })
    subscribe(agent, await publish())
    edit(phrases.postage.id, { title: '包邮规则' })
    desk.phrases.remove([phrases.size.id])
    const gift = write('赠品说明')
    const other = write('发货时间')
    const pack = await publish()
    const { totals } = agent.team.apply(pack, {
      decisions: { [gift.id]: 'skip', [phrases.postage.id]: 'skip', [phrases.size.id]: 'skip' },
    })
    expect(totals).toMatchObject({ added: 1, changed: 0, removed: 0 })
    expect(placesOf(agent)).toEqual([
      ...['屿禾团队/售前/包邮说明', '屿禾团队/售前/发货时间', '屿禾团队/售前/大促/双11口径'],
      '屿禾团队/售前/尺码怎么选',
    ])
    expect(agent.phrases.get(other.id).source).toBe('team')
    // The team has it no more: it is the agent's own, to change or to delete.
    expect(agent.phrases.get(phrases.size.id).source).toBe('personal')

    write('不相干的')
    const next = agent.team.preview(await publish())
    expect(next.totals).toMatchObject({ added: 1, changed: 0, removed: 0, conflict: 0 })
  })

  it('is offered again by the release that changes it next, and comes whole', async () => {
    const { publish, phrases, edit, write } = await packLead()
    const agent = openTestDesk({ presence: 'host' })
    subscribe(agent, await publish())
    edit(phrases.postage.id, { title: '包邮规则', body: '亲，满88包邮。' })
    const gift = write('赠品说明', { code: 'zp' })
    agent.team.apply(await publish(), { decisions: { [gift.id]: 'skip', [phrases.postage.id]: 'skip' } })
    edit(phrases.postage.id, { body: '亲，满66包邮。' })
    edit(gift.id, { title: '赠品规则', body: '亲，随单送。' })
    const pack = await publish()
    expect(agent.team.preview(pack).changes.map(({ id, kind }) => [id, kind])).toEqual(
      expect.arrayContaining([
        [phrases.postage.id, 'conflict'],
        [gift.id, 'deleted-but-changed'],
      ]),
    )
    agent.team.apply(pack, { decisions: { [gift.id]: 'theirs', [phrases.postage.id]: 'theirs' } })
    expect(agent.phrases.get(gift.id)).toMatchObject({ title: '赠品规则', code: 'zp', source: 'team' })
    expect(agent.phrases.get(phrases.postage.id)).toMatchObject({ body: '亲，满66包邮。' })
    await agent.undo.undo()
    expect(placesOf(agent)).not.toContain('屿禾团队/售前/赠品规则')
  })

  it('is asked about when it became a conflict since the agent looked', async () => {
    const { publish, phrases, edit } = await packLead({ allowsEdits: true })
    const agent = openTestDesk({ presence: 'host' })
    subscribe(agent, await publish())
    edit(phrases.postage.id, { title: '包邮规则' })
    const pack = await publish()
    agent.phrases.update(phrases.postage.id, { ...agent.phrases.get(phrases.postage.id), title: '我的' })
    expect(codeOf(() => agent.team.apply(pack, { decisions: { [phrases.postage.id]: 'skip' } }))).toBe(
      'undecided',
    )
  })
})

describe('a phrase that the team and the agent put into different groups', () => {
  it('is shown with the names of both', async () => {
    const { publish, phrases, edit, inner } = await packLead({ allowsEdits: true })
    const agent = openTestDesk({ presence: 'host' })
    subscribe(agent, await publish())
    const mine = agent.groups.create('我的常用', null)
    agent.phrases.update(phrases.size.id, { ...agent.phrases.get(phrases.size.id), groupId: mine.id })
    edit(phrases.size.id, { groupId: inner.id })
    const { changes, groupNames } = agent.team.preview(await publish())
    const [change] = changes
    expect(change).toMatchObject({ kind: 'conflict', fields: ['groupId'] })
    expect(change && fieldChanges(change, groupNames)).toEqual([
      { field: 'groupId', before: '我的常用', after: '售前/大促' },
    ])
  })
})
