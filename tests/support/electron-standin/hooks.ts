import { registerHooks } from 'node:module'

/** `import 'electron'` and `require('electron')` resolve to the stand-in, wherever the app's code lies. */
const standin = new URL('./electron.ts', import.meta.url).href
const names = new Set(['electron', 'electron/main', 'electron/common'])

registerHooks({
  resolve(specifier, context, next) {
    if (names.has(specifier)) return { url: standin, format: 'module-typescript', shortCircuit: true }
    // Electron's fs without its patches for asar archives: plain Node has no such patches to begin with.
    if (specifier === 'original-fs') return next('node:fs', context)
    return next(specifier, context)
  },
})
