import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { onTestFinished, vi } from 'vitest'

export const ROOT = path.join(import.meta.dirname, '../../..')

export interface Program {
  child: ChildProcess
  /** What it has printed so far, both streams. */
  printed(): string
  /** Resolves with the match once the program has printed it. */
  prints(pattern: RegExp, withinMs?: number): Promise<RegExpExecArray>
  /** Resolves with its exit status, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals | null>
}

/** Starts a script of the project as a person's terminal would; it is gone when the test is over. */
export function start(
  script: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  cwd = ROOT,
): Program {
  const child = spawn(process.execPath, [script, ...args], {
    cwd,
    env: { ...process.env, DISPLAY: undefined, WAYLAND_DISPLAY: undefined, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk) => {
      text += chunk
    })
  }
  const ended = once(child, 'close').then(([code, signal]) => code ?? signal)
  onTestFinished(async () => {
    child.kill('SIGTERM')
    const timer = setTimeout(() => child.kill('SIGKILL'), 8_000)
    await ended
    clearTimeout(timer)
  })
  return {
    child,
    printed: () => text,
    prints: (pattern, withinMs = 15_000) =>
      vi.waitFor(
        () => {
          const match = pattern.exec(text)
          if (!match) throw new Error(`not printed: ${pattern}\n--- printed:\n${text}`)
          return match
        },
        { timeout: withinMs, interval: 20 },
      ),
    ended,
  }
}

/** No line of a person's terminal is a stack trace or Node's own report of a crash. */
export const STACK_TRACE = /^\s+at .*:\d+:\d+\)?$|^Node\.js v\d+/m
