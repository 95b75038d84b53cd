import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { golden } from '../../support/command-line.ts'
import { openTestDesk, temporaryFolder } from '../../support/library.ts'

async function run(...args: string[]) {
  const { status, stdout: out, stderr: error } = await golden(...args)
  return { status, out, error, json: () => JSON.parse(out) }
}

/** A lead's library and what its commands take. */
async function lead() {
  const desk = openTestDesk()
  const group = desk.groups.create('售前', null)
  const phrase = desk.phrases.create({ title: '包邮说明', body: '亲，满99包邮。', groupId: group.id })
  const common = ['--data-dir', desk.dataDir, '--json']
  await run('team-new', '屿禾团队', '--groups', '售前', '--publisher', '安然', ...common)
  const folder = temporaryFolder()
  const pack = async (...more: string[]) =>
    (await run('pack', '屿禾团队', folder, ...more, ...common)).json().file
  return { desk, phrase, common, folder, pack }
}

describe('a lead’s script', () => {
  it('publishes, checks and compares packs, and an agent’s brings them in', async () => {
    const { desk, phrase, pack } = await lead()
    const first = await pack('--message', '双11 口径')
    expect(path.basename(first)).toBe('屿禾团队-v1.g6pack')
    desk.phrases.update(phrase.id, { ...phrase, title: '包邮规则' })
    const second = await pack()

    const verified = await run('verify', first, '--json')
    expect(verified.json()).toMatchObject({ ok: true, version: 1, publisher: '安然', counts: { phrases: 1 } })
    expect((await run('diff', first, second)).out).toBe('~ 包邮规则（title）\n')
    expect(await run('diff', first, first)).toMatchObject({ status: 0, out: '没有不同\n' })

    const there = ['--data-dir', temporaryFolder(), '--empty']
    const { fingerprint } = verified.json()
    expect(await run('apply-pack', first, ...there)).toMatchObject({
      status: 2,
      error: expect.stringContaining(`--trust ${fingerprint}`),
    })
    expect(await run('apply-pack', first, '--trust', fingerprint, ...there)).toMatchObject({ status: 0 })
    expect((await run('apply-pack', second, ...there)).out).toContain('更新 1 条')
    expect((await run('list', ...there, '--json')).json().phrases).toMatchObject([
      { title: '包邮规则', source: 'team', groupPath: ['屿禾团队', '售前'] },
    ])
    expect((await run('teams', ...there, '--json')).json()).toMatchObject([
      { version: 2, role: 'subscriber' },
    ])
  })

  it('learns of a damaged pack by one line and the status', async () => {
    const { pack } = await lead()
    const file = await pack()
    writeFileSync(file, readFileSync(file).subarray(0, -200))
    expect(await run('verify', file)).toMatchObject({
      ...{ status: 2, out: '' },
      error: expect.stringMatching(/^没有导入这个话术包：.*\n$/),
    })
  })

  it('writes the key down for another machine, never over a file that is there', async () => {
    const { common, folder } = await lead()
    const file = path.join(folder, '密钥.pem')
    expect(
      await run('keys', '屿禾团队', '--export', file, '--passphrase', '不打烊', ...common),
    ).toMatchObject({
      status: 0,
    })
    expect(readFileSync(file, 'utf8')).toMatch(/^-----BEGIN ENCRYPTED PRIVATE KEY-----/)
    expect(await run('keys', '屿禾团队', '--export', file, ...common)).toMatchObject({ status: 2 })
    expect(await run('keys', '屿禾团队', '--import', file, '--passphrase', '错', ...common)).toMatchObject({
      status: 2,
      error: expect.stringContaining('口令不对'),
    })
  })
})
