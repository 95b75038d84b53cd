/// <reference types="electron" />
import { EventEmitter } from 'node:events'

/** What the stand-in cannot do it refuses, by name: a silent `undefined` would let a test pass that Electron fails. */
export function notImplemented(what: string): never {
  throw new Error(`electron stand-in: ${what} is not implemented`)
}

/** Asked for by the language itself, by `await`, and by inspectors; never an API that an app means to use. */
const askedByEveryone = new Set<PropertyKey>([
  'then',
  'toJSON',
  'inspect',
  'asymmetricMatch',
  '$$typeof',
  '__esModule',
])

function isPlainLookup(target: object, key: PropertyKey): boolean {
  return typeof key === 'symbol' || key in target || askedByEveryone.has(key)
}

/** An Electron module of which only `api` exists: reading anything else throws. Members may be replaced by tests. */
export function strictModule<T extends object>(name: string, api: T): T {
  return new Proxy(api, {
    get: (target, key, receiver) =>
      isPlainLookup(target, key)
        ? Reflect.get(target, key, receiver)
        : notImplemented(`${name}.${String(key)}`),
  })
}

/** A module that the stand-in does not have at all. */
export function absentModule(name: string): object {
  return new Proxy(function absent() {}, {
    get: (_target, key) =>
      typeof key === 'symbol' || askedByEveryone.has(key)
        ? undefined
        : notImplemented(`${name}.${String(key)}`),
    apply: () => notImplemented(`${name}()`),
    construct: () => notImplemented(`new ${name}()`),
  })
}

/**
 * Base of every Electron object that emits events. Members that no subclass defines throw when read, and so does
 * listening to an event that would never come.
 */
export abstract class StrictEmitter extends EventEmitter {
  /** @param events what the stand-in emits, and what cannot happen on a Linux desktop under test */
  constructor(name: string, events: readonly string[]) {
    super()
    const known = new Set(events)
    EventEmitter.prototype.on.call(this, 'newListener', (event: string | symbol) => {
      if (typeof event === 'string' && !known.has(event)) notImplemented(`event '${event}' of ${name}`)
    })
  }
}
// The lookup of an unknown member ends at the bottom of the prototype chain, and there it is refused.
Object.setPrototypeOf(
  StrictEmitter.prototype,
  new Proxy(EventEmitter.prototype, {
    get: (target, key, receiver) =>
      isPlainLookup(target, key)
        ? Reflect.get(target, key, receiver)
        : notImplemented(`${receiver.constructor.name}.${String(key)}`),
  }),
)

/**
 * Our partial object where Electron's signature wants the whole one. The one place where the types are bent;
 * the part that exists is checked by `implements Pick<…>` or `satisfies Pick<…>` at its definition.
 */
export function asElectron<T extends object>(partial: object): T {
  return partial as T
}

/** The first argument of most of Electron's events. */
export function electronEvent<T extends object>(
  details: T,
): T & { preventDefault(): void; defaultPrevented: boolean } {
  const event = {
    ...details,
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true
    },
  }
  return event
}
