import type { CopiedBecause } from './desktop.ts'

/** What a paste goes through, in the order in which it usually does. */
export type PasteStep =
  /** Uses before it are done, and their target has read the clipboard. */
  | 'turn'
  | 'target-found'
  | 'clipboard-saved'
  | 'clipboard-written'
  | 'target-answers'
  | 'keys-released'
  | 'asked-to-front'
  | 'in-front'
  /** In front without a break for as long as the target's profile wants it. */
  | 'settled'
  | 'keys-sent'
  | 'clipboard-given-back'
  /** Somebody has written another content meanwhile. */
  | 'clipboard-taken'
  | 'clipboard-not-given-back'
  | 'clipboard-left'

/** How a paste went: stages and times, nothing of what was pasted and to whom. */
export interface PasteTrace {
  /** When it was asked for, ms since 1970. */
  at: number
  what: 'text' | 'image'
  /** Of a text, UTF-16 units; null of an image. */
  characters: number | null
  /** The target's profile and program, as far as the system told them. */
  target: { profile: string; exe: string } | null
  /** What was done, and how long after the asking, in ms. */
  steps: readonly { step: PasteStep; atMs: number }[]
  /** Null while it is under way. */
  outcome: 'pasted' | 'clipboard-held' | 'last-target-hung' | CopiedBecause | null
}

/** What became of putting a trace on the clipboard, in words for the agent. */
export interface TraceCopied {
  status: 'copied' | 'failed'
  message: string
}
