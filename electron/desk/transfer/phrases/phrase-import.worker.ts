import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { reachable } from '../../database/folder.ts'
import { DATABASE_FILE } from '../../database/open-database.ts'
import { DeskError } from '../../desk-error.ts'
import { journalOfSession } from '../../undo/journal-of-session.ts'
import type { Findings } from './findings.ts'
import { Cancelled, importPhrases } from './import-task.ts'
import type { FilePiece, FromWorker, ToWorker, WorkerSettings } from './messages.ts'
import { findingsAsCsv } from './report-csv.ts'

// One import, from its files to its report, by a connection of its own, beside the thread that serves the windows.

const BUSY_TIMEOUT_MS = 10_000

const { dataDir, session, stop } = workerData as WorkerSettings
const files = new Map<string, Uint8Array>()
const pieces = new Map<string, Uint8Array[]>()
let findings: Findings | null = null

async function handle(message: ToWorker): Promise<void> {
  switch (message.kind) {
    case 'piece':
      take(message)
      return
    case 'report':
      reply({ kind: 'report', ask: message.ask, csv: findingsAsCsv(findings?.all ?? []) })
      return
    case 'run':
      reply(await run(message))
  }
}

function take({ path: name, bytes, isLast }: FilePiece): void {
  const before = pieces.get(name) ?? []
  pieces.delete(name)
  if (!isLast) pieces.set(name, [...before, bytes])
  else files.set(name, before.length === 0 ? bytes : Buffer.concat([...before, bytes]))
}

async function run({ ask, options, writes, at }: Extract<ToWorker, { kind: 'run' }>): Promise<FromWorker> {
  const database = new Database(reachable(path.join(dataDir, DATABASE_FILE)), {
    fileMustExist: true,
    timeout: BUSY_TIMEOUT_MS,
  })
  try {
    database.pragma('synchronous = FULL')
    database.pragma('foreign_keys = ON')
    const journal = journalOfSession(database, { session, now: () => at })
    const result = await importPhrases(
      database,
      files,
      { options, writes, at },
      {
        dataDir,
        journal,
        onProgress: (progress) => reply({ kind: 'progress', progress }),
        isCancelled: () => Atomics.load(stop, 0) !== 0,
      },
    )
    findings = result.findings
    return { kind: 'outcome', ask, outcome: result.outcome }
  } catch (error) {
    if (error instanceof Cancelled) return { kind: 'cancelled', ask }
    const { message, code = null } = error as NodeJS.ErrnoException
    return { kind: 'failed', ask, message, code, isDeskError: error instanceof DeskError }
  } finally {
    database.close()
  }
}

function reply(message: FromWorker): void {
  parentPort?.postMessage(message)
}

// One after the other: a run may wait, for a workbook to be read.
let last = Promise.resolve()
parentPort?.on('message', (message: ToWorker) => {
  last = last.then(() => handle(message))
})
