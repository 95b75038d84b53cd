import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { licences } from './build/licences/plugin.mjs'

const LICENCES = 'out/licences'
const SHIPPED_BESIDE = ['electron', 'better-sqlite3', 'koffi'].map((name) => `node_modules/${name}`)

// Three programs share the main bundle: the Electron app, the browser host and the command line.
// Only better-sqlite3 and koffi (`dependencies` in package.json) stay outside it: they carry native code.
export default defineConfig({
  main: {
    // fflate's build for Node declares a `require` of its own, which the bundle has already; we only use what is in both.
    resolve: { alias: { fflate: 'fflate/browser' } },
    plugins: [licences({ room: 'main', folder: LICENCES, beside: SHIPPED_BESIDE })],
    build: {
      outDir: 'out/main',
      rollupOptions: {
        input: {
          main: 'electron/main.ts',
          serve: 'electron/serve.ts',
          cli: 'electron/cli.ts',
          'phrase-search-worker': 'electron/desk/search/phrase-search.worker.ts',
          'library-worker': 'electron/desk/background/library.worker.ts',
          'phrase-import-worker': 'electron/desk/transfer/phrases/phrase-import.worker.ts',
          'pack-worker': 'electron/desk/packs/pack.worker.ts',
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rollupOptions: {
        input: { preload: 'electron/preload.ts' },
        // A sandboxed preload cannot be an ES module.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), licences({ room: 'renderer', folder: LICENCES, emits: true })],
    build: {
      outDir: 'out/renderer',
      minify: true,
      rollupOptions: {
        input: {
          panel: 'renderer/panel/index.html',
          workbench: 'renderer/workbench/index.html',
          trial: 'renderer/trial/index.html',
        },
      },
    },
  },
})
