/**
 * Joins the preload's isolated world to the page's own, as Electron's contextBridge does: functions become proxies,
 * promises stay promises, everything else is cloned. The two worlds share only the document, so they speak through
 * CustomEvents with an unguessable name, whose `detail` Chromium itself clones between worlds.
 * Injected into both worlds as source text: may not refer to anything outside itself.
 */
export function createBridge(me: string, peer: string, tag: string) {
  type Packed = unknown
  type Callable = (...values: unknown[]) => unknown
  const shared: unknown[] = []
  const sharedPlaces = new Map<unknown, number>()
  const proxies = new Map<number, Callable>()
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let returned: { value?: Packed; failure?: string } | undefined

  const dispatch = window.dispatchEvent.bind(window)
  const fire = (kind: string, detail: unknown) => dispatch(new CustomEvent(tag + peer + kind, { detail }))
  const listen = <T>(kind: string, handle: (detail: T) => void) =>
    window.addEventListener(tag + me + kind, (event) => handle((event as CustomEvent<T>).detail))
  const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
  const isPlain = (value: object) => {
    const prototype = Object.getPrototypeOf(value)
    return prototype === null || Object.getPrototypeOf(prototype) === null
  }

  /** Undefined when there is a function or a promise somewhere inside. */
  const cloned = (value: unknown) => {
    try {
      return { $data: structuredClone(value) }
    } catch {
      return undefined
    }
  }
  const pack = (value: unknown, depth = 0): Packed => {
    if (depth > 1000)
      throw new TypeError(
        'Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.',
      )
    if (typeof value === 'function') {
      const place = sharedPlaces.get(value) ?? shared.push(value) - 1
      sharedPlaces.set(value, place)
      return { $function: place }
    }
    if (value instanceof Promise) {
      const place = shared.push(null) - 1
      value.then(
        (result) => fire('settle', { place, value: pack(result) }),
        (error) => fire('settle', { place, failure: messageOf(error) }),
      )
      return { $promise: place }
    }
    const data = cloned(value)
    if (data) return data
    if (Array.isArray(value)) return { $list: value.map((item) => pack(item, depth + 1)) }
    if (typeof value === 'object' && value !== null && isPlain(value)) {
      return { $object: Object.entries(value).map(([key, member]) => [key, pack(member, depth + 1)]) }
    }
    throw new Error('An object could not be cloned.')
  }

  const unpack = (value: Packed): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if ('$data' in value) return value.$data
    if ('$list' in value) return (value.$list as Packed[]).map(unpack)
    if ('$function' in value) return proxyOf(value.$function as number)
    if ('$promise' in value)
      return new Promise((resolve, reject) => waiting.set(value.$promise as number, { resolve, reject }))
    if ('$object' in value)
      return Object.fromEntries(
        (value.$object as [string, Packed][]).map(([key, member]) => [key, unpack(member)]),
      )
    return value
  }

  const proxyOf = (place: number): Callable => {
    const known = proxies.get(place)
    if (known) return known
    const proxy = (...values: unknown[]) => {
      fire('call', { place, values: values.map((value) => pack(value)) })
      // Events are dispatched synchronously: the other world has answered by now.
      const answer = returned
      returned = undefined
      if (answer?.failure !== undefined) throw new Error(answer.failure)
      return unpack(answer?.value)
    }
    proxies.set(place, proxy)
    return proxy
  }

  const deepFreeze = <T>(value: T): T => {
    if (typeof value === 'object' && value !== null) {
      for (const member of Object.values(value)) deepFreeze(member)
      Object.freeze(value)
    }
    return value
  }

  listen<{ place: number; values: Packed[] }>('call', ({ place, values }) => {
    let answer: typeof returned
    try {
      answer = { value: pack((shared[place] as Callable)(...values.map(unpack))) }
    } catch (error) {
      answer = { failure: messageOf(error) }
    }
    fire('return', answer)
  })
  listen<typeof returned>('return', (answer) => {
    returned = answer
  })
  listen<{ place: number; value?: Packed; failure?: string }>('settle', ({ place, value, failure }) => {
    const promise = waiting.get(place)
    waiting.delete(place)
    if (failure !== undefined) promise?.reject(new Error(failure))
    else promise?.resolve(unpack(value))
  })
  listen<{ key: string; api: Packed }>('expose', ({ key, api }) => {
    const failure =
      key in window ? 'Cannot bind an API on top of an existing property on the window object' : undefined
    if (!failure) {
      Object.defineProperty(window, key, {
        value: deepFreeze(unpack(api)),
        enumerable: true,
        configurable: false,
        writable: false,
      })
    }
    fire('return', failure === undefined ? {} : { failure })
  })

  return {
    expose(key: string, api: unknown): void {
      fire('expose', { key, api: pack(api) })
      const answer = returned
      returned = undefined
      if (answer?.failure !== undefined) throw new Error(answer.failure)
    },
  }
}
