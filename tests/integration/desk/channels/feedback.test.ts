import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { ChannelStoreError } from '../../../../electron/desk/channels/channel-store.ts'
import { createGathering } from '../../../../electron/desk/channels/feedback/gathering.ts'
import { tellableQuery } from '../../../../electron/desk/channels/feedback/miss-log.ts'
import { readInbox } from '../../../../electron/desk/channels/feedback/read-inbox.ts'
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
  const ask = async (agent: Desk, text: string, typedIn: number | null) => {
    const asked = { limit: 5, step: null, filters: {}, productId: null, buyer: BUYER }
    await agent.phrases.search({ text, ...asked, typedIn })
    clock.at += 10_000
  }
  let sitting = 0
  /** Searches as an agent does who opens the panel, types something, then this, and puts it away. */
  const search = async (agent: Desk, text: string) => {
    sitting++
    for (const one of ['好', text]) await ask(agent, one, sitting)
  }
  const use = (agent: Desk, phraseId: string, query = '') =>
    agent.usage.record({ phraseId, query, outcome: 'pasted', step: null, tookMs: 1_200 })
  const inboxFiles = () => [...store.files.keys()].filter((path) => path.startsWith('inbox/'))
  return { store, clock, boss, id, join, ask, search, use, inboxFiles }
}

describe('what agents’ programs send back', { timeout: 120_000 }, () => {
  it('is gathered: uses by phrase, searches that found nothing, and proposals, each once', async () => {
    const { boss, id, join, search, use, clock } = await team()
    const [one, two] = [await join(), await join()]
    use(one, boss.phrases[0]!.id)
    use(two, boss.phrases[0]!.id)
    use(two, boss.phrases[1]!.id)
    for (const agent of [one, one, two, two]) await search(agent, '敏感肌成分')
    // Whatever is searched for once may be anything.
    await search(one, '以旧换新')
    for (const agent of [one, two]) {
      const { id: own } = agent.phrases.create({ title: '催付', body: '亲，今天下单今天发。' })
      await agent.channels.propose(id, own, '常被问到')
      await agent.channels.check(id)
    }
    const inbox = await boss.desk.channels.inbox(id)
    expect(inbox).toMatchObject({
      subscribers: { total: 2, byVersion: [{ version: 1, subscribers: 2 }] },
      uses: [
        { phraseId: boss.phrases[0]!.id, title: '第1条', uses: 2 },
        { phraseId: boss.phrases[1]!.id, title: '第2条', uses: 1 },
      ],
      misses: [{ query: '敏感肌成分', count: 4, subscribers: 2 }],
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
    await agent.channels.propose(id, own.id, '')
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
    const secrets = [
      ...[
        '小鹿乱撞',
        '13812345678',
        '320102199001011234',
        '幸福路',
        '糖尿病',
        '喜欢草莓味',
        '王女士',
        '云朵',
      ],
      ...['一三八一二三四五六七八', '余杭区', '2026112233445566778', 'xiaolu', '仅此一次'],
    ]
    await agent.customers.create({ nickname: BUYER.nickname, notes: [{ at: 0, text: '喜欢草莓味，糖尿病' }] })
    await agent.customers.create({ nickname: '云朵朵ovo' })
    for (const text of [
      ...['小鹿乱撞2019', '小鹿乱撞', '13812345678', '我的电话13812345678', '320102199001011234'],
      ...['寄到杭州市幸福路88号', '杭州市余杭区幸福路', '我有糖尿病能用吗', '孩子三岁能用吗？在线等'],
      ...['喜欢草莓味，急！', '王女士', '云朵朵', '云朵朵ovo 发货', '一三八一二三四五六七八'],
      ...['订单2026112233445566778', 'xiaolu@qq.com', '学生优惠'],
    ]) {
      await search(agent, text)
      await search(agent, text)
    }
    await search(agent, '仅此一次')
    use(agent, boss.phrases[0]!.id, '小鹿乱撞2019 13812345678')
    for (const [where, said] of [
      ['正文', { body: '小鹿乱撞2019 13812345678 幸福路88号' }],
      ['正文', { body: '云朵朵ovo您好，今天发' }],
      ['正文', { body: '订单 2026112233445566778 已经发出' }],
      ['标题', { title: '回复云朵朵ovo' }],
    ] as const) {
      const own = agent.phrases.create({ title: '我的', body: '亲，在的。', ...said })
      await expect(agent.channels.propose(id, own.id, '')).rejects.toMatchObject({
        ...{ code: 'channel-refused', message: expect.stringContaining(`${where}里像是有买家的资料`) },
      })
    }
    await expect(agent.channels.propose(id, boss.phrases[0]!.id, '打13812345678')).rejects.toThrow('留言里')
    clock.at += HOUR_MS
    await agent.channels.check(id)
    await boss.publish()
    const written = [...store.files].map(([name, bytes]) => {
      const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b
      return `${name}\n${(isPacked ? gunzipSync(bytes) : Buffer.from(bytes)).toString()}`
    })
    expect(written.join('\n')).toContain('golden-six-feedback')
    expect(written.join('\n')).toContain('学生优惠')
    for (const secret of secrets) expect(written.join('\n')).not.toContain(secret)
    // Nor in the library's file, where only what is sealed may be a buyer's.
    await agent.close()
    const kept = readdirSync(agent.dataDir)
      .filter((name) => name.startsWith('golden-six.sqlite'))
      .map((name) => readFileSync(path.join(agent.dataDir, name)))
    expect(kept.some((bytes) => bytes.includes('学生优惠'))).toBe(true)
    for (const secret of ['仅此一次', '王女士', '余杭区', '糖尿病'])
      expect(kept.some((bytes) => bytes.includes(secret))).toBe(false)
  })

  it('counts a word that was typed on two occasions, and nothing that nobody typed', async () => {
    const { join, ask, search } = await team()
    const agent = await join()
    // As suggestions for copied messages ask, the panel after each change of the library, and what was captured or pasted.
    for (const text of ['昨天买的还没到', '退差价', '催催快点', '昨天买的还没到', '退差价', '催催快点'])
      await ask(agent, text, null)
    // Typed twice, but on one occasion: in one sitting, or with nothing else in between.
    for (const text of ['同一坐次', '好', '同一坐次']) await ask(agent, text, 1_001)
    for (const sitting of [1_002, 1_003])
      for (const text of ['没隔', '没隔别']) await ask(agent, text, sitting)
    // A person may type a buyer's message word by word, too.
    for (const text of ['昨天买的还没到', '学生优惠', '昨天买的还没到', '学生优惠']) await search(agent, text)
    await search(agent, '好')
    await agent.close()
    const database = new Database(path.join(agent.dataDir, 'golden-six.sqlite'), { readonly: true })
    expect(database.prepare('SELECT query, count FROM channel_misses').all()).toEqual([
      { query: '学生优惠', count: 2 },
    ])
    database.close()
  })

  it('is not sent of a buyer who became one after the search', async () => {
    const { id, join, search, inboxFiles, clock, store } = await team()
    const agent = await join()
    for (const text of ['云朵朵', '云朵朵', '学生优惠', '学生优惠']) await search(agent, text)
    await agent.customers.create({ nickname: '云朵朵ovo' })
    clock.at += HOUR_MS
    await agent.channels.check(id)
    const bytes = store.files.get(inboxFiles()[0]!)
    expect(JSON.parse(gunzipSync(bytes!).toString())).toMatchObject({ misses: [{ query: '学生优惠' }] })
  })

  it('that a store refuses is said beside the library, which goes on, and is tried again', async () => {
    const { boss, id, join, use, clock, store } = await team()
    const agent = await join()
    const { write } = store
    store.write = async () => {
      throw new ChannelStoreError('denied', 'nas 不让写收件箱')
    }
    use(agent, boss.phrases[0]!.id)
    expect(await agent.channels.check(id)).toMatchObject({
      ...{ status: 'current', problem: null, feedbackProblem: 'nas 不让写收件箱' },
    })
    store.write = write
    clock.at += HOUR_MS
    expect(await agent.channels.check(id)).toMatchObject({ feedbackProblem: null })
  })

  it('has no way to the lead of a channel that can only be read, and a proposal is told so', async () => {
    const { id, join } = await team()
    const agent = await join()
    const address = { kind: 'https', url: 'https://cdn.example.com/team/', user: '' } as const
    await agent.channels.attach(id, { address, secret: null })
    const own = agent.phrases.create({ title: '催付', body: '亲，今天下单今天发。' })
    await expect(agent.channels.propose(id, own.id, '')).rejects.toThrow('只能读')
  })

  it('of thousands of agents is gathered within bounds, and what was left out is said', async () => {
    const { store, id } = await team()
    const said = (n: number) => ({
      ...{ format: 'golden-six-feedback', formatVersion: 1, subscriber: `agent-${n}`, libraryId: id },
      ...{ version: 1, writtenAt: 1, uses: { 'entry-1': 2 }, misses: [{ query: '学生优惠', count: 2 }] },
      proposals: [{ id: `proposal-${n}`, proposedAt: n, title: '同一条', body: '亲，同样的话。', note: '' }],
    })
    for (let n = 0; n < 30; n++) store.files.set(`inbox/agent-${n}.json`, gzipSync(JSON.stringify(said(n))))
    const { signal } = new AbortController()
    const asked = { libraryId: id, answered: new Set<string>(), signal }
    const library = { phrases: new Map(), answered: new Set<string>() }

    const few = await readInbox(store, { ...asked, bounds: { files: 20, bytes: 1_000_000 } })
    expect(few.leftOut).toBe(10)
    expect(few.gathered.sum(library)).toMatchObject({
      subscribers: { total: 20 },
      uses: [{ uses: 40 }],
      misses: [{ count: 40, subscribers: 20 }],
      proposals: [{ title: '同一条' }],
    })
    const small = await readInbox(store, { ...asked, bounds: { files: 1_000, bytes: 1 } })
    expect(small.leftOut).toBeGreaterThan(20)
    expect(small.leftOut + small.gathered.sum(library).subscribers.total).toBe(30)

    // What else lies about there, and a store that lists no more than it must, hide neither feedback nor that some is left.
    const among = (count: number): typeof store => {
      for (let n = 0; n < count; n++) store.files.set(`inbox/0-${n}.tmp`, new Uint8Array(1))
      return {
        ...store,
        list: async (folder, options) => (await store.list(folder, options)).slice(0, options.enough),
      }
    }
    const bounds = { files: 40, bytes: 1_000_000 }
    const some = await readInbox(among(45), { ...asked, bounds })
    expect(some.leftOut).toBe(0)
    expect(some.gathered.sum(library).subscribers.total).toBe(30)
    expect((await readInbox(among(200), { ...asked, bounds })).leftOut).toBeGreaterThan(0)
  })

  it('holds no more than a bounded number of different things, the most frequent of them', () => {
    const gathering = createGathering(new Set())
    const base = { format: 'golden-six-feedback', formatVersion: 1, libraryId: 'x', writtenAt: 1 } as const
    for (let n = 0; n < 3_000; n++)
      gathering.add({
        ...{ ...base, subscriber: `a${n}`, version: 1 },
        uses: Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`e${n}-${at}`, 1])),
        misses: [
          { query: '学生优惠', count: 1 },
          { query: `词${n}甲`, count: 9 },
          { query: `词${n}乙`, count: 9 },
        ],
        proposals: [{ id: `p${n}`, proposedAt: n, title: `第${n}条`, body: `话${n}`, note: '' }],
      })
    const sum = gathering.sum({ phrases: new Map(), answered: new Set() })
    expect(sum.misses[0]).toEqual({ query: '学生优惠', count: 3_000, subscribers: 3_000 })
    expect([sum.uses.length, sum.misses.length, sum.proposals.length]).toEqual([500, 200, 500])
    expect(sum.proposals[0]?.title).toBe('第2999条')
    expect(gathering.proposals().length).toBeLessThanOrEqual(1_000)
  })
})

describe('a search that found nothing', () => {
  it('is told only when it is words for a phrase', () => {
    expect(tellableQuery(' 敏感肌  成分 ', [])).toBe('敏感肌 成分')
    expect(tellableQuery('BaoYou', [])).toBe('baoyou')
    expect(tellableQuery('女士羽绒服', [])).toBe('女士羽绒服')
    for (const text of [
      ...['包', '尾号3456', '怎么还没到？', 'a@b.com', '一二三四五六七八九十'.repeat(3), '孕妇能用吗'],
      ...['王女士', '欧阳先生', '一三八一二三四五六七八', '杭州市余杭区文一西路'],
      ...['明天能寄出来吗', '昨天买的还没到', 'when will it arrive'],
    ])
      expect(tellableQuery(text, [])).toBe(null)
    expect(tellableQuery('小鹿', ['小鹿乱撞'])).toBe(null)
    expect(tellableQuery('小鹿乱撞 到哪了', ['别人', '小鹿乱撞'])).toBe(null)
    expect(tellableQuery('小鹿亂撞', ['小鹿乱撞'])).toBe(null)
  })
})
