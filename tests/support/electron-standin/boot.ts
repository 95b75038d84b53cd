import fs from 'node:fs'
import inspector from 'node:inspector'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseSwitches } from './command-line.ts'
import { setApplication } from './modules/paths.ts'
import { startApplication } from './start.ts'

/** `electron [-r module] [--inspect=port] [--switches] <app> [arguments]`, as Electron's own executable reads it. */
function readCommandLine(argv: readonly string[]) {
  const preloadModules: string[] = []
  let inspectPort: number | undefined
  let application: string | undefined
  for (let index = 0; index < argv.length && application === undefined; index++) {
    const argument = argv[index] ?? ''
    if (argument === '-r' || argument === '--require') {
      index++
      preloadModules.push(argv[index] ?? '')
    } else if (argument.startsWith('--inspect')) {
      inspectPort = Number(argument.split('=')[1] ?? 9229)
    } else if (!argument.startsWith('-')) application = argument
  }
  return { preloadModules, inspectPort, application: path.resolve(application ?? '.') }
}

function presentAsElectron(): void {
  const { version } = createRequire(import.meta.url)('electron/package.json') as { version: string }
  Object.defineProperty(process.versions, 'electron', { value: version, enumerable: true })
  Object.defineProperty(process.versions, 'chrome', { value: '0.0.0-standin', enumerable: true })
  const { STANDIN_RESOURCES: resources } = process.env
  Object.assign(process, { type: 'browser', resourcesPath: resources ?? path.dirname(import.meta.dirname) })
  if (resources === undefined) Object.assign(process, { defaultApp: true })
  process.argv.splice(1, 1) // Electron's own form: [executable, …switches, app, …arguments], without boot.ts
}

/** The file to run, and what its package.json says about the app. */
function locateApplication(target: string) {
  if (!fs.statSync(target, { throwIfNoEntry: false })) {
    process.stderr.write(`Unable to find Electron app at ${target}\n`)
    process.exit(1)
  }
  if (!fs.statSync(target).isDirectory()) return { main: target, folder: path.dirname(target), manifest: {} }
  const manifest = JSON.parse(fs.readFileSync(path.join(target, 'package.json'), 'utf8')) as {
    main?: string
    name?: string
    productName?: string
    version?: string
  }
  return { main: path.join(target, manifest.main ?? 'index.js'), folder: target, manifest }
}

const line = readCommandLine(process.argv.slice(2))
parseSwitches(process.argv.slice(2))
if (line.inspectPort !== undefined) inspector.open(line.inspectPort)
presentAsElectron()
const application = locateApplication(line.application)
setApplication(application.folder, application.manifest)
const requireFromHere = createRequire(path.join(process.cwd(), 'electron-standin.cjs'))
for (const name of line.preloadModules) requireFromHere(name)
await import(pathToFileURL(application.main).href)
await startApplication()
