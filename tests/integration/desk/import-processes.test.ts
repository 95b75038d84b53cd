import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { DATABASE_FILE } from '../../../electron/desk/database/open-database.ts'
import { temporaryFolder } from '../../support/library.ts'
import { smallDisk } from '../../support/small-disk.ts'

// What only whole processes can show: two at once, one that is killed, one that finds the disk full.

const CLI = path.join(import.meta.dirname, '../../../electron/cli.ts')
const MANY = 20_000

function csvOf(rows: number, prefix: string): string {
  const lines = Array.from(
    { length: rows },
    (_, n) => `${prefix}${n},${prefix} 第 ${n} 条话术的内容,分组${n % 20}`,
  )
  const file = path.join(temporaryFolder(), `${prefix}.csv`)
  writeFileSync(file, `快捷短语编码,快捷短语,快捷短语分组\n${lines.join('\n')}\n`)
  return file
}

/** Begins an import as a lead's script would. */
function startImport(file: string, dataDir: string) {
  const child = spawn(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    CLI,
    'import',
    file,
    '--data-dir',
    dataDir,
    '--empty',
    '--json',
  ])
  onTestFinished(() => void child.kill('SIGKILL'))
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text
  })
  const ended = once(child, 'close').then(([status]) => ({ status: status as number | null, stdout, stderr }))
  return { child, ended }
}

function libraryIn(dataDir: string) {
  const database = new Database(path.join(dataDir, DATABASE_FILE))
  try {
    return {
      integrity: database.pragma('integrity_check', { simple: true }),
      phrases: database.prepare('SELECT count(*) FROM phrases').pluck().get(),
      groups: database.prepare('SELECT count(*) FROM phrase_groups').pluck().get(),
    }
  } finally {
    database.close()
  }
}

describe('an import in a process of its own', { timeout: 60_000 }, () => {
  it('beside another, both into a folder that is still empty: both come in whole', async () => {
    const dataDir = temporaryFolder()
    const imports = [startImport(csvOf(3000, 'a'), dataDir), startImport(csvOf(3000, 'b'), dataDir)]
    for (const { ended } of imports) {
      const { status, stdout, stderr } = await ended
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
      expect(JSON.parse(stdout)).toMatchObject({ ok: true, added: 3000, refused: [] })
    }
    expect(libraryIn(dataDir)).toEqual({ integrity: 'ok', phrases: 6000, groups: 20 })
  })

  it('that is killed half-way leaves all or nothing, and can be done again', async () => {
    const dataDir = temporaryFolder()
    const file = csvOf(MANY, 'k')
    const { child, ended } = startImport(file, dataDir)
    const log = path.join(dataDir, `${DATABASE_FILE}-wal`)
    // So much is in the log only once phrases are being written; all of them take several times as much.
    await vi.waitUntil(() => (statSync(log, { throwIfNoEntry: false })?.size ?? 0) > 1024 * 1024, {
      timeout: 30_000,
      interval: 2,
    })
    child.kill('SIGKILL')
    await ended

    const left = libraryIn(dataDir)
    expect([
      { integrity: 'ok', phrases: 0, groups: 0 },
      { integrity: 'ok', phrases: MANY, groups: 20 },
    ]).toContainEqual(left)
    const again = await startImport(file, dataDir).ended
    expect(JSON.parse(again.stdout)).toMatchObject({ ok: true, refused: [] })
    expect(libraryIn(dataDir)).toEqual({ integrity: 'ok', phrases: MANY, groups: 20 })
  })

  it('that fills the disk says so in one line and leaves the library as it was', async ({ skip }) => {
    const dataDir = smallDisk(3 * 1024)
    if (!dataDir) return skip('making a disk takes root')
    expect(await startImport(csvOf(10, 'few'), dataDir).ended).toMatchObject({ status: 0 })
    const { status, stdout, stderr } = await startImport(csvOf(MANY, 'many'), dataDir).ended
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/^[^\n]*磁盘已满[^\n]*\n$/)
    expect(libraryIn(dataDir)).toEqual({ integrity: 'ok', phrases: 10, groups: 10 })
  })
})
