/** A value as JSON can carry it: primitives as they are or tagged, objects by their place in `objects`. */
export interface Encoded {
  root: unknown
  objects: unknown[]
}

/**
 * The structured-clone algorithm over JSON, for messages between the app and its pages: what Electron's IPC carries
 * arrives equal, what it refuses is refused with its words. Used on both sides; in a page it is injected as source
 * text, so it may not refer to anything outside itself.
 */
export function createCodec() {
  const refuse = (): never => {
    throw new Error('An object could not be cloned.')
  }
  const toBase64 = (bytes: Uint8Array) => {
    let text = ''
    for (let at = 0; at < bytes.length; at += 8192)
      text += String.fromCharCode(...bytes.subarray(at, at + 8192))
    return btoa(text)
  }
  const fromBase64 = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  const views = {
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
    DataView,
  }
  const errors = { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError }

  const encode = (value: unknown): Encoded => {
    const objects: unknown[] = []
    const places = new Map<object, number>()
    const put = (item: unknown): unknown => {
      if (item === undefined) return { t: 'undefined' }
      if (typeof item === 'bigint') return { t: 'bigint', v: String(item) }
      if (typeof item === 'number')
        return Number.isFinite(item) && !Object.is(item, -0)
          ? item
          : { t: 'number', v: Object.is(item, -0) ? '-0' : String(item) }
      if (typeof item === 'function' || typeof item === 'symbol') return refuse()
      if (typeof item !== 'object' || item === null) return item
      const known = places.get(item)
      if (known !== undefined) return { t: 'ref', v: known }
      const place = objects.push(null) - 1
      places.set(item, place)
      objects[place] = describeObject(item)
      return { t: 'ref', v: place }
    }
    const entries = (item: object) => Object.entries(item).map(([key, member]) => [key, put(member)])
    const describeObject = (item: object): unknown => {
      if (Array.isArray(item)) return { t: 'array', length: item.length, v: entries(item) }
      if (item instanceof Date) return { t: 'date', v: item.getTime() }
      if (item instanceof RegExp) return { t: 'regexp', v: item.source, flags: item.flags }
      if (item instanceof Map)
        return { t: 'map', v: [...item].map(([key, member]) => [put(key), put(member)]) }
      if (item instanceof Set) return { t: 'set', v: [...item].map(put) }
      if (item instanceof Error)
        return { t: 'error', name: item.name, message: item.message, stack: item.stack }
      if (item instanceof ArrayBuffer) return { t: 'buffer', v: toBase64(new Uint8Array(item)) }
      if (ArrayBuffer.isView(item)) {
        const name = Object.prototype.toString.call(item).slice(8, -1)
        return { t: 'view', name, v: toBase64(new Uint8Array(item.buffer, item.byteOffset, item.byteLength)) }
      }
      if (item instanceof Boolean || item instanceof Number || item instanceof String)
        return { t: 'boxed', v: put(item.valueOf()) }
      // Everything else that is not an ordinary object belongs to the platform: a promise, an element, an event.
      if (Object.prototype.toString.call(item) !== '[object Object]') return refuse()
      return { t: 'object', v: entries(item) }
    }
    return { root: put(value), objects }
  }

  const decode = ({ root, objects }: Encoded): unknown => {
    const made = new Map<number, object>()
    // biome-ignore lint/suspicious/noExplicitAny: the wire form, whose tags are read right below
    const take = (item: any): unknown => {
      if (typeof item !== 'object' || item === null) return item
      if (item.t === 'undefined') return undefined
      if (item.t === 'bigint') return BigInt(item.v)
      if (item.t === 'number') return Number(item.v)
      const known = made.get(item.v)
      return known ?? make(item.v, objects[item.v])
    }
    const keep = <T extends object>(place: number, object: T): T => {
      made.set(place, object)
      return object
    }
    // biome-ignore lint/suspicious/noExplicitAny: the wire form, whose tags are read right below
    const make = (place: number, item: any): object => {
      const fill = (object: object) => {
        for (const [key, member] of item.v)
          Object.defineProperty(object, key, {
            value: take(member),
            writable: true,
            enumerable: true,
            configurable: true,
          })
        return object
      }
      switch (item.t) {
        case 'array':
          return fill(keep(place, new Array(item.length)))
        case 'date':
          return keep(place, new Date(item.v ?? Number.NaN))
        case 'regexp':
          return keep(place, new RegExp(item.v, item.flags))
        case 'map': {
          const map = keep(place, new Map())
          for (const [key, member] of item.v) map.set(take(key), take(member))
          return map
        }
        case 'set': {
          const set = keep(place, new Set())
          for (const member of item.v) set.add(take(member))
          return set
        }
        case 'error': {
          const kind = errors[item.name as keyof typeof errors] ?? Error
          return keep(place, Object.assign(new kind(item.message), { stack: item.stack }))
        }
        case 'buffer':
          return keep(place, fromBase64(item.v).buffer)
        case 'view':
          return keep(
            place,
            Reflect.construct(views[item.name as keyof typeof views], [fromBase64(item.v).buffer]),
          )
        case 'boxed':
          return keep(place, Object(take(item.v)))
        default:
          return fill(keep(place, {}))
      }
    }
    return take(root)
  }
  return { encode, decode }
}
