import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { DATABASE_FILE } from '../../../electron/desk/database/open-database.ts'
import { type AgentProgram, buildAgentProgram } from './agent-program.ts'
import { type Agent, startAgent } from './agents.ts'
import { Ledger, NOTHING, type State, type Task } from './ledger.ts'
import { backupsIn, problemsOf } from './look.ts'
import { pseudoRandom } from './pseudo-random.ts'

const SCHEMA_1 = path.join(import.meta.dirname, '../../integration/desk/schemas/schema-1.sql')

/** Libraries at a time: while one program waits for its disk, another works. */
const LANES = 2
/** A library is worked on for so many rounds; then a new one begins, with a migration to be killed in. */
const ROUNDS_A_LIBRARY = 12
const OF_SCHEMA_1: State = { ...NOTHING, codes: new Set(['yj01', 'DC11', 'p3']), uses: 2 }

export interface KillReport {
  rounds: number
  /** Killed before everything asked was done. */
  killed: number
  acknowledged: number
  /** What was under way when the program was killed, by kind. */
  killedIn: Record<string, number>
  /** Empty when every acknowledged write was there every time. */
  problems: string[]
}

/**
 * Lets programs work on libraries and kills each with SIGKILL at a random moment: while it opens a library (of an
 * earlier schema, or with a damaged header), writes, imports, backs up or restores. After each the library is opened as
 * the next start would open it, and must hold exactly what was acknowledged, the operation under way wholly or not.
 */
export async function killRounds(
  rounds: number,
  seed: number,
  told: (report: KillReport) => void = () => undefined,
): Promise<KillReport> {
  const report: KillReport = { rounds: 0, killed: 0, acknowledged: 0, killedIn: {}, problems: [] }
  const program = await buildAgentProgram()
  try {
    const shares = Array.from({ length: LANES }, (_, lane) => Math.floor((rounds + lane) / LANES))
    await Promise.all(
      shares.map((share, lane) =>
        killInLane(share, { ...{ program, report, seed: seed * LANES + lane }, told: () => told(report) }),
      ),
    )
  } finally {
    program.remove()
  }
  return report
}

/** One library after the other, each worked on and killed for some rounds. */
async function killInLane(
  rounds: number,
  { program, report, seed, told }: { program: AgentProgram; report: KillReport; seed: number; told(): void },
): Promise<void> {
  const random = pseudoRandom(seed)
  // One is always starting while another works and is killed.
  let next = startAgent(program)
  const agent = () => {
    const ready = next
    next = startAgent(program)
    return ready
  }
  let done = 0
  try {
    while (done < rounds && report.problems.length === 0) {
      const dataDir = mkdtempSync(path.join(tmpdir(), '黄金六秒 断电-'))
      try {
        const isOld = random(2) === 0
        if (isOld) begin(dataDir)
        const ledger = new Ledger(isOld ? OF_SCHEMA_1 : NOTHING)
        const looked = new Set<string>()
        for (let round = 0; round < ROUNDS_A_LIBRARY && done < rounds; round++) {
          if (random(6) === 0) damageHeader(dataDir)
          // Half of them in the first operations, where the library is opened, migrated or mended.
          const killAfterLines = random(2) === 0 ? random(3) : random(60)
          const task = { dataDir, round: seed * 10_000 + done, operations: 200 }
          const underWay = await workUntilKilled(agent(), task, ledger, {
            killAfterLines,
            delayMs: random(12),
          })
          done++
          report.rounds++
          told()
          if (underWay !== null) {
            report.killed++
            report.killedIn[underWay] = (report.killedIn[underWay] ?? 0) + 1
          }
          ledger.end(backupsIn(dataDir))
          const problems = problemsOf(dataDir, ledger, looked)
          report.problems.push(...problems.map((problem) => `seed ${seed}, round ${done}: ${problem}`))
          if (problems.length > 0) break
        }
        report.acknowledged += ledger.acknowledged
      } finally {
        rmSync(dataDir, { recursive: true, force: true })
      }
    }
  } finally {
    next.child.kill('SIGKILL')
  }
}

/** @returns what was under way when it was killed, or null when it had come to its end */
async function workUntilKilled(
  { child, work }: Agent,
  task: Task,
  ledger: Ledger,
  { killAfterLines, delayMs }: { killAfterLines: number; delayMs: number },
): Promise<string | null> {
  let lines = 0
  let underWay = 'start'
  const { signal } = await work(task, (line) => {
    if ('failed' in line) throw new Error(line.failed)
    ledger.read(line)
    underWay = 'begin' in line ? line.begin.kind : 'nothing'
    // Not at the line itself, which is between operations, but in the midst of what follows it.
    if (lines++ === killAfterLines) setTimeout(() => child.kill('SIGKILL'), delayMs)
  })
  return signal === 'SIGKILL' ? underWay : null
}

function begin(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true })
  const database = new Database(path.join(dataDir, DATABASE_FILE))
  database.exec(readFileSync(SCHEMA_1, 'utf8'))
  database.close()
}

/** All of it can be read in spite of this, so that the recovery can be held to every row. */
function damageHeader(dataDir: string): void {
  const file = path.join(dataDir, DATABASE_FILE)
  if (!existsSync(file)) return
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(100, 0xff), 0, 100, 0)
  closeSync(handle)
}
