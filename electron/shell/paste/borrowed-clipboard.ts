import type { ClipboardPort, ClipboardSnapshot } from './clipboard.ts'
import type { ClipboardImage, ImageClipboard } from './image-clipboard.ts'
import type { Clock } from './window-port.ts'

/** A text as the system wants it, or an image. */
type Written = string | ClipboardImage

/** An owner that lists formats but hangs when asked for them must not hold up the agent. */
const SNAPSHOT_LIMIT_MS = 800
/** Another program may have the clipboard open for a moment; 3 tries over about 120 ms outlast a clipboard viewer. */
const WRITE_TRIES = 3
const WRITE_RETRY_MS = 40

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
  async put(what: string | ClipboardImage): Promise<boolean> {
    const before =
      this.#loan !== null && (await this.#holds(this.#loan.written))
        ? this.#loan.before
        : await this.#snapshot()
    const written = typeof what === 'string' ? clipboardText(what, this.#lineBreak) : what
    for (let attempt = 1; attempt <= WRITE_TRIES; attempt++) {
      if (await this.#write(written)) {
        this.#loan = { before, written }
        return true
      }
      await this.#clock.sleep(WRITE_RETRY_MS)
    }
    this.#loan = null
    return false
  }

  /** Ours to restore only while it still holds what we put there: what the agent copied since then is not touched. */
  async giveBack(): Promise<void> {
    const loan = this.#loan
    this.#loan = null
    if (loan?.before && (await this.#holds(loan.written))) await this.#port.restore(loan.before)
  }

  /** Ours stays on the clipboard for the agent; what was there before is let go. */
  keep(): void {
    this.#loan = null
  }

  /** Reads back what was written, so that a paste never lands another program's text. */
  async #write(written: Written): Promise<boolean> {
    try {
      if (typeof written === 'string') await this.#port.writeText(written)
      else await this.#images?.write(written)
    } catch {
      return false
    }
    return this.#holds(written)
  }

  async #holds(written: Written): Promise<boolean> {
    if (typeof written !== 'string') return (await this.#images?.holds(written).catch(() => false)) ?? false
    const present = await this.#port.readText().catch(() => null)
    return present !== null && sameText(present, written)
  }

  /** Null when it cannot be read in time: there is then nothing to give back, and the paste goes on. */
  async #snapshot(): Promise<ClipboardSnapshot | null> {
    const reading = this.#port.snapshot().catch(() => null)
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

function sameText(a: string, b: string): boolean {
  return clipboardText(a, '\n') === clipboardText(b, '\n')
}
