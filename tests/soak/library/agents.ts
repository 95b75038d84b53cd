import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { AgentProgram } from './agent-program.ts'
import type { Line, Task } from './ledger.ts'

export interface Agent {
  child: ChildProcessWithoutNullStreams
  /** Sets it to work; resolves when it has ended. @throws when it said something on standard error */
  work(task: Task, hear: (line: Line) => void): Promise<{ signal: NodeJS.Signals | null }>
}

/** Starts a program that loads what it needs and waits for a task. */
export function startAgent({ file }: AgentProgram, env: NodeJS.ProcessEnv = {}): Agent {
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, NODE_COMPILE_CACHE: path.join(path.dirname(file), 'compiled'), ...env },
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said += text
  })
  // One that is killed before it got its task.
  child.stdin.on('error', () => undefined)
  return {
    child,
    async work(task, hear) {
      const ended = once(child, 'close')
      child.stdin.end(`${encodeURIComponent(JSON.stringify(task))}\n`)
      for await (const text of createInterface(child.stdout)) hear(JSON.parse(text) as Line)
      const [, signal] = await ended
      if (said) throw new Error(said)
      return { signal }
    },
  }
}
