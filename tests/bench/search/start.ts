/**
 * From a new program on a library of many phrases to its first answer: with the finished index that the search keeps,
 * with what it keeps of each phrase alone, and with neither. Milliseconds by the clock and of both processors together.
 *
 *   node tests/bench/search/start.ts --phrases 100000
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'
import { DATABASE_FILE } from '../../../electron/desk/database/open-database.ts'
import { openDesk } from '../../../electron/desk/open-desk.ts'
import { INDEX_FILE } from '../../../electron/desk/phrases/library-search.ts'
import { makeCorpus } from './corpus.ts'

const { values } = parseArgs({
  options: {
    phrases: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '5' },
    /** Measures one start on this folder and prints it; what the program asks of itself in a new process. */
    measure: { type: 'string' },
  },
})

/** Rows of one phrase file. */
const ROWS = 20_000
const SEED = 20261121

if (values.measure) await measureStart(values.measure)
else await compare(Number(values.phrases), Number(values.rounds))

async function compare(count: number, rounds: number): Promise<void> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'golden-six-start-'))
  try {
    await fill(dataDir, count)
    const index = starts(dataDir, rounds)
    rmSync(path.join(dataDir, INDEX_FILE))
    const prepared = starts(dataDir, 1)
    withDatabase(dataDir, (database) => database.exec('DELETE FROM phrase_prepared'))
    const nothing = starts(dataDir, 1)
    const load = os.loadavg()[0]
    console.log(JSON.stringify({ phrases: count, load, keptMs: { index, prepared, nothing } }, null, 2))
  } finally {
    rmSync(dataDir, { recursive: true })
  }
}

/** A library of `count` phrases beside which everything worth keeping is kept. */
async function fill(dataDir: string, count: number): Promise<void> {
  const desk = openDesk({ dataDir, empty: true })
  const rows = makeCorpus(SEED, count).map(
    ({ title, body }, number) => `k${number},${quoted(title)},${quoted(body)},话术`,
  )
  for (let from = 0; from < rows.length; from += ROWS) {
    const lines = ['快捷短语编码,标题,快捷短语,快捷短语分组', ...rows.slice(from, from + ROWS)]
    const file = { name: '话术.csv', bytes: Buffer.from(lines.join('\n')) }
    await desk.imports.apply(file, { onDuplicate: 'keep' })
  }
  await desk.ready()
  const held = withDatabase(dataDir, (database) => countOf(database, 'phrases'))
  while (withDatabase(dataDir, (database) => countOf(database, 'phrase_prepared')) < held)
    await setTimeout(500)
  while (!existsSync(path.join(dataDir, INDEX_FILE))) await setTimeout(500)
  await desk.close()
}

function starts(dataDir: string, rounds: number): { wall: number; processor: number }[] {
  return Array.from({ length: rounds }, () =>
    JSON.parse(
      execFileSync(process.execPath, [import.meta.filename, '--measure', dataDir], { encoding: 'utf8' }),
    ),
  )
}

/** Times of a process that has loaded its program and opens the library, until the first answer. */
async function measureStart(dataDir: string): Promise<void> {
  const started = performance.now()
  const before = process.cpuUsage()
  const desk = openDesk({ dataDir })
  const query = { text: 'baoyou', limit: 10, step: null, filters: {}, productId: null, buyer: null }
  const { hits } = await desk.phrases.search(query)
  const wall = Math.round(performance.now() - started)
  const { user, system } = process.cpuUsage(before)
  if (hits.length === 0) throw new Error('nothing was found')
  console.log(JSON.stringify({ wall, processor: Math.round((user + system) / 1000) }))
  await desk.close()
}

function withDatabase<T>(dataDir: string, use: (database: Database.Database) => T): T {
  const database = new Database(path.join(dataDir, DATABASE_FILE))
  try {
    return use(database)
  } finally {
    database.close()
  }
}

function countOf(database: Database.Database, table: 'phrases' | 'phrase_prepared'): number {
  return database.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`
}
