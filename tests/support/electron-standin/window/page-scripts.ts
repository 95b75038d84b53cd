import { readFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import { createBridge } from '../page/bridge.ts'
import { createCodec } from '../page/codec.ts'
import { guardMainWorld } from '../page/main-world.ts'
import { type PreloadProcess, startPreload } from '../page/preload-runtime.ts'

/** Name of the world in which preloads run; Electron's own name, as DevTools shows it. */
export const isolatedWorld = 'Electron Isolated Context'
/** Bindings through which the two worlds reach the app. Both are taken off `window` before any other script runs. */
export const preloadBinding = '__standinPreload'
export const pageBinding = '__standinPage'

export type Preload = { source: string } | { failed: Error }

/** The app's preload script, checked as Electron does before it runs: absolute, there, and a script, not a module. */
export function readPreload(file: string): Preload {
  try {
    if (!path.isAbsolute(file)) throw new Error('preload script must have absolute path')
    const source = readFileSync(file, 'utf8')
    new vm.Script(asFunction(source), { filename: file })
    return { source }
  } catch (error) {
    return { failed: error instanceof Error ? error : new Error(String(error)) }
  }
}

const asFunction = (source: string) => `(function (require, module, exports, process) {${source}\n})`
/** Only top frames of real documents: no frames inside, and not the empty page that a window starts with. */
const inTopDocument = (body: string) =>
  `if (window === top && location.protocol !== 'data:' && location.href !== 'about:blank') {${body}}`

/** Source for the page's own world. `tag` names the events between the worlds and must not be guessable. */
export function mainWorldScript(tag: string): string {
  return inTopDocument(`
    const post = window.${pageBinding}
    delete window.${pageBinding}
    ;(${createBridge})('page', 'preload', '${tag}')
    ;(${guardMainWorld})(post, '${tag}answer')`)
}

/** Source for the isolated world: the bridge, and the preload if there is one. */
export function isolatedWorldScript(tag: string, about: PreloadProcess, preload: string): string {
  return inTopDocument(`
    const post = globalThis.${preloadBinding}
    const bridge = (${createBridge})('preload', 'page', '${tag}')
    ;(${startPreload})((${createCodec})(), bridge, post, ${JSON.stringify(about)}, ${asFunction(preload)})`)
}
