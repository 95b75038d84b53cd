import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'

/** An X server of its own with a window manager. */
export interface XSession {
  display: string
  env: NodeJS.ProcessEnv
  stop(): Promise<void>
}

/** A range of their own: other suites start displays beside these. */
const DISPLAYS = [50, 51, 52, 53, 54, 55, 56, 57, 58, 59]

export async function startXSession(): Promise<XSession> {
  const { server, display } = await startServer()
  const env = { ...process.env, DISPLAY: display, WAYLAND_DISPLAY: undefined }
  const manager = spawn('openbox', [], { env, stdio: 'ignore' })
  return {
    display,
    env,
    async stop() {
      await ended(manager)
      await ended(server)
    },
  }
}

async function startServer(): Promise<{ server: ChildProcess; display: string }> {
  for (const number of DISPLAYS.filter((n) => !existsSync(`/tmp/.X${n}-lock`))) {
    const args = [`:${number}`, '-screen', '0', '1280x800x24', '-nolisten', 'tcp', '-displayfd', '3']
    const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
    const ready = server.stdio[3]
    if (!ready) throw new Error('Xvfb was started without its ready pipe')
    // It writes its display number when it answers, and exits when the display was taken in between.
    const outcome = await Promise.race([
      once(ready, 'data').then(() => 'ready'),
      once(server, 'exit').then(() => 'taken'),
    ])
    if (outcome === 'ready') return { server, display: `:${number}` }
  }
  throw new Error(`no free display among :${DISPLAYS[0]} to :${DISPLAYS.at(-1)}`)
}

export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill()
  await exit
}
