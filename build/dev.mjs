// `npm run dev`: Electron with hot reloading; where Electron cannot be had, the browser host, built anew at each change.
import path from 'node:path'
import { watchSources } from './dev/watch-sources.mjs'
import { findElectron } from './electron-runtime/find.mjs'
import { buildBundles, bundlesAreFresh } from './setup/bundles.mjs'
import { prepare } from './setup/prepare.mjs'
import { handOver } from './setup/processes.mjs'
import { ROOT } from './setup/project.mjs'
import { runAsProgram, say } from './setup/say.mjs'

await runAsProgram(async (args) => {
  const { env, platform } = process
  const { node } = await prepare()
  const electron = findElectron({ root: ROOT, env, platform })
  return electron ? developInElectron(node, electron, args) : developInBrowser(node, args)
})

/**
 * @param {string} node
 * @param {string} electron
 * @param {string[]} args
 */
function developInElectron(node, electron, args) {
  const cli = path.join(ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const asRoot = process.getuid?.() === 0 ? ['--noSandbox'] : []
  return handOver(node, [cli, '--watch', ...asRoot, '--', ...args], {
    cwd: ROOT,
    env: { ...process.env, ELECTRON_EXEC_PATH: electron },
  })
}

/**
 * Pages are built anew and seen by reloading; a change of the host or the desk is seen after `npm run dev` again.
 *
 * @param {string} node
 * @param {string[]} args
 */
async function developInBrowser(node, args) {
  say(
    'No Electron here (npm start gets it): developing in the browser host. Reload the page to see a change.',
  )
  const stopWatching = watchSources(ROOT, async () => {
    if (bundlesAreFresh(ROOT)) return
    try {
      await buildBundles(ROOT, node)
      say(`Built at ${new Date().toLocaleTimeString()}: reload the page`)
    } catch (error) {
      say(error instanceof Error ? error.message : String(error))
    }
  })
  try {
    return await handOver(node, [path.join(ROOT, 'out', 'main', 'serve.js'), '--live', ...args])
  } finally {
    stopWatching()
  }
}
