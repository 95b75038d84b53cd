import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { memoryStore } from '../../../support/channel-store.ts'
import { ANYWHERE, lead, teamAround } from '../../../support/channels.ts'
import { openTestDesk, temporaryFolder } from '../../../support/library.ts'

describe('what opens a channel', () => {
  it('is kept sealed, beside the library, and is in no answer and no file but its own', async () => {
    const keyProtector = async () => ({
      protect: async (secret: string) => Buffer.from([...secret].reverse().join('')),
      reveal: async (wrapped: Buffer) => [...wrapped.toString()].reverse().join(''),
    })
    const secrets: (string | null)[] = []
    const store = memoryStore()
    const boss = await lead({ address: ANYWHERE, channelWorld: { openStore: () => store } })
    await boss.publish()
    const agent = openTestDesk({
      presence: 'host',
      keyProtector,
      channelWorld: {
        openStore: (_, secret) => {
          secrets.push(secret)
          return store
        },
      },
    })
    const address = { kind: 'webdav', url: 'https://dav.example.com/team/', user: '客服' } as const
    const { fingerprint } = await agent.channels.meet({ address, secret: 'p4ss-w0rd-9' })
    await agent.channels.subscribe({ address, secret: 'p4ss-w0rd-9', trusted: fingerprint })
    expect(secrets).not.toContain(null)
    expect(JSON.stringify(agent.channels.list())).not.toContain('p4ss')
    const file = readFileSync(path.join(agent.dataDir, 'channel-secrets.json'), 'utf8')
    expect(file).not.toContain('p4ss-w0rd-9')
    // Nor in what is carried to another machine.
    const folder = temporaryFolder()
    const { name } = await agent.safekeeping.exportEverything('1.0.0', folder)
    const carried = Object.entries(unzipSync(readFileSync(path.join(folder, name))))
    expect(carried.map(([inner]) => inner)).not.toContain('channel-secrets.json')
    for (const [, content] of carried) expect(Buffer.from(content).includes('p4ss-w0rd-9')).toBe(false)

    // Never to another server, nor for another account.
    await agent.channels.meet({ address, secret: null })
    expect(secrets.at(-1)).toBe('p4ss-w0rd-9')
    await agent.channels.meet({ address: { ...address, url: 'https://evil.example.com/' }, secret: null })
    await agent.channels.meet({ address: { ...address, user: '别人' }, secret: null })
    expect(secrets.slice(-2)).toEqual([null, null])
  })

  it('is asked for again where it is not, e.g. on another machine', async () => {
    const { boss, join, id } = await teamAround()
    await boss.publish()
    const agent = await join()
    const address = { kind: 'webdav', url: 'https://dav.example.com/team/', user: '客服' } as const
    await agent.channels.attach(id, { address, secret: 'p4ss' })
    rmSync(path.join(agent.dataDir, 'channel-secrets.json'))
    await agent.channels.attach(id, { address, secret: null })
    expect(await agent.channels.check(id)).toMatchObject({
      ...{ status: 'refused', asksForSecret: true },
      problem: '请重新填写这个频道的密码：它不在这台电脑上',
    })
    await agent.channels.attach(id, { address, secret: 'p4ss' })
    expect(await agent.channels.check(id)).toMatchObject({ status: 'current', asksForSecret: false })
  })

  it('is asked for again when its file was damaged, and the lead hears of one agent still', async () => {
    const { boss, join, id, store } = await teamAround()
    await boss.publish()
    const agent = await join()
    const address = { kind: 'webdav', url: 'https://dav.example.com/team/', user: '客服' } as const
    await agent.channels.attach(id, { address, secret: 'p4ss' })
    agent.channels.configure(id, { isAutomatic: true, sendsFeedback: true })
    const [entry] = agent.phrases.list({ offset: 0, limit: 1 }).phrases
    if (!entry) throw new Error('the agent has no phrases')
    const used = () =>
      agent.usage.record({ phraseId: entry.id, query: '', outcome: 'pasted', step: null, tookMs: 900 })
    used()
    await agent.channels.check(id)

    writeFileSync(path.join(agent.dataDir, 'channel-secrets.json'), '{"format":1,"secrets":{"')
    await agent.channels.attach(id, { address, secret: null })
    expect(await agent.channels.check(id)).toMatchObject({
      ...{ status: 'refused', asksForSecret: true },
      problem: expect.stringMatching(/请重新填写.*已损坏，改名为 channel-secrets\.damaged-/),
    })
    await agent.channels.attach(id, { address, secret: 'p4ss' })
    used()
    await agent.channels.check(id)
    expect([...store.files.keys()].filter((name) => name.startsWith('inbox/'))).toHaveLength(1)
  })
})

describe('leaving', () => {
  it('a library leaves its channel and what opened it, too', async () => {
    const { boss, join, id } = await teamAround()
    await boss.publish()
    const agent = await join()
    agent.team.leave(id, 'remove')
    expect(agent.channels.list()).toEqual([])
  })
})
