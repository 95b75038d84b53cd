import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { golden } from '../../../support/command-line.ts'
import { openTestDesk, temporaryFolder } from '../../../support/library.ts'

async function run(...args: string[]) {
  const { status, stdout: out, stderr: error } = await golden(...args)
  return { status, out, error, json: () => JSON.parse(out) }
}

/** A lead's library, an agent's empty one, and the folder that both see. */
async function team() {
  const desk = openTestDesk()
  const group = desk.groups.create('售前', null)
  const phrase = desk.phrases.create({ title: '包邮说明', body: '亲，满99包邮。', groupId: group.id })
  const lead = ['--data-dir', desk.dataDir]
  const begun = await run(
    ...['team-new', '屿禾团队', '--groups', '售前', '--publisher', '安然', '--allow-edits', '--json'],
    ...lead,
  )
  const channel = path.join(temporaryFolder(), '共享')
  mkdirSync(channel)
  return {
    ...{ desk, phrase, lead, channel, fingerprint: begun.json().fingerprint },
    agent: ['--data-dir', temporaryFolder(), '--empty'],
    say: (body: string) => desk.phrases.update(phrase.id, { ...phrase, body }),
    publish: (...more: string[]) => run('publish', '屿禾团队', ...more, ...lead, '--json'),
  }
}

const bodies = async (agent: string[]) =>
  (await run('list', ...agent, '--json')).json().phrases.map(({ body }: { body: string }) => body)

describe('scripts of a lead and an agent', () => {
  it('publish to a channel, and pull from it once the publisher is trusted', async () => {
    const { agent, channel, fingerprint, publish, say } = await team()
    expect(await publish()).toMatchObject({ status: 2, error: expect.stringContaining('--channel') })
    const first = await publish('--channel', channel, '--message', '双11 口径')
    expect(first.json()).toMatchObject({ version: 1, sent: { objects: expect.any(Number) } })

    expect(await run('pull', '--channel', channel, ...agent)).toMatchObject({
      ...{ status: 2, out: '' },
      error: expect.stringContaining(`--trust ${fingerprint}`),
    })
    const pulled = await run('pull', '--channel', channel, '--trust', fingerprint, '--apply', ...agent)
    expect(pulled).toMatchObject({ status: 0, out: '《屿禾团队》已是最新，第 1 版\n' })
    expect(await bodies(agent)).toEqual(['亲，满99包邮。'])

    say('亲，满59包邮。')
    expect((await publish()).json()).toMatchObject({ version: 2 })
    const again = await run('pull', '屿禾团队', ...agent, '--json')
    expect(again.json()).toMatchObject([{ channel: { status: 'current', present: 2 }, outcome: null }])
    expect(await bodies(agent)).toEqual(['亲，满59包邮。'])
  })

  it('leave what both sides changed until one side is named', async () => {
    const { agent, channel, fingerprint, publish, say } = await team()
    await publish('--channel', channel)
    await run('pull', '--channel', channel, '--trust', fingerprint, '--apply', ...agent)
    const there = openTestDesk({ dataDir: agent[1] ?? '' })
    const [mine] = there.phrases.list({ offset: 0, limit: 1 }).phrases
    if (!mine) throw new Error('the agent has no phrases')
    there.phrases.update(mine.id, { ...mine, body: '亲，满199包邮哦。' })
    say('亲，满59包邮。')
    await publish()

    expect(await run('pull', ...agent)).toMatchObject({ status: 1, out: expect.stringContaining('--apply') })
    expect(await run('pull', '--apply', ...agent)).toMatchObject({ status: 2, out: '' })
    expect(await bodies(agent)).toEqual(['亲，满199包邮哦。'])
    expect(await run('pull', '--apply', '--on-conflict', 'theirs', ...agent)).toMatchObject({ status: 0 })
    expect(await bodies(agent)).toEqual(['亲，满59包邮。'])
  })

  it('give a release to some first, and say so', async () => {
    const { agent, channel, fingerprint, publish } = await team()
    await publish('--channel', channel)
    await publish('--share', '0')
    const pulled = await run('pull', '--channel', channel, '--trust', fingerprint, ...agent, '--json')
    expect(pulled.json()).toMatchObject([{ channel: { present: 1, status: 'current' } }])
  })

  it('are told in one line what cannot be', async () => {
    const { agent, channel, fingerprint, publish } = await team()
    expect(await run('pull', ...agent)).toMatchObject({ status: 1, out: '还没有订阅频道\n' })
    expect(await run('pull', '别的', ...agent)).toMatchObject({ status: 2, out: '' })
    for (const where of ['webdav:https://me:geheim@dav.cn/', 'https://me:geheim@cdn.cn/']) {
      const { status, error } = await publish('--channel', where)
      expect({ status, error }).toMatchObject({
        status: 2,
        error: expect.stringContaining('GOLDEN_SIX_CHANNEL_SECRET'),
      })
      expect(error).not.toContain('geheim')
    }
    await publish('--channel', channel)
    await run('pull', '--channel', channel, '--trust', fingerprint, ...agent)
    for (const name of readdirSync(channel)) rmSync(path.join(channel, name), { recursive: true })
    rmSync(channel, { recursive: true })
    expect(await run('pull', ...agent)).toMatchObject({
      ...{ status: 2, out: '' },
      error: expect.stringMatching(/^《屿禾团队》没有取到：.*\n$/),
    })
  })

  it('take a secret from the environment, and never print it', async () => {
    const { lead } = await team()
    vi.stubEnv('GOLDEN_SIX_CHANNEL_SECRET', 'geheim-123')
    const said = await run(
      ...['publish', '屿禾团队', '--channel', 'webdav:http://me@127.0.0.1:9/dav', ...lead],
    )
    vi.unstubAllEnvs()
    expect(said).toMatchObject({ status: 2, out: '' })
    expect(said.error).toMatch(/^.+\n$/)
    expect(said.error).not.toContain('geheim-123')
  })
})
