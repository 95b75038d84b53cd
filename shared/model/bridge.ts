/** What crosses between a page and Electron's main process: tRPC's operations, as plain values. */
export type BridgeRequest =
  | { kind: 'call'; type: 'query' | 'mutation'; path: string; input: unknown }
  /** `id` is the page's own; values come back by it until `stop`. */
  | { kind: 'subscribe'; id: number; path: string; input: unknown }
  | { kind: 'stop'; id: number }

export type BridgeAnswer = { ok: true; data: unknown } | { ok: false; error: BridgeError }

/** The router's error as its error formatter shaped it. */
export interface BridgeError {
  code: number
  message: string
  data: { code: string; deskCode: string | null }
}

export interface BridgePush {
  id: number
  data: unknown
}

/** The one object that the preload script gives to a page, as `window.goldenSix`. */
export interface Bridge {
  request(request: BridgeRequest): Promise<BridgeAnswer>
  /** Hears every push for this page. Returns the function that stops listening. */
  subscribe(listener: (push: BridgePush) => void): () => void
}

export const BRIDGE_REQUEST_CHANNEL = 'golden-six:request'
export const BRIDGE_PUSH_CHANNEL = 'golden-six:push'
