import type { CopiedBecause, PasteOutcome } from '../../../shared/model/desktop.ts'
import type { TargetProfile } from '../targets.ts'
import type { BorrowedClipboard } from './borrowed-clipboard.ts'
import type { ClipboardImage } from './image-clipboard.ts'
import { clipboardBusy, copied } from './outcomes.ts'
import type { Clock, WindowDetails, WindowHandle, WindowPort } from './window-port.ts'

/** Between two looks at the window system. Fast adapters answer a look in about 0.1 ms. */
const POLL_MS = 3
/** An agent who leans on a key gets this long to let go. */
const KEYS_RELEASED_LIMIT_MS = 1_500
/** Activation takes 4–40 ms; a program busy for longer than this is better pasted into by hand. */
const FRONT_LIMIT_MS = 800

export interface PasteRequest {
  what: string | ClipboardImage
  /** The window noted when the panel opened; null when there was none. */
  target: WindowHandle | null
  /** How to paste there, where that is not to be told by the window's program. */
  profile?: TargetProfile
  /** True while the panel has the keyboard. */
  panelHasKeyboard(): boolean
  /** Takes the panel away. Called once the target has been asked to the front, so that no third window slips in. */
  hidePanel(): void
}

interface Surroundings {
  port: WindowPort | null
  clipboard: BorrowedClipboard
  clock: Clock
  profileOf(window: WindowDetails): TargetProfile
}

/** Why a stage ended the paste, or null: go on. */
type Verdict = CopiedBecause | null

/**
 * Puts text or an image into the window where the agent was, or says why it is on the clipboard instead.
 *
 * The stages, each of which may end the paste: the target is there and can be typed into → our text is on the
 * clipboard → no key is held → the agent has not gone elsewhere → the target is in front, and stays → no modifier is
 * held → the target is *still* in front → the paste keys. Afterwards the old clipboard comes back. Nothing is ever
 * pasted into another window than the target, and Enter is never sent.
 */
export class PasteService {
  readonly #around: Surroundings
  #queue: Promise<unknown> = Promise.resolve()
  /** When the last target will have read the clipboard (clock time); until then our text must stay on it. */
  #readBy = 0
  #useCount = 0
  #givingBack: Promise<void> = Promise.resolve()

  constructor(around: Surroundings) {
    this.#around = around
  }

  get canPaste(): boolean {
    return this.#around.port !== null
  }

  /** Uses that come in quick succession are carried out one after the other, in order. */
  paste(request: PasteRequest): Promise<PasteOutcome> {
    return this.#enqueue(() => this.#pasteNow(request))
  }

  copy(what: string | ClipboardImage): Promise<PasteOutcome> {
    return this.#enqueue(async () => {
      if (!(await this.#put(what))) return clipboardBusy()
      return this.#leaveCopied('asked')
    })
  }

  /** Resolves when the window that was pasted into last has read the clipboard, and may lose the front. */
  async targetHasRead(): Promise<void> {
    const { clock } = this.#around
    await clock.sleep(Math.max(0, this.#readBy - clock.now()))
  }

  /** Resolves when everything asked so far is done and the agent's clipboard is back. Call it before quitting. */
  async settled(): Promise<void> {
    await this.#queue
    await this.#givingBack
  }

  async #pasteNow(request: PasteRequest): Promise<PasteOutcome> {
    const { port, clock } = this.#around
    const startedAt = clock.now()
    const found = await this.#findTarget(request.target)
    if (!(await this.#put(request.what))) return clipboardBusy()
    if (port === null || 'why' in found) return this.#leaveCopied('why' in found ? found.why : 'no-desktop')

    const { target, details } = found
    const profile = request.profile ?? this.#around.profileOf(details)
    const stopped =
      // Before the keyboard changes hands: a held Enter would repeat into the chat, and send.
      (await this.#keysReleased(port)) ??
      (await this.#agentStillHere(port, target, request)) ??
      (await this.#broughtToFront(port, target, profile, request)) ??
      (await this.#keysReleased(port)) ??
      ((await port.foregroundWindow()) === target ? null : 'target-not-in-front')
    if (stopped) return this.#leaveCopied(stopped)

    const keys = await port.sendKeys(profile.pasteKeys)
    if (!keys.sent) return this.#leaveCopied('keys-not-sent', keys.advice)
    const characters = typeof request.what === 'string' ? request.what.length : 0
    const slowness = Math.round((profile.perThousandCharactersMs * characters) / 1_000)
    this.#readBy = clock.now() + profile.readsWithinMs + slowness
    this.#giveBackLater(profile.givesBackAfterMs + slowness)
    return { status: 'pasted', targetTitle: details.title, tookMs: Math.round(clock.now() - startedAt) }
  }

  async #findTarget(
    target: WindowHandle | null,
  ): Promise<{ target: WindowHandle; details: WindowDetails } | { why: CopiedBecause }> {
    const { port } = this.#around
    if (port === null) return { why: 'no-desktop' }
    if (target === null) return { why: 'no-target' }
    const details = await port.details(target)
    if (details === null) return { why: 'target-closed' }
    if (details.isElevated) return { why: 'target-elevated' }
    return { target, details }
  }

  /** Between Enter and now the agent may have clicked another window: they mean to be there. */
  async #agentStillHere(port: WindowPort, target: WindowHandle, request: PasteRequest): Promise<Verdict> {
    if (request.panelHasKeyboard()) return null
    const front = await port.foregroundWindow()
    return front === null || front === target ? null : 'target-not-in-front'
  }

  async #keysReleased(port: WindowPort): Promise<Verdict> {
    const { clock } = this.#around
    const deadline = clock.now() + KEYS_RELEASED_LIMIT_MS
    while (await port.hasHeldKeys()) {
      if (clock.now() >= deadline) return 'modifiers-held'
      await clock.sleep(POLL_MS)
    }
    return null
  }

  /** In front means: for `settleMs` on end. Once it was there and is there no more, somebody chose another window. */
  async #broughtToFront(
    port: WindowPort,
    target: WindowHandle,
    profile: TargetProfile,
    request: PasteRequest,
  ): Promise<Verdict> {
    const { clock } = this.#around
    await port.bringToFront(target)
    request.hidePanel()
    const deadline = clock.now() + FRONT_LIMIT_MS
    let inFrontSince: number | null = null
    while (clock.now() < deadline) {
      if ((await port.foregroundWindow()) === target) {
        inFrontSince ??= clock.now()
        if (clock.now() - inFrontSince >= profile.settleMs) return null
      } else if (inFrontSince !== null) {
        return 'target-not-in-front'
      }
      await clock.sleep(POLL_MS)
    }
    return (await port.details(target)) === null ? 'target-closed' : 'target-not-in-front'
  }

  /** Waits for the last target to have read the clipboard: otherwise it would paste this text for the last one. */
  async #put(what: string | ClipboardImage): Promise<boolean> {
    this.#useCount += 1
    const { clock, clipboard } = this.#around
    const wait = this.#readBy - clock.now()
    if (wait > 0) await clock.sleep(wait)
    return clipboard.put(what)
  }

  #leaveCopied(why: CopiedBecause, advice?: string): PasteOutcome {
    this.#around.clipboard.keep()
    return copied(why, advice)
  }

  #giveBackLater(delayMs: number): void {
    const use = this.#useCount
    const { clock, clipboard } = this.#around
    this.#givingBack = clock.sleep(delayMs).then(() =>
      this.#enqueue(async () => {
        // A later use has taken the loan over and gives it back in its own time.
        if (use === this.#useCount) await clipboard.giveBack()
      }),
    )
  }

  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work)
    this.#queue = done.catch(() => undefined)
    return done
  }
}
