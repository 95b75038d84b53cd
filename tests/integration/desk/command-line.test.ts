import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { golden } from '../../support/command-line.ts'
import { temporaryFolder } from '../../support/library.ts'

const CLI = path.join(import.meta.dirname, '../../../electron/cli.ts')

/** Runs the command line as a lead's script would: a process, its exit status, and its two streams. */
async function runAlone(...args: string[]) {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [
      '--disable-warning=ExperimentalWarning',
      CLI,
      ...args,
    ])
    return { status: 0, stdout, stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { status: code, stdout, stderr }
  }
}

function csvIn(folder: string, text: string): string {
  const file = path.join(folder, '话术.csv')
  writeFileSync(file, text)
  return file
}

describe('a lead uses the command line', () => {
  it('to import a file, find a phrase in it and fill it', async () => {
    const dataDir = temporaryFolder()
    const file = csvIn(
      dataDir,
      '快捷短语编码,快捷短语,快捷短语分组\nby01,"{{ 客户.称呼 }}，满198元包邮哦",迎接\n',
    )
    const common = ['--data-dir', dataDir, '--empty', '--json']

    const imported = await golden('import', file, ...common)
    expect(imported.status).toBe(0)
    expect(JSON.parse(imported.stdout)).toMatchObject({ ok: true, added: 1, encoding: 'UTF-8' })

    const found = await golden('search', 'baoyou', ...common)
    expect(JSON.parse(found.stdout)).toMatchObject({ total: 1, hits: [{ code: 'by01' }] })

    const rendered = await runAlone('render', 'BY01', ...common)
    expect(JSON.parse(rendered.stdout)).toMatchObject({ text: '亲，满198元包邮哦', missing: [] })
  })

  it('on an empty folder, which then has the starter library', async () => {
    const { status, stdout } = await golden('list', '--data-dir', temporaryFolder(), '--json')
    expect(status).toBe(0)
    expect(JSON.parse(stdout).total).toBeGreaterThanOrEqual(200)
  })

  it('to begin a library of their own, which stays without starter phrases for the window that opens it', async () => {
    const dataDir = temporaryFolder()
    // The code is one that the starter library has, too.
    await golden(
      'import',
      csvIn(dataDir, '快捷短语编码,快捷短语\nwh01,在的\n'),
      '--data-dir',
      dataDir,
      '--empty',
    )
    const { status, stdout } = await golden('list', '--data-dir', dataDir, '--json')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ total: 1, phrases: [{ code: 'wh01', body: '在的' }] })
  })

  it('and a row that was refused makes the exit status 1, told with its number', async () => {
    const dataDir = temporaryFolder()
    const file = csvIn(dataDir, '快捷短语编码,快捷短语\na1,好\na2,\n')
    const { status, stdout } = await golden('import', file, '--data-dir', dataDir, '--empty')
    expect(status).toBe(1)
    expect(stdout).toContain('新增 1 条')
    expect(stdout).toContain('第 3 行')
  })

  it('and a search that finds nothing makes it 1', async () => {
    expect((await golden('search', '包邮', '--data-dir', temporaryFolder(), '--empty')).status).toBe(1)
  })

  it('and a script that lacks a fact is not printed, but what it lacks', async () => {
    const dataDir = temporaryFolder()
    const file = csvIn(dataDir, '快捷短语编码,快捷短语\ndd,"订单 {{ 订单.编号 }} 已发出"\n')
    await golden('import', file, '--data-dir', dataDir, '--empty')
    const { status, stdout, stderr } = await golden('render', 'dd', '--data-dir', dataDir)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain('还缺')
  })

  it.each([
    ['a file that is not there', ['import', '没有.csv'], '没有这个文件'],
    ['a phrase that is not there', ['render', 'nope'], '没有编号或编码为“nope”的话术'],
    ['a folder for a file', ['import', import.meta.dirname], `这是文件夹，不是文件：${import.meta.dirname}`],
    ['a device for a file', ['import', '/dev/zero'], '这不是普通的文件'],
    ['no command', [], '请写一个命令'],
    ['a command that is none', ['distribute'], '没有“distribute”这个命令'],
    ['an option that is none', ['list', '--all'], '没有“--all”这个选项'],
    ['a file left out', ['import'], '缺少 <file>'],
    ['a word too many', ['list', 'by'], '多写了参数'],
    [
      'a limit that is no number',
      ['search', 'x', '--limit', 'many'],
      '选项 --limit <n> 不对：应是 1 到 9999',
    ],
    ['a height that is none', ['render', 'x', '--buyer', '小鱼,身高=高'], '身高要用大于 0'],
  ])('and %s is one line on stderr with status 2', async (_what, args, words) => {
    const { status, stdout, stderr } = await golden(
      ...args,
      ...(args[0] === 'publish' || args.length === 0 ? [] : ['--data-dir', temporaryFolder()]),
    )
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(words)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  it('and a script of theirs sees the status and the words that a person sees', async () => {
    const { status, stdout, stderr } = await runAlone('publish')
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toBe((await golden('publish')).stderr)
  })

  it('and may stop reading before the end', async () => {
    const dataDir = temporaryFolder()
    const list = spawn(process.execPath, [CLI, 'list', '--json', '--data-dir', dataDir], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    list.stdout.once('data', () => list.stdout.destroy())
    let complaints = ''
    list.stderr.on('data', (text) => {
      complaints += text
    })
    const [status] = await once(list, 'close')
    expect({ status, complaints: complaints.replace(/.*ExperimentalWarning.*\n.*\n/, '') }).toEqual({
      status: 0,
      complaints: '',
    })
  })

  it('to ask whether all is well', async () => {
    const { status, stdout } = await golden('doctor', '--data-dir', temporaryFolder(), '--json')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      findings: expect.arrayContaining([expect.objectContaining({ check: 'integrity', ok: true })]),
    })
  })
})
