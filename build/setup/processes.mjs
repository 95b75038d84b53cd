import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { Complaint } from './say.mjs'

const WINDOWS = process.platform === 'win32'

/** How long a child may tidy up after it was asked to end. */
const GRACE_MS = 5000

const OUTPUT_KEPT = 200_000

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

/** @type {NodeJS.Signals | null} */
let asked = null

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    // With nothing to wait for there is nothing to tidy; 'exit' listeners still run.
    if (running.size === 0) process.exit(statusOf(signal))
    asked = signal
    for (const child of running) end(child, signal)
  })
}

/**
 * @typedef {object} Finished
 * @property {number} code exit status, 128 + n for a signal
 * @property {string} output the last part of what it printed on both streams
 * @property {boolean} timedOut
 */

/**
 * Runs a command to its end and keeps what it prints. Its whole family ends with us, or when its time is up.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {object} options
 * @param {string} options.cwd
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {number} [options.timeoutMs]
 * @param {boolean} [options.echo] let its output through as well
 * @param {boolean} [options.shell] Windows starts `.cmd` files only through a shell
 * @param {(pid: number) => void} [options.onStart]
 * @param {(text: string, end: () => void) => void} [options.onOutput]
 * @returns {Promise<Finished>}
 */
export async function run(command, args, options) {
  const { cwd, env, timeoutMs, echo = false, shell = false, onStart, onOutput } = options
  const child = start(command, args, { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'] })
  if (child.pid !== undefined) onStart?.(child.pid)
  let output = ''
  for (const [from, to] of /** @type {const} */ ([
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ])) {
    from?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      output = (output + text).slice(-OUTPUT_KEPT)
      if (echo) to.write(text)
      onOutput?.(text, () => end(child, 'SIGTERM'))
    })
  }

  let timedOut = false
  const timer = timeoutMs
    ? setTimeout(() => {
        timedOut = true
        end(child, 'SIGTERM')
      }, timeoutMs)
    : undefined
  const code = await finished(child, command)
  clearTimeout(timer)
  // What it was asked to stop half-way has no result, and nothing after it should start.
  if (asked) throw new Complaint('', statusOf(asked))
  return { code, output, timedOut }
}

/**
 * Gives the terminal to a program that runs from here on, passes signals on, and returns the exit status it chose.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, interactive?: boolean }} [options] `interactive`: it may read the
 * terminal, which only the terminal's own process group may.
 */
export function handOver(command, args, { cwd, env, interactive = false } = {}) {
  return finished(
    start(command, args, {
      cwd,
      env,
      stdio: interactive ? 'inherit' : ['ignore', 'inherit', 'inherit'],
      interactive,
    }),
    command,
  )
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean, interactive?: boolean, stdio: import('node:child_process').StdioOptions }} options
 */
function start(command, args, { interactive = false, ...options }) {
  // A process group of its own lets us end a child together with all it started.
  const child = spawn(command, args, { ...options, windowsHide: true, detached: !WINDOWS && !interactive })
  running.add(child)
  return child
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} command
 * @returns {Promise<number>}
 */
function finished(child, command) {
  return new Promise((resolve, reject) => {
    child.once('error', (error) => {
      running.delete(child)
      reject(new Complaint(`Cannot run ${command}: ${'code' in error ? error.code : error.message}`))
    })
    child.once('close', (code, signal) => {
      running.delete(child)
      resolve(signal ? statusOf(signal) : (code ?? 1))
    })
  })
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function end(child, signal) {
  signalFamily(child, signal)
  setTimeout(() => signalFamily(child, 'SIGKILL'), GRACE_MS).unref()
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalFamily(child, signal) {
  if (child.pid === undefined) return
  if (WINDOWS) {
    spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true })
    return
  }
  try {
    process.kill(-child.pid, signal)
  } catch {
    // It leads no group (an interactive child) or has gone already.
    child.kill(signal)
  }
}

/** @param {NodeJS.Signals} signal */
function statusOf(signal) {
  return 128 + (constants.signals[signal] ?? 0)
}
