import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDesk } from '../../../electron/desk/open-desk.ts'
import { golden } from '../../support/command-line.ts'
import { temporaryFolder } from '../../support/library.ts'

/** Runs `check` on an empty library unless one is given. */
const check = (args: readonly string[], dataDir = temporaryFolder()) =>
  golden('check', ...args, '--empty', '--data-dir', dataDir)

function csv(text: string): string {
  const file = path.join(temporaryFolder(), '话术.csv')
  writeFileSync(file, text)
  return file
}

const GOOD = '快捷短语编码,快捷短语\ndz01,在的，您请说\n'
const BAD = [
  '快捷短语编码,快捷短语',
  'dz01,在的，您请说',
  'hp01,"{{ 客户.称呼 }}，五星好评返现 5 元"',
  'jb01,顶级羊绒',
  '',
].join('\n')

describe('a lead checks a file before it goes to the team', () => {
  it('and a clean one passes', async () => {
    const { status, stdout } = await check([csv(GOOD)])
    expect(status).toBe(0)
    expect(stdout).toContain('检查了 1 条，发现 0 处')
  })

  it('and one with blocked words does not: each finding with its row, code, words, reason and what to say', async () => {
    const { status, stdout } = await check([csv(BAD)])
    expect(status).toBe(1)
    expect(stdout).toContain('检查了 3 条，发现 2 处（违禁 1，强提醒 1，提醒 0，提示 0）')
    expect(stdout).toMatch(/✗ 第 3 行 hp01 .*“五星好评返现”（好评返现，违禁）.*；请买家照实评价/)
    expect(stdout).toMatch(/· 第 4 行 jb01 .*“顶级”（等级，强提醒）/)
    expect(stdout).toContain('有 1 处不能发布')
  })

  it('as JSON, with the place in the script', async () => {
    const { status, stdout } = await check([csv(BAD), '--format', 'json'])
    const report = JSON.parse(stdout)
    expect(status).toBe(1)
    expect(report).toMatchObject({ fileName: '话术.csv', checked: 3, blocked: 1, unchecked: [] })
    expect(report.findings[0]).toMatchObject({
      rule: 'review-bribery',
      phrase: { code: 'hp01', row: 3 },
      variant: null,
      isBlocked: true,
      span: { start: '{{ 客户.称呼 }}，'.length, end: '{{ 客户.称呼 }}，五星好评返现'.length },
    })
  })

  it('as SARIF, in which an error is what may not be published', async () => {
    const { stdout } = await check([csv(BAD), '--format', 'sarif'])
    const { version, runs } = JSON.parse(stdout)
    expect(version).toBe('2.1.0')
    const ids = runs[0].tool.driver.rules.map((rule: { id: string }) => rule.id)
    expect(runs[0].results.map((one: { ruleId: string; level: string }) => [one.ruleId, one.level])).toEqual([
      ['review-bribery', 'error'],
      ['level', 'warning'],
    ])
    expect(ids).toContain('review-bribery')
    expect(runs[0].results[0].properties).toMatchObject({ row: 3, code: 'hp01' })
  })

  it('and so is a script that the import would refuse: told at its line and column', async () => {
    const file = csv(
      '快捷短语编码,快捷短语\njg01,"亲\n每天{{ 商品.价格 | 每日 }}元"\nsf01,发到{{ 客户.省分 }}\nhd01,{{ 活动.名称 }}中\n',
    )
    const { status, stdout } = await check([file])
    expect(status).toBe(1)
    expect(stdout).toMatch(/✗ 第 2 行 jg01 .*第 2 行第 14 个字：没有叫「每日」的计算，是不是想写「每天」/)
    expect(stdout).toMatch(
      /✗ 第 3 行 sf01 .*第 1 行第 6 个字：没有「客户.省分」这个事实，是不是想写「客户.省份」/,
    )
    expect(stdout).toContain('有 2 段话术写错了')

    const { runs } = JSON.parse((await check([file, '--format', 'sarif'])).stdout)
    expect(runs[0].results).toMatchObject([
      { ruleId: 'script', level: 'error', properties: { row: 2, line: 2, column: 14 } },
      { ruleId: 'script', level: 'error', properties: { row: 3, line: 1, column: 6 } },
    ])
  })

  it('or for herself, where nothing blocks', async () => {
    const { status, stdout } = await check([csv(BAD), '--source', 'personal'])
    expect(status).toBe(0)
    expect(stdout).toContain('没有不能发布的内容')
  })

  it('and a row that is no phrase is told to have been left out', async () => {
    const { stdout } = await check([csv('快捷短语编码,快捷短语\na,好的,多一列\nb,在的\nc,\n')])
    expect(stdout).toContain('检查了 1 条')
    expect(stdout).toMatch(/没有检查 第 2 行：有 3 列/)
    expect(stdout).toContain('没有检查 第 4 行：话术内容是空的(c)')
  })
})

describe('a lead checks the library', () => {
  it('with its waivers, variants and product names, as what each phrase is or as the team would get it', async () => {
    const dataDir = temporaryFolder()
    const desk = openDesk({ dataDir, empty: true })
    desk.phrases.create({
      title: '面料',
      body: '顶级羊绒',
      variants: [{ buyerTypes: ['chatty'], body: '加我微信聊' }],
      waivers: [{ rule: 'level', text: '顶级', reason: '品牌系列名' }],
    })
    await desk.close()

    const own = await check(['--library', '--json'], dataDir)
    expect(own.status).toBe(0)
    const { findings } = JSON.parse(own.stdout)
    expect(findings.map((one: { rule: string; variant: number }) => [one.rule, one.variant])).toEqual([
      ['off-platform', 0],
      ['off-platform', 0],
    ])

    expect((await check(['--library', '--source', 'team'], dataDir)).status).toBe(1)
  })
})

describe('what cannot be checked is one line on stderr, with status 2', () => {
  it.each([
    ['a file that is not there', ['没有.csv'], '没有这个文件'],
    ['a folder', [import.meta.dirname], '这是文件夹，不是文件'],
    ['neither a file nor the library', [], '请写要检查的文件，或者只写 --library'],
    ['both', ['话术.csv', '--library'], '请写要检查的文件，或者只写 --library'],
    ['a format that is none', ['--library', '--format', 'xml'], '只能是 text、json、sarif'],
  ])('%s', async (_what, args, words) => {
    const { status, stdout, stderr } = await check(args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(words)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  it('a table of something else, and a file that is no table', async () => {
    for (const text of ['姓名,电话\n小满,1\n', '\0\0\0\0\0\0']) {
      const { status, stdout, stderr } = await check([csv(text)])
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
      expect(stderr.trim().split('\n')).toHaveLength(1)
    }
  })
})
