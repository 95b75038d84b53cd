import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { tellableQuery } from '../../../../electron/desk/channels/feedback/miss-log.ts'
import type { Desk } from '../../../../electron/desk/open-desk.ts'
import { Buyer } from '../../../../shared/model/buyer.ts'
import { memoryStore } from '../../../support/channel-store.ts'
import { lead, subscribed } from '../../../support/channels.ts'

const ADDRESS = { kind: 'folder', path: '/anywhere' } as const
const HOUR_MS = 3_600_000
const BUYER = Buyer.parse({ nickname: '小鹿乱撞2019' })

async function team() {
  const store = memoryStore()
  const clock = { at: Date.UTC(2026, 10, 1) }
  const around = { channelWorld: { openStore: () => store }, now: () => clock.at }
  const boss = await lead({ ...around, address: ADDRESS })
  await boss.publish()
  const id = boss.library.id
  const join = async () => {
    const agent = await subscribed(ADDRESS, around)
    agent.channels.configure(id, { isAutomatic: true, sendsFeedback: true })
    return agent
  }
  /** Searches as an agent does who has finished typing. */
  const search = async (agent: Desk, text: string) => {
    const asked = { limit: 5, step: null, filters: {}, productId: null, buyer: BUYER }
    await agent.phrases.search({ text, ...asked })
    clock.at += 10_000
  }
  const use = (agent: Desk, phraseId: string, query = '') =>
    agent.usage.record({ phraseId, query, outcome: 'pasted', step: null, tookMs: 1_200 })
  const inboxFiles = () => [...store.files.keys()].filter((path) => path.startsWith('inbox/'))
  return { store, clock, boss, id, join, search, use, inboxFiles }
}

describe('what agents’ programs send back', { timeout: 120_000 }, () => {
  it('is gathered: uses by phrase, searches that found nothing, and proposals, each once', async () => {
    const { boss, id, join, search, use, clock } = await team()
    const [one, two] = [await join(), await join()]
    use(one, boss.phrases[0]!.id)
    use(two, boss.phrases[0]!.id)
    use(two, boss.phrases[1]!.id)
    await search(one, '敏感肌成分')
    await search(two, '敏感肌成分')
    for (const agent of [one, two]) {
      const { id: own } = agent.phrases.create({ title: '催付', body: '亲，今天下单今天发。' })
      agent.channels.propose(id, own, '常被问到')
      await agent.channels.check(id)
    }
    const inbox = await boss.desk.channels.inbox(id)
    expect(inbox).toMatchObject({
      subscribers: { total: 2, byVersion: [{ version: 1, subscribers: 2 }] },
      uses: [
        { phraseId: boss.phrases[0]!.id, title: '第1条', uses: 2 },
        { phraseId: boss.phrases[1]!.id, title: '第2条', uses: 1 },
      ],
      misses: [{ query: '敏感肌成分', count: 2, subscribers: 2 }],
      proposals: [{ title: '催付', note: '常被问到' }],
      unreadable: 0,
    })
    const phrase = await boss.desk.channels.takeProposal(id, inbox.proposals[0]!.id)
    expect(phrase).toMatchObject({ title: '催付', groupId: boss.root.id })
    expect((await boss.desk.channels.inbox(id)).proposals).toEqual([])
    clock.at += HOUR_MS
    await boss.publish()
    await one.channels.check(id)
    expect(one.phrases.get(phrase.id)).toMatchObject({ title: '催付', source: 'team' })
  })

  it('is written at most once an hour, when something is new, and only by those who agreed', async () => {
    const { boss, id, join, use, clock, store, inboxFiles } = await team()
    const agent = await join()
    await agent.channels.check(id)
    expect(inboxFiles()).toEqual([])
    use(agent, boss.phrases[0]!.id)
    await agent.channels.check(id)
    const first = store.files.get(inboxFiles()[0]!)
    use(agent, boss.phrases[0]!.id)
    await agent.channels.check(id)
    expect(store.files.get(inboxFiles()[0]!)).toBe(first)
    clock.at += HOUR_MS
    await agent.channels.check(id)
    expect(store.files.get(inboxFiles()[0]!)).not.toBe(first)

    const silent = await subscribed(ADDRESS, {
      channelWorld: { openStore: () => store },
      now: () => clock.at,
    })
    use(silent, boss.phrases[0]!.id)
    await silent.channels.check(id)
    expect(inboxFiles()).toHaveLength(1)
  })

  it('is dismissed for good, and what cannot be read is counted', async () => {
    const { boss, id, join, store } = await team()
    const agent = await join()
    const own = agent.phrases.create({ title: '催付', body: '亲，今天下单今天发。' })
    agent.channels.propose(id, own.id, '')
    await agent.channels.check(id)
    for (const [name, content] of [
      ['inbox/broken.json', '{'],
      ['inbox/other.json', '{"format":"golden-six-feedback"}'],
      ['inbox/long.json', `"${'x'.repeat(300_000)}"`],
    ] as const)
      store.files.set(name, Buffer.from(content))
    const { proposals, unreadable } = await boss.desk.channels.inbox(id)
    expect(unreadable).toBe(3)
    await boss.desk.channels.dismissProposal(id, proposals[0]!.id)
    expect((await boss.desk.channels.inbox(id)).proposals).toEqual([])
    await expect(boss.desk.channels.takeProposal(id, proposals[0]!.id)).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(agent.channels.inbox(id)).rejects.toMatchObject({ code: 'channel-refused' })
  })

  it('has nothing of any buyer in it, whatever agents searched, typed, wrote and noted', async () => {
    const { boss, id, join, search, use, store, clock } = await team()
    const agent = await join()
    const secrets = ['小鹿乱撞', '13812345678', '320102199001011234', '幸福路88号', '糖尿病', '喜欢草莓味']
    await agent.customers.create({ nickname: BUYER.nickname, notes: [{ at: 0, text: '喜欢草莓味，糖尿病' }] })
    for (const text of [
      ...['小鹿乱撞2019', '小鹿乱撞', '13812345678', '我的电话13812345678', '320102199001011234'],
      ...['寄到杭州市幸福路88号', '我有糖尿病能用吗', '孩子三岁能用吗？在线等', '喜欢草莓味，急！'],
    ])
      await search(agent, text)
    use(agent, boss.phrases[0]!.id, '小鹿乱撞2019 13812345678')
    const own = agent.phrases.create({ title: '我的', body: '小鹿乱撞2019 13812345678 幸福路88号' })
    expect(() => agent.channels.propose(id, own.id, '')).toThrow('买家的资料')
    expect(() => agent.channels.propose(id, boss.phrases[0]!.id, '打13812345678')).toThrow('买家的资料')
    clock.at += HOUR_MS
    await agent.channels.check(id)
    await boss.publish()
    const written = [...store.files].map(([name, bytes]) => {
      const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b
      return `${name}\n${(isPacked ? gunzipSync(bytes) : Buffer.from(bytes)).toString()}`
    })
    expect(written.join('\n')).toContain('golden-six-feedback')
    for (const secret of secrets) expect(written.join('\n')).not.toContain(secret)
  })
})

describe('a search that found nothing', () => {
  it('is told only when it is words for a phrase', () => {
    expect(tellableQuery(' 敏感肌  成分 ', null)).toBe('敏感肌 成分')
    expect(tellableQuery('BaoYou', null)).toBe('baoyou')
    for (const text of [
      '包',
      '尾号3456',
      '怎么还没到？',
      'a@b.com',
      '一二三四五六七八九十'.repeat(3),
      '孕妇能用吗',
    ])
      expect(tellableQuery(text, null)).toBe(null)
    expect(tellableQuery('小鹿', '小鹿乱撞')).toBe(null)
    expect(tellableQuery('小鹿乱撞 到哪了', '小鹿乱撞')).toBe(null)
  })
})
