import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { Readable } from 'node:stream'
import { connectX } from '../electron-standin/x11/connection.ts'

/** A screen of its own for tests: an X server without a monitor, and a window manager on it. */
export interface Desktop {
  /** Such as `:41`. */
  display: string
  width: number
  height: number
  /** This process's environment with `DISPLAY` set; hand it to whatever is to appear there. */
  env: NodeJS.ProcessEnv & { DISPLAY: string }
  stop(): Promise<void>
}

const firstDisplay = 40
const lastDisplay = 99

/** Programs that tests on a desktop need. Missing ones are an error, unless GOLDEN_SIX_ALLOW_SKIP=1 asks to skip. */
export function desktopIsMissing(): string | undefined {
  const missing = ['Xvfb', 'openbox', 'xdotool', 'xclip', 'chromium'].filter(
    (program) => !(process.env.PATH ?? '').split(':').some((folder) => existsSync(`${folder}/${program}`)),
  )
  return missing.length === 0 ? undefined : `not installed: ${missing.join(', ')}`
}

/** True when desktop tests may be left out here, and must be; otherwise they run, and fail where something is missing. */
export function maySkipDesktopTests(): boolean {
  return process.env.GOLDEN_SIX_ALLOW_SKIP === '1' && desktopIsMissing() !== undefined
}

/**
 * Starts Xvfb on the first free display number from :40 on, and openbox on it. Both end with `stop()`, or with this
 * process. Sizes are in pixels.
 */
export async function startDesktop({ width = 1280, height = 800 } = {}): Promise<Desktop> {
  const missing = desktopIsMissing()
  if (missing) throw new Error(`A desktop for tests cannot be started; ${missing}`)
  for (let number = firstDisplay; number <= lastDisplay; number++) {
    if (existsSync(`/tmp/.X${number}-lock`) || existsSync(`/tmp/.X11-unix/X${number}`)) continue
    const server = await startServer(`:${number}`, width, height)
    if (!server) continue
    const display = `:${number}`
    const env = { ...process.env, DISPLAY: display }
    const manager = await startWindowManager(env)
    return {
      display,
      width,
      height,
      env,
      stop: async () => {
        await end(manager)
        await end(server)
      },
    }
  }
  throw new Error(`No X display is free between :${firstDisplay} and :${lastDisplay}`)
}

/** Resolves when the server takes connections; undefined when another process was faster to take the number. */
async function startServer(
  display: string,
  width: number,
  height: number,
): Promise<ChildProcess | undefined> {
  const server = spawn(
    'Xvfb',
    [display, '-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp', '-noreset'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  )
  endWithUs(server)
  const announced = server.stdio[3] as Readable
  return new Promise((resolve) => {
    announced.once('data', () => resolve(server))
    server.once('exit', () => resolve(undefined))
  })
}

/** Resolves when the window manager is at work: it announces itself on the root window (EWMH). */
async function startWindowManager(env: NodeJS.ProcessEnv & { DISPLAY: string }): Promise<ChildProcess> {
  const manager = spawn('openbox', ['--sm-disable'], { env, stdio: 'ignore' })
  endWithUs(manager)
  const x = await connectX(env.DISPLAY)
  const deadline = Date.now() + 10_000
  try {
    while (Date.now() < deadline) {
      if ((await x.property(x.root, '_NET_SUPPORTING_WM_CHECK')).data.length > 0) return manager
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  } finally {
    x.close()
  }
  throw new Error('openbox did not start')
}

function endWithUs(child: ChildProcess): void {
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  child.once('exit', () => process.removeListener('exit', kill))
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await gone
}
