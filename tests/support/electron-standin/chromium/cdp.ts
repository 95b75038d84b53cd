import type { Readable, Writable } from 'node:stream'
import type { CDPSession } from '@playwright/test'

/** One target's part of the DevTools protocol, typed by Playwright's description of it. */
export interface Session {
  readonly id: string
  send: CDPSession['send']
  on: CDPSession['on']
}

interface Message {
  id?: number
  sessionId?: string
  method?: string
  params?: unknown
  result?: unknown
  error?: { message: string }
}

interface Pending {
  method: string
  resolve: (result: unknown) => void
  reject: (error: Error) => void
}

/**
 * DevTools protocol over Chromium's --remote-debugging-pipe: messages end with a NUL byte. The pipe also ties the
 * browser's life to ours: Chromium ends when the other end closes, however this process died.
 */
export class Cdp {
  readonly browser: Session
  readonly #commands: Writable
  readonly #pending = new Map<number, Pending>()
  readonly #listeners = new Map<string, Map<string, ((payload: never) => void)[]>>()
  #lastId = 0
  #unread = ''
  #closed = false

  constructor(commands: Writable, answers: Readable) {
    this.#commands = commands
    this.browser = this.session('')
    answers.setEncoding('utf8')
    answers.on('data', (text: string) => this.#read(text))
    answers.on('close', () => this.#close())
    commands.on('error', () => this.#close())
  }

  session(id: string): Session {
    const listeners = this.#listeners.get(id) ?? new Map<string, ((payload: never) => void)[]>()
    this.#listeners.set(id, listeners)
    return {
      id,
      send: ((method: string, params?: object) => this.#send(id, method, params)) as CDPSession['send'],
      on: ((event: string, listener: (payload: never) => void) => {
        listeners.set(event, [...(listeners.get(event) ?? []), listener])
      }) as unknown as CDPSession['on'],
    }
  }

  forget(id: string): void {
    this.#listeners.delete(id)
  }

  #send(sessionId: string, method: string, params: object = {}): Promise<unknown> {
    if (this.#closed) return Promise.reject(new Error(`${method}: the browser has ended`))
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId
      this.#pending.set(id, { method, resolve, reject })
      this.#commands.write(`${JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })}\0`)
    })
  }

  #read(text: string): void {
    this.#unread += text
    for (let end = this.#unread.indexOf('\0'); end >= 0; end = this.#unread.indexOf('\0')) {
      const message = JSON.parse(this.#unread.slice(0, end)) as Message
      this.#unread = this.#unread.slice(end + 1)
      this.#dispatch(message)
    }
  }

  #dispatch(message: Message): void {
    if (message.id === undefined) {
      const listeners = this.#listeners.get(message.sessionId ?? '')?.get(message.method ?? '') ?? []
      for (const listener of listeners) listener(message.params as never)
      return
    }
    const pending = this.#pending.get(message.id)
    this.#pending.delete(message.id)
    if (message.error) pending?.reject(new Error(`${pending.method}: ${message.error.message}`))
    else pending?.resolve(message.result)
  }

  #close(): void {
    this.#closed = true
    for (const { method, reject } of this.#pending.values())
      reject(new Error(`${method}: the browser has ended`))
    this.#pending.clear()
  }
}

/** For commands whose target may be gone by the time they arrive, where nothing depends on the answer. */
export function ignoreGone(result: Promise<unknown>): void {
  result.catch(() => undefined)
}
