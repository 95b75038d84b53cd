import { run } from '../setup/processes.mjs'

/** An Electron that ends badly within this time never showed a window: a library is missing, or its sandbox. */
const STILLBORN_MS = 15_000

/** By then it has taken its hotkey: a cold start takes less than a second. */
const RUNNING_MS = 2_000

/**
 * Runs the app under Electron until the person quits it.
 *
 * @param {string} electron
 * @param {{ root: string, args: readonly string[], env: NodeJS.ProcessEnv, isRoot: boolean, onRunning: () => void }} options
 * @returns {Promise<{ started: true, code: number } | { started: false, reason: string }>}
 */
export async function runElectron(electron, { root, args, env, isRoot, onRunning }) {
  // Chromium refuses to run as root with its sandbox on.
  const switches = isRoot ? ['--no-sandbox'] : []
  const startedAt = Date.now()
  const running = setTimeout(onRunning, RUNNING_MS)
  const { code, output } = await run(electron, [...switches, root, ...args], { cwd: root, env })
  clearTimeout(running)
  if (code !== 0 && Date.now() - startedAt < STILLBORN_MS)
    return { started: false, reason: reasonIn(output, code) }
  return { started: true, code }
}

/**
 * Chromium prints much that is harmless; these are the lines that tell why it did not start.
 *
 * @param {string} output
 * @param {number} code
 */
export function reasonIn(output, code) {
  const library = /error while loading shared libraries: ([^\s:]+)/.exec(output)?.[1]
  if (library) return `the system library ${library} is missing`
  if (/SUID sandbox|No usable sandbox/.test(output)) return "the system does not allow Chromium's sandbox"
  if (/Missing X server|cannot open display|Failed to connect to (the bus|Wayland)/i.test(output))
    return 'no display answered'
  const own = output.split('\n').find((line) => line.startsWith('golden-six: '))
  return own?.slice('golden-six: '.length) ?? `it ended with status ${code}`
}
