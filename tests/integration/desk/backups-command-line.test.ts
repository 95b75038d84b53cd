import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { openTestDesk, temporaryFolder } from '../../support/library.ts'

const CLI = path.join(import.meta.dirname, '../../../electron/cli.ts')

async function run(...args: string[]) {
  const flags = ['--disable-warning=ExperimentalWarning', CLI, ...args]
  const { stdout } = await promisify(execFile)(process.execPath, flags)
  return JSON.parse(stdout)
}

it('a lead backs up, restores beside the open window, and moves everything to another machine', {
  timeout: 60_000,
}, async () => {
  const window = openTestDesk({ presence: 'host' })
  const phrase = window.phrases.create({ title: '包邮说明', body: '亲，满198元包邮', code: 'by01' })
  const common = ['--data-dir', window.dataDir, '--json']

  const backup = await run('backup', ...common)
  expect(backup).toMatchObject({ reason: 'manual', holds: { phrases: 1 } })
  window.phrases.remove([phrase.id])
  expect(await run('restore', backup.name, ...common)).toMatchObject({ holds: { phrases: 1 } })
  expect(window.phrases.get(phrase.id).code).toBe('by01')
  const listed = await run('backups', ...common)
  expect(listed.backups.map(({ reason }: { reason: string }) => reason).toSorted()).toEqual([
    'manual',
    'restore',
  ])

  const stick = temporaryFolder()
  const { file } = await run('export-all', stick, ...common)
  const there = ['--data-dir', temporaryFolder(), '--empty', '--json']
  expect(await run('import-all', file, ...there)).toMatchObject({ holds: { phrases: 1 } })
  expect((await run('list', ...there)).phrases).toMatchObject([{ code: 'by01' }])
})

it('a name that is no backup, and a file that is no archive, are refused in one line', async () => {
  const dataDir = temporaryFolder()
  const file = path.join(dataDir, 'x.zip')
  writeFileSync(file, 'x')
  const refusal = (...args: string[]) =>
    run(...args, '--data-dir', dataDir, '--empty').then(
      () => null,
      ({ code, stderr }) => ({ code, stderr }),
    )
  expect(await refusal('restore', '../golden-six.sqlite')).toEqual({
    code: 2,
    stderr: expect.stringMatching(/^这份备份已经不在了[^\n]*\n$/),
  })
  expect(await refusal('import-all', file)).toEqual({
    code: 2,
    stderr: expect.stringMatching(/^没有导入：[^\n]*\n$/),
  })
})
