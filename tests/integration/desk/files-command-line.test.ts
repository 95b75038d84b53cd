import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { golden, goldenAt } from '../../support/command-line.ts'
import { openTestDesk, temporaryFolder } from '../../support/library.ts'
import { smallDisk } from '../../support/small-disk.ts'

/** A lead's library of two phrases, which is published by nobody else. */
async function lead() {
  const desk = openTestDesk()
  const group = desk.groups.create('售前', null)
  const write = (title: string) => desk.phrases.create({ title, body: `亲，${title}。😀`, groupId: group.id })
  const phrases = [write('包邮说明'), write('尺码建议')]
  const common = ['--data-dir', desk.dataDir]
  await golden('team-new', '屿禾团队', '--groups', '售前', '--publisher', '安然', ...common)
  return { desk, common, phrases, folder: temporaryFolder() }
}

const bytesOf = (stdout: string) => Buffer.from(stdout, 'latin1')

describe('a file that a command writes', () => {
  it('takes no other’s place unless that is asked for, and is whole', async () => {
    const { common, folder } = await lead()
    const file = path.join(folder, '话术.csv')
    writeFileSync(file, '别人的')
    const refused = await golden('export', file, ...common)
    expect(refused).toEqual({ status: 2, stdout: '', stderr: `已经有这个文件，没有覆盖它：${file}\n` })
    expect(readFileSync(file, 'utf8')).toBe('别人的')
    expect(await golden('export', file, '--force', ...common)).toMatchObject({ status: 0, stderr: '' })
    expect(readFileSync(file, 'utf8')).toContain('包邮说明')
    expect(readdirSync(folder)).toEqual(['话术.csv'])
  })

  it('cannot be a folder, nor be in one that is not there or not one’s own', async () => {
    const { common, folder } = await lead()
    const said = async (file: string) => (await golden('export', file, ...common)).stderr
    expect(await said(folder)).toBe(`这是文件夹，要写明文件名：${folder}\n`)
    const nowhere = path.join(folder, '没有')
    expect(await said(path.join(nowhere, 'a.csv'))).toBe(`没有这个文件夹：${nowhere}\n`)
    if (process.getuid?.() === 0) return
    const locked = path.join(folder, '锁着')
    mkdirSync(locked, { mode: 0o500 })
    expect(await said(path.join(locked, 'a.csv'))).toBe(`没有权限写到这里：${path.join(locked, 'a.csv')}\n`)
    chmodSync(locked, 0o700)
  })

  it('that is a pack costs no version number where it cannot be written', async () => {
    const { desk, common, folder } = await lead()
    const nowhere = path.join(folder, '没有')
    expect(await golden('pack', '屿禾团队', nowhere, ...common)).toMatchObject({
      ...{ status: 2, stderr: `没有这个文件夹：${nowhere}\n` },
    })
    writeFileSync(path.join(folder, '屿禾团队-v1.g6pack'), '别人的')
    expect(await golden('pack', '屿禾团队', folder, ...common)).toMatchObject({ status: 2 })
    expect(desk.team.list()).toMatchObject([{ version: 0 }])
    const written = await golden('pack', '屿禾团队', folder, '--force', '--json', ...common)
    expect(JSON.parse(written.stdout)).toMatchObject({ library: { version: 1 } })
  })
})

it('a file that the disk has no room for is not there, nor a part of it, and what was there stays', async ({
  skip,
}) => {
  const disk = smallDisk(64)
  if (!disk) return skip('making a disk takes root')
  const { desk, common } = await lead()
  for (let n = 0; n < 40; n++)
    desk.phrases.create({ title: `长话术${n}`, body: '很'.repeat(3000 + n), groupId: null })
  const file = path.join(disk, '话术.csv')
  writeFileSync(file, '上次的')
  for (const more of [[path.join(disk, '新的.csv')], [file, '--force']])
    expect(await golden('export', ...more, ...common)).toEqual({
      ...{ status: 2, stdout: '', stderr: '磁盘已满，这次没有写入任何东西\n' },
    })
  expect(readdirSync(disk)).toEqual(['话术.csv'])
  expect(readFileSync(file, 'utf8')).toBe('上次的')
})

describe('a pipe', () => {
  it('carries a library from one program to another, and what is told beside it goes elsewhere', async () => {
    const { common } = await lead()
    const exported = await golden('export', '-', '--encoding', 'gbk', ...common)
    expect(exported).toMatchObject({ status: 0, stderr: expect.stringContaining('包邮说明') })
    const there = ['--data-dir', temporaryFolder(), '--empty', '--json']
    const imported = await goldenAt({ stdin: bytesOf(exported.stdout) }, 'import', '-', ...there)
    expect(JSON.parse(imported.stdout)).toMatchObject({
      ...{ ok: true, added: 2, encoding: 'GB18030', fileName: '标准输入' },
    })
    expect(await golden('export', '-', '--json', ...common)).toMatchObject({ status: 2, stdout: '' })
    expect(JSON.parse((await golden('import', '-', ...there)).stdout)).toMatchObject({
      ...{ ok: false, reason: '文件是空的' },
    })
  })

  it('carries packs', async () => {
    const { desk, common, phrases, folder } = await lead()
    const first = bytesOf((await golden('pack', '屿禾团队', '-', ...common)).stdout)
    expect(JSON.parse((await goldenAt({ stdin: first }, 'verify', '-', '--json')).stdout)).toMatchObject({
      ...{ ok: true, version: 1, counts: { phrases: 2 } },
    })
    desk.phrases.update(phrases[0]!.id, { ...phrases[0]!, title: '包邮规则' })
    const [group] = desk.groups.list()
    desk.groups.rename(group!.id, '售前话术')
    const written = JSON.parse((await golden('pack', '屿禾团队', folder, '--json', ...common)).stdout)
    const compared = await goldenAt({ stdin: first }, 'diff', '-', written.file, '--json')
    expect(compared.status).toBe(1)
    expect(JSON.parse(compared.stdout).changes).toMatchObject([
      { of: 'group', kind: 'changed', title: '售前话术', fields: ['name'] },
      { of: 'phrase', kind: 'changed', title: '包邮规则', fields: ['title'] },
    ])
    expect((await goldenAt({ stdin: first }, 'diff', '-', '-')).status).toBe(2)
    expect((await golden('verify', folder)).stderr).toBe(`这是文件夹，不是文件：${folder}\n`)
  })
})

it('a lead who publishes by a script is told what that takes from the team, before it does where asked', async () => {
  const { desk, common, phrases } = await lead()
  const channel = ['--channel', temporaryFolder()]
  await golden('publish', '屿禾团队', ...channel, ...common)
  desk.phrases.remove([phrases[1]!.id])
  const preview = await golden('publish', '屿禾团队', '--preview', ...common)
  expect(preview).toEqual({ status: 1, stdout: '会从全队移除 1 条话术：\n  《尺码建议》\n', stderr: '' })
  expect(desk.team.list()).toMatchObject([{ version: 1 }])
  const published = await golden('publish', '屿禾团队', '--json', ...common)
  expect(JSON.parse(published.stdout)).toMatchObject({
    ...{ version: 2, removals: { count: 1, titles: ['尺码建议'], takenBack: { count: 0 } } },
  })
})
