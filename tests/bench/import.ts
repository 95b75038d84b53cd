import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { openDesk } from '../../electron/desk/open-desk.ts'
import { PhraseImportOptions } from '../../shared/model/phrase-transfer.ts'
import { workbookOf } from '../support/workbook.ts'
import { CLI } from './library.ts'
import { makeCorpus } from './search/corpus.ts'

// node tests/bench/import.ts [--json] [--phrases N]: how long a phrase file takes to come in, as CSV and as XLSX, the
// memory of the program that brings it in, and how long the thread that serves the windows is held up meanwhile. Build
// first.

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, phrases: { type: 'string', default: '100000' } },
})
const count = Number(values.phrases)
const folder = mkdtempSync(path.join(tmpdir(), 'golden-six-import-'))

try {
  const file = path.join(folder, 'phrases.csv')
  const table = phraseTable(count)
  writeFileSync(file, csvOf(table))
  const workbook = path.join(folder, 'phrases.xlsx')
  writeFileSync(workbook, await workbookOf(table))
  const plain = await measured([
    '--input-type=module',
    '--eval',
    `import papaparse from 'papaparse'
     import { readFileSync } from 'node:fs'
     papaparse.parse(readFileSync(${JSON.stringify(file)}, 'utf8'))`,
  ])
  const imported = await importOf(file, 'a')
  const importedWorkbook = await importOf(workbook, 'x')
  const result = {
    rows: count,
    megabytes: round(readFileSync(file).length / 1024 / 1024),
    seconds: round(imported.seconds),
    peakMegabytes: imported.peakMegabytes,
    workbook: {
      megabytes: round(readFileSync(workbook).length / 1024 / 1024),
      seconds: round(importedWorkbook.seconds),
      peakMegabytes: importedWorkbook.peakMegabytes,
    },
    plainParser: { seconds: round(plain.seconds), peakMegabytes: plain.peakMegabytes },
    timesThePlainParser: round(imported.seconds / plain.seconds),
    longestBlockMs: Math.round(await longestBlock(file)),
  }
  console.log(values.json ? JSON.stringify(result, null, 2) : result)
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
}

function phraseTable(rows: number): string[][] {
  const phrases = makeCorpus(20261121, rows).map(({ title, body }, number) => [
    `k${number}`,
    title,
    `${body}（${title}${number}）`,
    `分组${number % 200}`,
  ])
  return [['快捷短语编码', '标题', '快捷短语', '快捷短语分组'], ...phrases]
}

function csvOf(table: readonly string[][]): string {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
  return table.map((cells) => cells.map(quoted).join(',')).join('\n')
}

/** @param library the name of a folder for it */
async function importOf(file: string, library: string) {
  const dataDir = path.join(folder, library)
  const run = await measured([CLI, 'import', file, '--data-dir', dataDir, '--empty', '--json'])
  const { added } = JSON.parse(run.output) as { added: number }
  if (added !== count) throw new Error(`${added} of ${count} phrases were imported from ${file}`)
  return run
}

/** A program of Node's from its start to its end; its peak is what Linux says it had at most. */
async function measured(args: readonly string[]) {
  const startedAt = performance.now()
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text
  })
  let peakMegabytes = 0
  let hasEnded = false
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', () => {
      hasEnded = true
      resolve()
    })
  })
  while (!hasEnded) {
    peakMegabytes = Math.max(peakMegabytes, peakOf(child.pid))
    await Promise.race([ended, setTimeout(20)])
  }
  return { seconds: (performance.now() - startedAt) / 1000, peakMegabytes, output }
}

function peakOf(pid: number | undefined): number {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return Math.round(Number(kilobytes ?? 0) / 1024)
  } catch {
    return 0
  }
}

/** The longest that the desk's own thread did nothing else while a page imported the file, in ms. */
async function longestBlock(file: string): Promise<number> {
  const desk = openDesk({ dataDir: path.join(folder, 'b'), empty: true, presence: 'host' })
  try {
    const id = await desk.imports.open()
    desk.imports.give(id, { path: 'phrases.csv', bytes: readFileSync(file), isLast: true })
    await desk.imports.look(id, PhraseImportOptions.parse({}))
    let longest = 0
    let last = performance.now()
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last - 5)
      last = performance.now()
    }, 5)
    await desk.imports.add(id, PhraseImportOptions.parse({}))
    clearInterval(beat)
    return longest
  } finally {
    await desk.close()
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
