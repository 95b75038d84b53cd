import { Worker } from 'node:worker_threads'

export type KeysRequest =
  | { kind: 'grab'; keysym: number; modifiers: number; shortcut: number }
  | { kind: 'ungrab'; keysym: number; modifiers: number }
  | { kind: 'pointer' }
export type KeysAnswer = boolean | { x: number; y: number }

const onPressed = new Map<number, () => void>()
let worker: Worker | undefined
let lastShortcut = 0

/** Starts the worker; resolves when it is connected to the X server. */
export function startKeys(): Promise<void> {
  return new Promise((resolve, reject) => {
    worker = new Worker(new URL('./keys-worker.ts', import.meta.url), { execArgv: [] })
    worker.unref()
    worker.on('error', reject)
    worker.on('message', (message: { ready?: true; pressed?: number }) => {
      if (message.ready) resolve()
      if (message.pressed !== undefined) onPressed.get(message.pressed)?.()
    })
  })
}

function ask(request: KeysRequest): KeysAnswer {
  if (!worker) throw new Error('electron stand-in: the X server is asked before the app is ready')
  const shared = new SharedArrayBuffer(1024)
  const header = new Int32Array(shared, 0, 2)
  worker.postMessage({ request, shared })
  if (Atomics.wait(header, 0, 0, 3000) === 'timed-out')
    throw new Error('electron stand-in: the X server does not answer')
  return JSON.parse(Buffer.from(new Uint8Array(shared, 8, header[1])).toString()) as KeysAnswer
}

/** Takes the key for this program. False when another program holds it, or when the layout has no such key. */
export function grabKey(keysym: number, modifiers: number, pressed: () => void): boolean {
  const shortcut = ++lastShortcut
  if (ask({ kind: 'grab', keysym, modifiers, shortcut }) !== true) return false
  onPressed.set(shortcut, pressed)
  return true
}

export function ungrabKey(keysym: number, modifiers: number): void {
  ask({ kind: 'ungrab', keysym, modifiers })
}

export function pointerPosition(): { x: number; y: number } {
  const answer = ask({ kind: 'pointer' })
  if (typeof answer === 'boolean') throw new Error('electron stand-in: no pointer position')
  return answer
}
