import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import path from 'node:path'
import { type AgentProgram, buildAgentProgram } from './agent-program.ts'
import { startAgent } from './agents.ts'
import { Ledger, type Line, NOTHING } from './ledger.ts'
import { backupsIn, problemsOf } from './look.ts'
import { pseudoRandom } from './pseudo-random.ts'

const SHIM_SOURCE = path.join(import.meta.dirname, 'fault-shim.c')

interface Fault {
  call: 'open' | 'write' | 'fsync' | 'truncate' | 'rename' | 'unlink' | 'read' | 'lock' | 'mmap'
  /** The system's name of the error; `short` moves half of the bytes and says so. */
  error: keyof typeof constants.errno | 'short'
  /** Only on files with this in their path. */
  on?: string
  /** About how many such calls a round has, where that is not what the call usually has. */
  calls?: number
  /** Goes on failing instead of recovering after a few calls. */
  lasts?: boolean
}

const LIBRARY = 'golden-six.sqlite'
const LOG = `${LIBRARY}-wal`
const INDEX = `${LIBRARY}-shm`

/** What disks, file systems and other programs do to a program's files. */
export const FAULTS: readonly Fault[] = [
  { call: 'write', error: 'ENOSPC' },
  { call: 'write', error: 'ENOSPC', lasts: true },
  { call: 'write', error: 'EDQUOT', on: LOG, calls: 60 },
  { call: 'write', error: 'EIO', on: LOG },
  { call: 'write', error: 'EIO', on: LOG, lasts: true },
  { call: 'write', error: 'EIO', on: 'backups' },
  { call: 'write', error: 'EROFS', lasts: true },
  { call: 'write', error: 'ENOSPC', on: 'images', calls: 2 },
  { call: 'write', error: 'EFBIG', on: LOG },
  { call: 'write', error: 'short' },
  { call: 'write', error: 'short', on: LOG },
  { call: 'fsync', error: 'EIO' },
  { call: 'fsync', error: 'EIO', on: LOG, lasts: true, calls: 10 },
  { call: 'fsync', error: 'ENOSPC', on: LOG, calls: 10 },
  { call: 'fsync', error: 'EIO', on: 'backups', calls: 4 },
  { call: 'open', error: 'EACCES', on: 'backups', calls: 6 },
  { call: 'open', error: 'EACCES', on: LOG, calls: 3 },
  { call: 'open', error: 'EROFS', on: 'settings', calls: 2 },
  { call: 'open', error: 'EMFILE' },
  { call: 'open', error: 'ENFILE', on: 'sqlite' },
  { call: 'open', error: 'ENOSPC', on: 'partial', calls: 3 },
  { call: 'open', error: 'EIO' },
  { call: 'read', error: 'EIO', on: LIBRARY },
  { call: 'read', error: 'EIO', on: LOG, calls: 5 },
  { call: 'read', error: 'short', on: 'settings', calls: 1 },
  { call: 'truncate', error: 'EIO' },
  { call: 'truncate', error: 'ENOSPC', on: INDEX, calls: 2 },
  { call: 'rename', error: 'EACCES' },
  { call: 'rename', error: 'EIO', on: 'backups', calls: 2 },
  { call: 'rename', error: 'ENOSPC', on: 'settings', calls: 1 },
  { call: 'rename', error: 'EIO', on: 'images', calls: 1 },
  { call: 'unlink', error: 'EACCES', calls: 3 },
  { call: 'unlink', error: 'EBUSY', on: 'backups', calls: 2 },
  { call: 'unlink', error: 'EIO', calls: 3 },
  { call: 'lock', error: 'ENOLCK' },
  { call: 'lock', error: 'EAGAIN', on: LIBRARY },
  { call: 'mmap', error: 'ENOMEM', on: INDEX },
]

export const nameOf = ({ call, error, on, lasts }: Fault): string =>
  `${call} ${error}${on ? ` on ${on}` : ''}${lasts ? ', lasting' : ''}`

export interface FaultReport {
  rounds: number
  /** By kind of fault: how often it struck, and how many operations said that they had failed. */
  kinds: Record<string, { struck: number; failed: number }>
  acknowledged: number
  problems: string[]
}

/** Builds the shim with the C compiler that is there. @throws when there is none */
export function buildShim(): string {
  const shim = path.join(mkdtempSync(path.join(tmpdir(), 'golden-six-shim-')), 'fault-shim.so')
  execFileSync('gcc', ['-shared', '-fPIC', '-O1', '-o', shim, SHIM_SOURCE, '-ldl'])
  return shim
}

/** Programs at a time: while one waits for its disk, another works. */
const LANES = 2
/** How many operations a program does in a round; few, so that what may have happened stays countable. */
const OPERATIONS = 14
/** A fault that passes fails so many calls. */
const PASSING = 2
/** About how many such calls a round has, below the library's folder. */
const CALLS: Record<Fault['call'], number> = {
  ...{ write: 160, read: 120, lock: 120, open: 40, fsync: 40 },
  ...{ unlink: 8, rename: 4, truncate: 4, mmap: 3 },
}

/**
 * Lets a program work on a library while a kind of fault strikes, at another call each round, then opens the library on
 * a sound disk: it must hold what was acknowledged. An operation that said it failed may have been done or not, whole.
 */
export async function faultRounds(
  shim: string,
  { faults, rounds, seed }: { faults: readonly Fault[]; rounds: number; seed: number },
): Promise<FaultReport> {
  const report: FaultReport = { rounds: 0, kinds: {}, acknowledged: 0, problems: [] }
  const random = pseudoRandom(seed)
  const program = await buildAgentProgram()
  const sound = await soundLibrary(program, seed)
  const plan = Array.from({ length: rounds }, () => faults)
    .flat()
    .map((fault, index) => ({
      fault,
      from: 1 + random(fault.calls ?? CALLS[fault.call]),
      seed: seed + 1000 + index,
    }))
  async function lane(): Promise<void> {
    for (let strike = plan.shift(); strike; strike = plan.shift()) {
      const { failed, struck, acknowledged, problems } = await endure(strike, { program, shim, sound })
      const name = nameOf(strike.fault)
      const kind = report.kinds[name] ?? { struck: 0, failed: 0 }
      report.kinds[name] = { struck: kind.struck + struck, failed: kind.failed + failed }
      report.rounds++
      report.acknowledged += acknowledged
      report.problems.push(...problems)
    }
  }
  try {
    await Promise.all(Array.from({ length: LANES }, lane))
  } finally {
    rmSync(sound.folder, { recursive: true, force: true })
    program.remove()
  }
  return report
}

interface SoundLibrary {
  folder: string
  lines: Line[]
}

/** A library that has been worked on, so that there is something to lose. */
async function soundLibrary(program: AgentProgram, seed: number): Promise<SoundLibrary> {
  const folder = mkdtempSync(path.join(tmpdir(), '黄金六秒 好盘-'))
  const lines: Line[] = []
  await startAgent(program).work({ dataDir: folder, round: seed, operations: OPERATIONS }, (line) =>
    lines.push(line),
  )
  return { folder, lines }
}

/** One program on a copy of the sound library, struck by one fault from its call number `from` on. */
async function endure(
  { fault, from, seed }: { fault: Fault; from: number; seed: number },
  { program, shim, sound }: { program: AgentProgram; shim: string; sound: SoundLibrary },
) {
  const dataDir = mkdtempSync(path.join(tmpdir(), '黄金六秒 坏盘-'))
  const log = `${dataDir}.log`
  try {
    cpSync(sound.folder, dataDir, { recursive: true })
    const ledger = new Ledger(NOTHING)
    for (const line of sound.lines) ledger.read(line)
    let failed = 0
    const agent = startAgent(program, environment(fault, { shim, dataDir, log, from }))
    await agent.work({ dataDir, round: seed, operations: OPERATIONS }, (line) => {
      if ('failed' in line) failed++
      ledger.read(line)
    })
    ledger.end(backupsIn(dataDir))
    const struck = existsSync(log) ? readFileSync(log).length : 0
    const problems = problemsOf(dataDir, ledger, new Set()).map(
      (problem) => `${nameOf(fault)}, from call ${from}, seed ${seed}: ${problem}`,
    )
    return { failed, struck, acknowledged: ledger.acknowledged, problems }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
    rmSync(log, { force: true })
  }
}

function environment(
  { call, error, on, lasts }: Fault,
  { shim, dataDir, log, from }: { shim: string; dataDir: string; log: string; from: number },
): NodeJS.ProcessEnv {
  return {
    LD_PRELOAD: shim,
    FAULT_DIR: dataDir,
    FAULT_CALL: call,
    FAULT_ERRNO: error === 'short' ? '0' : String(constants.errno[error]),
    FAULT_FROM: String(from),
    FAULT_COUNT: lasts ? '1000000' : String(PASSING),
    FAULT_LOG: log,
    ...(on ? { FAULT_NAME: on } : {}),
  }
}
