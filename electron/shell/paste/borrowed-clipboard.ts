import { ClipboardHeld, type ClipboardPort, type ClipboardSnapshot, type Stay } from './clipboard.ts'
import type { ClipboardImage, ImageClipboard } from './image-clipboard.ts'
import type { Clock } from './window-port.ts'

/** A text as the system wants it, or an image. */
type Written = string | ClipboardImage

/** An owner that lists formats but hangs when asked for them must not hold up the agent. */
const SNAPSHOT_LIMIT_MS = 800
/**
 * Waits between tries while another program has the clipboard open: clipboard tools have it for some milliseconds, a
 * remote desktop or a spreadsheet for half a second. After 620 ms in all the agent is told.
 */
const RETRY_MS = [10, 20, 40, 80, 160, 310]

/**
 * What became of the agent's clipboard: `taken` when somebody has written another content meanwhile, which stays; `held`
 * and `failed` when ours is still there.
 */
export type GivenBack = 'given-back' | 'taken' | 'held' | 'failed' | 'nothing-lent'

export interface Remembered {
  putBack(): Promise<'given-back' | 'held' | 'failed'>
}

interface PutOptions {
  /** `passing` for what is there for a paste only. */
  stay?: Stay
  noted?(step: 'clipboard-saved' | 'clipboard-written'): void
}

/**
 * The clipboard is the agent's; a paste borrows it. `put` remembers what was there and lays our text or
 * image on it, `giveBack` returns what was there, `keep` leaves ours for the agent to paste by hand.
 *
 * A second use before the first was given back borrows on the same loan: what comes back in the end is what the
 * agent had before the first. The calls must not overlap; the paste queue sees to that.
 */
export class BorrowedClipboard {
  readonly #port: ClipboardPort
  readonly #images: ImageClipboard | null
  readonly #clock: Clock
  readonly #lineBreak: '\n' | '\r\n'
  #loan: { before: ClipboardSnapshot | null; written: Written } | null = null

  /** @param images null where images cannot be laid on the clipboard */
  constructor(
    port: ClipboardPort,
    clock: Clock,
    lineBreak: '\n' | '\r\n',
    images: ImageClipboard | null = null,
  ) {
    this.#port = port
    this.#images = images
    this.#clock = clock
    this.#lineBreak = lineBreak
  }

  /** False when the clipboard could not be made to hold `what`; it then holds whatever another program put there. */
  async put(what: string | ClipboardImage, { stay = 'kept', noted }: PutOptions = {}): Promise<boolean> {
    const before = await this.#trying(() => this.#toGiveBack())
    if (before === 'held') return false
    this.#loan = null
    noted?.('clipboard-saved')
    const written = typeof what === 'string' ? clipboardText(what, this.#lineBreak) : what
    const outcome = await this.#trying(() => this.#write(written, stay))
    if (outcome === 'held') return false
    noted?.('clipboard-written')
    this.#loan = { before, written }
    return true
  }

  /** Ours to restore only while it still holds what we put there: what the agent copied since then is not touched. */
  async giveBack(): Promise<GivenBack> {
    const loan = this.#loan
    if (!loan?.before) {
      this.#loan = null
      return 'nothing-lent'
    }
    const { before, written } = loan
    const outcome = await this.#returning(async () => {
      if (!(await this.#holds(written))) return 'taken'
      await before.putBack()
      return 'given-back'
    })
    // Held, it is still lent: the next use may give it back.
    if (outcome !== 'held') this.#loan = null
    return outcome
  }

  /**
   * What is on the clipboard now, to be put back after somebody else has written it. `not-kept` when it cannot be read in
   * time or not as a whole.
   */
  async remember(): Promise<Remembered | 'held' | 'not-kept'> {
    const snapshot = await this.#returning(() => this.#snapshot())
    if (snapshot === 'held') return snapshot
    if (snapshot === null || snapshot === 'failed' || !snapshot.isWhole) return 'not-kept'
    return {
      putBack: () =>
        this.#returning(async () => {
          await snapshot.putBack()
          return 'given-back' as const
        }),
    }
  }

  /** The text that is on the clipboard now, empty when there is none; `held` when it cannot be read. */
  async text(): Promise<{ text: string } | 'held'> {
    const read = await this.#returning(async () => ({ text: await this.#port.readText() }))
    return read === 'failed' ? 'held' : read
  }

  /** Whether what is on it is marked as not to be looked at by programs that watch the clipboard. */
  isPrivate(): Promise<boolean> {
    return this.#port.isPrivate()
  }

  /** Ours stays on the clipboard for the agent; what was there before is let go. */
  keep(): void {
    this.#loan = null
  }

  /** File name of the program that has the clipboard open just now, where the system tells. */
  holder(): string | null {
    return this.#port.holder?.() ?? null
  }

  /** What the agent had: on the clipboard now, unless ours is still there from the last use. */
  async #toGiveBack(): Promise<ClipboardSnapshot | null> {
    if (this.#loan !== null && (await this.#holds(this.#loan.written))) return this.#loan.before
    return this.#snapshot()
  }

  /** Tries again as long as another program has the clipboard open; `held` when that does not end. */
  async #trying<T>(act: () => Promise<T>): Promise<T | 'held'> {
    for (const waitMs of [...RETRY_MS, null]) {
      try {
        return await act()
      } catch (error) {
        if (!(error instanceof ClipboardHeld)) throw error
      }
      if (waitMs !== null) await this.#clock.sleep(waitMs)
    }
    return 'held'
  }

  /** As `#trying`; what fails for another reason fails once, and is nobody's end. */
  #returning<T>(act: () => Promise<T>): Promise<T | 'held' | 'failed'> {
    return this.#trying(act).catch(() => 'failed' as const)
  }

  /** Reads back what was written, so that a paste never lands another program's text. */
  async #write(written: Written, stay: Stay): Promise<void> {
    try {
      if (typeof written === 'string') await this.#port.writeText(written, stay)
      else await this.#images?.write(written, stay)
    } catch {
      throw new ClipboardHeld()
    }
    if (!(await this.#holds(written))) throw new ClipboardHeld()
  }

  async #holds(written: Written): Promise<boolean> {
    if (typeof written !== 'string') return (await this.#images?.holds(written).catch(() => false)) ?? false
    const present = await this.#port.readText().catch(unlessHeld)
    return present !== null && sameText(present, written)
  }

  /** Null when it cannot be read in time: there is then nothing to give back, and the paste goes on. */
  async #snapshot(): Promise<ClipboardSnapshot | null> {
    const reading = this.#port.snapshot().catch(unlessHeld)
    const tooLate = this.#clock.sleep(SNAPSHOT_LIMIT_MS).then(() => null)
    return Promise.race([reading, tooLate])
  }
}

/**
 * Text as the system's clipboard wants it: its own line breaks (Notepad shows none of the others), no NUL (it ends
 * the text on Windows), no half of an emoji (it cannot be encoded).
 */
export function clipboardText(text: string, lineBreak: '\n' | '\r\n'): string {
  return text
    .toWellFormed()
    .replaceAll('\0', '')
    .replace(/\r\n?|\n/g, lineBreak)
}

/** What cannot be read is as good as not there; what cannot be read yet is tried again. */
function unlessHeld(error: unknown): null {
  if (error instanceof ClipboardHeld) throw error
  return null
}

function sameText(a: string, b: string): boolean {
  return clipboardText(a, '\n') === clipboardText(b, '\n')
}
