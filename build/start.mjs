// `npm start`: the app under Electron, or in a browser window where Electron's runtime cannot be had.
import path from 'node:path'
import { fetchElectron, mirrorOf } from './electron-runtime/fetch.mjs'
import { findElectron } from './electron-runtime/find.mjs'
import { forgetFailure, recentFailure, rememberFailure } from './electron-runtime/recent-failure.mjs'
import { runElectron } from './electron-runtime/run-electron.mjs'
import { prepare } from './setup/prepare.mjs'
import { handOver } from './setup/processes.mjs'
import { ROOT } from './setup/project.mjs'
import { runAsProgram, say } from './setup/say.mjs'

const USAGE = `npm start [-- options]
  --data-dir DIR   where the library is kept
  --browser        use a browser window at once, without trying Electron
  --port N         browser window: the port to serve on (default: a free one)
  --no-open        browser window: print the address, open nothing
  --empty          start a new library without the starter phrases
GOLDEN_SIX_ELECTRON_MIRROR=URL       where to get Electron's runtime from
GOLDEN_SIX_ELECTRON_TIMEOUT_S=180    how long that may take; 0: do not try`

/** Options that only the browser host has: who gives one wants it. */
const BROWSER_OPTIONS = ['--browser', '--port', '--no-open']

const { env, platform } = process

await runAsProgram(async (given) => {
  const args = withWholeDataDir(given)
  if (args.includes('--help') || args.includes('-h')) {
    console.log(USAGE)
    return 0
  }
  const { node } = await prepare()
  const inBrowser = () => {
    const forHost = args.filter((arg) => arg !== '--browser')
    return handOver(node, [path.join(ROOT, 'out', 'main', 'serve.js'), ...forHost], { env })
  }
  if (args.some((arg) => BROWSER_OPTIONS.includes(arg.split('=')[0] ?? ''))) return inBrowser()
  if (!hasDisplay()) return inBrowser()

  const electron = await electronOrReason(node)
  if (!electron.ok) {
    sayFallback(electron.reason)
    return inBrowser()
  }
  const ended = await runElectron(electron.path, {
    root: ROOT,
    args,
    env,
    isRoot: process.getuid?.() === 0,
    onRunning: () =>
      say(
        '黄金六秒已启动（托盘图标），按快捷键呼出面板。Golden Six is running in the tray: press its hotkey for the panel.',
      ),
  })
  if (ended.started) return ended.code
  sayFallback(ended.reason)
  return inBrowser()
})

/**
 * `--data-dir DIR` as the one word `--data-dir=/absolute/DIR`: Electron takes switches in that form only, and a relative
 * folder counts from where the person is, while npm runs us in the package's folder.
 *
 * @param {string[]} args
 */
function withWholeDataDir(args) {
  const at = args.findIndex((arg) => arg === '--data-dir' || arg.startsWith('--data-dir='))
  const isApart = args[at] === '--data-dir'
  const dir = isApart ? args[at + 1] : args[at]?.slice('--data-dir='.length)
  if (!dir) return args
  const whole = path.resolve(env.npm_lifecycle_event === 'start' ? (env.INIT_CWD ?? '.') : '.', dir)
  return args.toSpliced(at, isApart ? 2 : 1, `--data-dir=${whole}`)
}

/**
 * @param {string} node
 * @returns {Promise<{ ok: true, path: string } | { ok: false, reason: string }>}
 */
async function electronOrReason(node) {
  const here = () => findElectron({ root: ROOT, env, platform })
  const found = here()
  if (found) return { ok: true, path: found }
  if (env.ELECTRON_OVERRIDE_DIST_PATH)
    return { ok: false, reason: 'ELECTRON_OVERRIDE_DIST_PATH has no Electron in it' }

  const mirror = mirrorOf(env)
  const failure = recentFailure(ROOT, mirror, Date.now())
  if (failure)
    return { ok: false, reason: `${failure.reason}, at ${new Date(failure.at).toLocaleTimeString()}` }

  say('正在下载 Electron 运行环境（约 110 MB）… Getting the Electron runtime…')
  const fetched = await fetchElectron({ root: ROOT, node, env, onProgress: showProgress })
  const path = fetched.ok ? here() : null
  if (path) {
    forgetFailure(ROOT)
    return { ok: true, path }
  }
  const reason = fetched.ok ? 'its runtime is incomplete' : fetched.reason
  rememberFailure(ROOT, { mirror, at: Date.now(), reason })
  return { ok: false, reason }
}

/** @param {string} reason */
function sayFallback(reason) {
  say(
    `Electron 用不了，改用浏览器窗口（可设 GOLDEN_SIX_ELECTRON_MIRROR 镜像）。Electron is not available (${reason}): using a browser window.`,
  )
}

/** On one line that overwrites itself, and only where somebody watches. */
function showProgress(/** @type {number} */ percent) {
  if (process.stderr.isTTY) process.stderr.write(`\r  ${percent} %${percent >= 100 ? '\n' : ''}`)
}

function hasDisplay() {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}
