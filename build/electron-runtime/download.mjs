// Runs under the project's Node as a child of fetch.mjs: puts Electron's runtime into npm's electron package, and
// prints a line now and then, so that its parent can tell a slow line from a dead one.
import { createRequire } from 'node:module'
import path from 'node:path'

const electron = path.join(process.cwd(), 'node_modules', 'electron')
const require = createRequire(path.join(electron, 'package.json'))
const { version } = require(path.join(electron, 'package.json'))
const { downloadArtifact } = require('@electron/get')

const PROGRESS_EVERY_MS = 1000
let toldAt = 0

/** @param {{ percent: number }} progress */
async function tell({ percent }) {
  if (Date.now() - toldAt < PROGRESS_EVERY_MS) return
  toldAt = Date.now()
  console.log(`progress ${Math.floor(percent * 100)}`)
}

try {
  console.log('asking')
  await downloadArtifact({
    version,
    artifactName: 'electron',
    // The package brings the checksums of its runtime, so a mirror cannot hand us another program.
    checksums: require(path.join(electron, 'checksums.json')),
    downloadOptions: { quiet: true, getProgressCallback: tell },
  })
  console.log('unpacking')
  // Finds the archive in the cache; it knows the layout of each platform.
  require(path.join(electron, 'install.js'))
} catch (error) {
  const { message, cause } = error instanceof Error ? error : new Error(String(error))
  const why = cause instanceof Error ? ('code' in cause ? cause.code : cause.message) : ''
  console.log(`failed ${message.split('\n')[0]}${why ? ` (${why})` : ''}`)
  process.exitCode = 1
}
