import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { wallClock } from './keyboard.ts'
import { type BenchLibrary, CLI } from './library.ts'

/** From the start of a process to the first byte of its answer, ms, `rounds` times. */
async function timeToAnswer(program: string, args: readonly string[], rounds: number): Promise<number[]> {
  const samples: number[] = []
  for (let round = 0; round < rounds; round++) {
    const startedAt = wallClock()
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout, 'data')
    samples.push(wallClock() - startedAt)
    child.stdout.resume()
    if (child.exitCode === null) await once(child, 'exit')
  }
  return samples
}

/** A new process that opens the library and answers one search, as the program does when the machine is turned on. */
export function coldStart({ dataDir }: BenchLibrary, rounds: number): Promise<number[]> {
  return timeToAnswer(process.execPath, [CLI, 'search', 'baoyou', '--json', '--data-dir', dataDir], rounds)
}

/** Looking the same up in the phrase file, in the file's own words and by no pinyin. */
export function grepFile({ csvFile }: BenchLibrary, rounds: number): Promise<number[]> {
  return timeToAnswer('grep', ['-m', '50', '包邮', csvFile], rounds)
}
