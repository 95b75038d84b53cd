import type { createBridge } from './bridge.ts'
import type { createCodec, Encoded } from './codec.ts'

/** From a page to the app. */
export type PageMessage =
  | { kind: 'invoke'; id: number; channel: string; values: Encoded }
  | { kind: 'send'; channel: string; values: Encoded }
  | { kind: 'preload-failed'; stack: string }
  | { kind: 'input'; type: PageInput }

/** The inputs that are told, by Electron's names for them. */
export type PageInput = Extract<Electron.InputEvent['type'], 'rawKeyDown' | 'keyUp' | 'mouseDown' | 'mouseUp'>

/** From the app to a page. */
export type AppMessage =
  | { kind: 'reply'; id: number; value: Encoded }
  | { kind: 'failure'; id: number; message: string }
  | { kind: 'message'; channel: string; values: Encoded }

export interface PreloadProcess {
  platform: string
  arch: string
  versions: Record<string, string | undefined>
  argv: string[]
  env: Record<string, string | undefined>
}

type PreloadFunction = (
  require: (name: string) => unknown,
  module: { exports: object },
  exports: object,
  process: object,
) => void

/**
 * Runs the app's preload script in the isolated world, with the little that a sandboxed preload has: `electron`'s
 * renderer modules, `events`, `timers` and `url`, and a reduced `process`.
 * Injected as source text: may not refer to anything outside itself.
 */
export function startPreload(
  codec: ReturnType<typeof createCodec>,
  bridge: ReturnType<typeof createBridge>,
  post: (message: string) => void,
  about: PreloadProcess,
  preload: PreloadFunction,
) {
  type Listener = (...values: unknown[]) => void
  const refuse = (what: string): never => {
    throw new Error(`electron stand-in: ${what} is not implemented`)
  }
  const strict = <T extends object>(name: string, api: T): T =>
    new Proxy(api, {
      get: (target, key) =>
        key in target || typeof key === 'symbol' || key === 'then' || key === 'toJSON'
          ? Reflect.get(target, key)
          : refuse(`${name}.${String(key)}`),
    })

  class Emitter {
    #listeners = new Map<string, Listener[]>()
    on(name: string, listener: Listener) {
      this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener])
      return this
    }
    once(name: string, listener: Listener) {
      const wrapper: Listener = (...values) => {
        this.off(name, wrapper)
        listener(...values)
      }
      Object.assign(wrapper, { listener })
      return this.on(name, wrapper)
    }
    off(name: string, listener: Listener) {
      const rest = (this.#listeners.get(name) ?? []).filter(
        (known) => known !== listener && (known as { listener?: Listener }).listener !== listener,
      )
      this.#listeners.set(name, rest)
      return this
    }
    addListener(name: string, listener: Listener) {
      return this.on(name, listener)
    }
    removeListener(name: string, listener: Listener) {
      return this.off(name, listener)
    }
    removeAllListeners(name?: string) {
      if (name === undefined) this.#listeners.clear()
      else this.#listeners.delete(name)
      return this
    }
    listenerCount(name: string) {
      return this.#listeners.get(name)?.length ?? 0
    }
    emit(name: string, ...values: unknown[]) {
      const listeners = this.#listeners.get(name) ?? []
      for (const listener of listeners) listener(...values)
      return listeners.length > 0
    }
  }

  const pending = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let lastId = 0
  const tell = (message: PageMessage) => post(JSON.stringify(message))
  const incoming = new Emitter()
  const chained = (method: 'on' | 'once' | 'off') => (channel: string, listener: Listener) => {
    incoming[method](channel, listener)
    return ipcRenderer
  }
  const ipcRenderer: object = strict('ipcRenderer', {
    invoke: (channel: string, ...values: unknown[]) =>
      new Promise((resolve, reject) => {
        const encoded = codec.encode(values)
        const id = ++lastId
        pending.set(id, { resolve, reject })
        tell({ kind: 'invoke', id, channel, values: encoded })
      }),
    send: (channel: string, ...values: unknown[]) =>
      tell({ kind: 'send', channel, values: codec.encode(values) }),
    on: chained('on'),
    once: chained('once'),
    off: chained('off'),
    addListener: chained('on'),
    removeListener: chained('off'),
    removeAllListeners: (channel?: string) => {
      incoming.removeAllListeners(channel)
      return ipcRenderer
    },
    listenerCount: (channel: string) => incoming.listenerCount(channel),
  })

  const receive = (message: AppMessage) => {
    if (message.kind === 'message') {
      incoming.emit(
        message.channel,
        { sender: ipcRenderer, ports: [] },
        ...(codec.decode(message.values) as unknown[]),
      )
      return
    }
    const caller = pending.get(message.id)
    pending.delete(message.id)
    if (message.kind === 'reply') caller?.resolve(codec.decode(message.value))
    else caller?.reject(new Error(message.message))
  }
  Object.defineProperty(globalThis, '__standinReceive', { value: receive })

  // Electron tells of them before the page hears of them; before its scripts do is as early as can be here.
  const inputs = {
    keydown: 'rawKeyDown',
    keyup: 'keyUp',
    mousedown: 'mouseDown',
    mouseup: 'mouseUp',
  } as const
  for (const [name, type] of Object.entries(inputs)) {
    addEventListener(name, (event) => event.isTrusted && tell({ kind: 'input', type }), { capture: true })
  }

  const electron = strict('electron (in a preload)', {
    contextBridge: strict('contextBridge', { exposeInMainWorld: bridge.expose }),
    ipcRenderer,
    webFrame: strict('webFrame', {}),
    webUtils: strict('webUtils', {}),
    nativeImage: strict('nativeImage', {}),
    crashReporter: strict('crashReporter', {}),
  })
  const { setTimeout, setInterval, clearTimeout, clearInterval } = globalThis
  const modules: Record<string, unknown> = {
    electron,
    'electron/renderer': electron,
    events: Object.assign(Emitter, { EventEmitter: Emitter }),
    timers: { setTimeout, setInterval, clearTimeout, clearInterval },
    url: { URL, URLSearchParams },
  }
  const require = (name: string) => modules[name.replace(/^node:/, '')] ?? missing(name)
  // Electron's own words for a module that the sandbox does not have.
  const missing = (name: string): never => {
    throw new Error(`module not found: ${name}`)
  }
  const process = Object.assign(new Emitter(), {
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    isMainFrame: true,
    ...about,
  })
  const module = { exports: {} }
  try {
    preload(require, module, module.exports, process)
  } catch (error) {
    tell({ kind: 'preload-failed', stack: error instanceof Error ? String(error.stack) : String(error) })
  }
}
