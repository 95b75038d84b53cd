/** What the page's own world asks the app, before the browser may do it. */
export type PageRequest =
  | { kind: 'open-window'; url: string; frameName: string; features: string }
  | { kind: 'permission'; id: number; permission: string; check: boolean }

/**
 * In Electron, window.open and permission requests end in the app's handlers. Chromium would answer them with a new
 * tab and with a prompt, so their entry points are replaced before the page's first script runs.
 * Injected as source text: may not refer to anything outside itself.
 */
export function guardMainWorld(post: (message: string) => void, answerEvent: string) {
  const answers = new Map<number, (granted: boolean) => void>()
  let lastId = 0
  window.addEventListener(answerEvent, (event) => {
    const { id, granted } = (event as CustomEvent<{ id: number; granted: boolean }>).detail
    answers.get(id)?.(granted)
    answers.delete(id)
  })
  const ask = (permission: string, check = false) =>
    new Promise<boolean>((resolve) => {
      const id = ++lastId
      answers.set(id, resolve)
      post(JSON.stringify({ kind: 'permission', id, permission, check }))
    })
  const denied = () => new DOMException('Permission denied', 'NotAllowedError')

  window.open = (url = '', target = '', features = '') => {
    const absolute = url === '' ? 'about:blank' : new URL(String(url), document.baseURI).href
    post(JSON.stringify({ kind: 'open-window', url: absolute, frameName: target, features }))
    return null
  }

  /** Replaces a method that returns a promise by one that asks the app first. */
  const guard = (owner: object | undefined, method: string, permission: string) => {
    const original = owner && (Reflect.get(owner, method) as ((...values: unknown[]) => unknown) | undefined)
    if (!original) return
    const guarded = async (...values: unknown[]) => {
      if (!(await ask(permission))) throw denied()
      return original.apply(owner, values)
    }
    Object.defineProperty(owner, method, { value: guarded, configurable: true, writable: true })
  }
  guard(navigator.clipboard, 'read', 'clipboard-read')
  guard(navigator.clipboard, 'readText', 'clipboard-read')
  guard(navigator.mediaDevices, 'getUserMedia', 'media')
  guard(navigator, 'requestMIDIAccess', 'midi')

  for (const method of ['getCurrentPosition', 'watchPosition'] as const) {
    const original = navigator.geolocation?.[method].bind(navigator.geolocation)
    if (!original) continue
    const guarded = (
      success: PositionCallback,
      failure?: PositionErrorCallback | null,
      options?: PositionOptions,
    ) => {
      const refused: Partial<GeolocationPositionError> = {
        code: 1,
        message: 'User denied Geolocation',
        PERMISSION_DENIED: 1,
        POSITION_UNAVAILABLE: 2,
        TIMEOUT: 3,
      }
      void ask('geolocation').then((granted) =>
        granted ? original(success, failure, options) : failure?.(refused as GeolocationPositionError),
      )
      return 0
    }
    Object.defineProperty(navigator.geolocation, method, {
      value: guarded,
      configurable: true,
      writable: true,
    })
  }
  if ('Notification' in window) {
    Notification.requestPermission = async () => ((await ask('notifications')) ? 'granted' : 'denied')
  }
  if (navigator.permissions) {
    const original = navigator.permissions.query.bind(navigator.permissions)
    navigator.permissions.query = async (descriptor) => {
      const status = await original(descriptor)
      const granted = await ask(descriptor.name, true)
      return Object.defineProperty(status, 'state', { value: granted ? 'granted' : 'denied' })
    }
  }
}
