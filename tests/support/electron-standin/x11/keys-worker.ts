// Holds an X connection of its own in a worker, so that globalShortcut.register() and
// screen.getCursorScreenPoint() can answer synchronously, as Electron's do: the main thread waits on shared memory.
import { parentPort } from 'node:worker_threads'
import { connectX } from './connection.ts'
import type { KeysAnswer, KeysRequest } from './keys.ts'

if (!parentPort) throw new Error('keys-worker runs as a worker thread')
const port = parentPort
const connection = await connectX()
const { X, root } = connection

/** Caps Lock (2) and Num Lock (16) must not keep a shortcut from firing, so each of their combinations is grabbed. */
const locks = [0, 2, 16, 18]
/** Shift, Control, Mod1 (Alt) and Mod4 (Super) of a key event's state. */
const modifierMask = 0x4d
const grabs = new Map<string, number>()

connection.onEvent((event) => {
  if (event.name !== 'KeyPress') return
  const shortcut = grabs.get(`${event.keycode}:${event.buttons & modifierMask}`)
  if (shortcut !== undefined) port.postMessage({ pressed: shortcut })
})

const tryGrab = (keycode: number, modifiers: number): Promise<boolean> =>
  new Promise((resolve) => X.GrabKey(root, 1, modifiers, keycode, 1, 1, (error) => resolve(!error)))

async function answer(request: KeysRequest): Promise<KeysAnswer> {
  if (request.kind === 'pointer') {
    return new Promise((resolve) =>
      X.QueryPointer(root, (error, at) => resolve(error ? { x: 0, y: 0 } : { x: at.rootX, y: at.rootY })),
    )
  }
  const keycode = connection.keycodeOf(request.keysym)
  if (keycode === undefined) return false
  const release = () => {
    for (const lock of locks) X.UngrabKey(root, keycode, request.modifiers | lock)
  }
  if (request.kind === 'ungrab') {
    release()
    grabs.delete(`${keycode}:${request.modifiers}`)
    await connection.settled()
    return true
  }
  const granted = await Promise.all(locks.map((lock) => tryGrab(keycode, request.modifiers | lock)))
  // BadAccess on any of them: another program holds the key.
  if (granted.includes(false)) {
    release()
    return false
  }
  grabs.set(`${keycode}:${request.modifiers}`, request.shortcut)
  return true
}

port.on('message', async ({ request, shared }: { request: KeysRequest; shared: SharedArrayBuffer }) => {
  const reply = Buffer.from(JSON.stringify(await answer(request)))
  const header = new Int32Array(shared, 0, 2)
  new Uint8Array(shared, 8).set(reply)
  header[1] = reply.length
  Atomics.store(header, 0, 1)
  Atomics.notify(header, 0)
})
port.postMessage({ ready: true })
