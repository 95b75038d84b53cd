/**
 * Keeps a key from everybody but this account: the system's keyring, where there is one. The desk knows only this
 * much of it; the Electron shell brings `safeStorage`, other hosts bring none.
 */
export interface KeyProtector {
  /** Wraps a secret so that only this account on this machine can unwrap it. */
  protect(secret: string): Promise<Buffer>
  /** @throws when it was wrapped by another account, machine or keyring. */
  reveal(wrapped: Buffer): Promise<string>
}
