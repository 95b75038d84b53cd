import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'

const ROOT = path.resolve(import.meta.dirname, '../../..')
/** Below `node_modules`, so that the bundle finds what stays outside it; no repository sees it there. */
const CACHE = path.join(ROOT, 'node_modules/.cache')

export interface AgentProgram {
  file: string
  remove(): void
}

/**
 * Bundles the agent and its threads as the product is bundled: hundreds of them start, each in half the time that it
 * takes from source.
 */
export async function buildAgentProgram(): Promise<AgentProgram> {
  mkdirSync(CACHE, { recursive: true })
  const folder = mkdtempSync(path.join(CACHE, 'golden-six-agent-'))
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { fflate: 'fflate/browser' } },
    ssr: { noExternal: true, external: ['better-sqlite3', 'koffi'] },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      target: 'node24',
      rollupOptions: {
        // A package inside names its temporary files by it.
        output: { banner: 'const __filename = import.meta.filename' },
        input: {
          agent: path.join(import.meta.dirname, 'agent.ts'),
          'phrase-search-worker': path.join(ROOT, 'electron/desk/search/phrase-search.worker.ts'),
          'library-worker': path.join(ROOT, 'electron/desk/background/library.worker.ts'),
          'phrase-import-worker': path.join(ROOT, 'electron/desk/transfer/phrases/phrase-import.worker.ts'),
        },
      },
    },
  })
  return {
    file: path.join(folder, 'agent.js'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
