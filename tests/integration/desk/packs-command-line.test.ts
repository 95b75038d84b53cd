import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { golden, goldenAt } from '../../support/command-line.ts'
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
    const keys = (terminal: Parameters<typeof goldenAt>[0], ...more: string[]) =>
      goldenAt(terminal, 'keys', '屿禾团队', ...more, ...common)
    const questions: string[] = []
    const typing = (...answers: string[]) => ({
      askSecretly: async (question: string) => {
        questions.push(question)
        return answers.shift() ?? ''
      },
    })
    expect(await keys(typing('不打烊', '不打烊'), '--export', file, '--passphrase')).toMatchObject({
      ...{ status: 0, stdout: expect.not.stringContaining('不打烊') },
    })
    expect(questions).toHaveLength(2)
    expect(readFileSync(file, 'utf8')).toMatch(/^-----BEGIN ENCRYPTED PRIVATE KEY-----/)
    expect(await keys({}, '--export', file)).toMatchObject({ status: 2 })
    expect(await keys(typing('错'), '--import', file, '--passphrase')).toMatchObject({
      ...{ status: 2, stderr: expect.stringContaining('口令不对') },
    })
    expect(await keys({}, '--import', file)).toMatchObject({
      ...{ status: 2, stderr: expect.stringContaining('--passphrase-file') },
    })

    const from = path.join(folder, '口令')
    writeFileSync(from, '不打烊\n别的\n')
    expect(await keys({}, '--import', file, '--passphrase-file', from)).toMatchObject({ status: 0 })
    const piped = { readInput: async () => '不打烊\n' }
    expect(await keys(piped, '--import', file, '--passphrase')).toMatchObject({ status: 0 })
    vi.stubEnv('GOLDEN_SIX_KEY_PASSPHRASE', '不打烊')
    expect(await keys({}, '--import', file)).toMatchObject({ status: 0 })
    vi.unstubAllEnvs()
  })

  it('takes no passphrase that others can read, none that is empty, and none that was mistyped', async () => {
    const { common, folder } = await lead()
    const file = path.join(folder, '密钥.pem')
    for (const given of [['--passphrase', '不打烊'], ['--passphrase=不打烊']])
      expect(await golden('keys', '屿禾团队', '--export', file, ...given, ...common)).toEqual({
        ...{ status: 2, stdout: '' },
        stderr: expect.stringMatching(/^选项 --passphrase.*不能写在命令里.*GOLDEN_SIX_KEY_PASSPHRASE\n$/),
      })
    expect(
      await goldenAt(
        { readInput: async () => '' },
        'keys',
        '屿禾团队',
        '--export',
        file,
        '--passphrase',
        ...common,
      ),
    ).toMatchObject({ status: 2 })
    let tries = 0
    const clumsy = { askSecretly: async () => `不打烊${++tries}` }
    expect(
      await goldenAt(clumsy, 'keys', '屿禾团队', '--export', file, '--passphrase', ...common),
    ).toMatchObject({ status: 2, stderr: expect.stringContaining('不一样') })
    expect(existsSync(file)).toBe(false)
  })
})
