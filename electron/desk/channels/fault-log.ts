import { DeskError } from '../desk-error.ts'
import { ChannelStoreError } from './channel-store.ts'

/**
 * Accounts and passwords before a host, up to the last `@` of the authority: a password may have one of its own. And what
 * stands after the host in a query.
 */
const SECRET_IN_URL = /(\w+:\/\/)[^\s/?#]*@|\?[^\s]*/g

/**
 * What went wrong, for the program's log: the words that the person reads, and the code behind them. Nothing that opens a
 * store is ever in it.
 */
export function faultWords(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const { code } = error as NodeJS.ErrnoException
  const kind = error instanceof ChannelStoreError ? error.problem : (code ?? error.name)
  const isOurs = error instanceof ChannelStoreError || error instanceof DeskError
  const cause = isOurs && error.cause instanceof Error ? ` (${codeOf(error.cause)})` : ''
  return `${kind}: ${error.message.replace(SECRET_IN_URL, '$1')}${cause}`
}

/** A cause's message may have more in it than anybody should read: the code, or what a store's own cause is made of. */
const codeOf = (cause: Error): string =>
  (cause as NodeJS.ErrnoException).code ??
  /^(?:HTTP \d{3}|[A-Z][A-Z0-9_]+)/.exec(cause.message)?.[0] ??
  cause.name

/** What is wrong with one thing, in the log's words; null when it works. */
export type NoteFault = (what: string, fault: string | null) => void

/** The program's log of channels: each fault once for as long as it stays the same, and that it is over. */
export function createFaultLog(): NoteFault {
  const noted = new Map<string, string>()
  return (what, fault) => {
    if (fault === (noted.get(what) ?? null)) return
    console.error(fault === null ? `${what} works again` : `${what} failed: ${fault}`)
    if (fault === null) noted.delete(what)
    else noted.set(what, fault)
  }
}
