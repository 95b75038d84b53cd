import type { CopiedBecause, PasteOutcome } from '../../../shared/model/desktop.ts'
import type { PasteStep, PasteTrace } from '../../../shared/model/paste-trace.ts'
import type { TargetProfile } from '../targets.ts'
import type { BorrowedClipboard, GivenBack } from './borrowed-clipboard.ts'
import type { ClipboardImage } from './image-clipboard.ts'
import { clipboardBusy, copied, lastTargetHangs } from './outcomes.ts'
import { type PasteNotes, PasteTraces } from './paste-traces.ts'
import { ANSWER_LIMIT_MS, createWindowChecks, type Verdict, type WindowChecks } from './window-checks.ts'
import type { Clock, WindowDetails, WindowHandle, WindowPort } from './window-port.ts'

/** A target that hung when its turn came to read gets this long to come round before the agent's clipboard is let go. */
const HANGING_LIMIT_MS = 10_000
/** A window that is not at work answers sooner; one that takes longer may have come round just now. */
const PROMPT_MS = 50

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

/** A window that was sent the paste keys and may not have come to them yet. */
interface Reader {
  window: WindowHandle
  /** Clock time at which it has read the clipboard, unless it hangs. */
  by: number
  /** How long it takes from the keys on. */
  withinMs: number
}

interface Surroundings {
  port: WindowPort | null
  clipboard: BorrowedClipboard
  clock: Clock
  profileOf(window: WindowDetails): TargetProfile
}

/**
 * Puts text or an image into the window where the agent was, or says why it is on the clipboard instead.
 *
 * The stages, each of which may end the paste: the target is there and can be typed into → our text is on the
 * clipboard → the target answers → no key is held → the agent has not gone elsewhere → the target is in front, and
 * stays → no modifier is held → the target is *still* in front → the paste keys. Afterwards the old clipboard comes
 * back. Nothing is ever pasted into another window than the target, and Enter is never sent.
 */
export class PasteService {
  readonly #around: Surroundings
  readonly #checks: WindowChecks | null
  readonly #traces: PasteTraces
  #queue: Promise<unknown> = Promise.resolve()
  /** Who pasted last; until it has read the clipboard, our text for it must stay there. Null once it has for certain. */
  #reader: Reader | null = null
  #useCount = 0
  #turns = 0
  #givingBack: Promise<void> = Promise.resolve()

  constructor(around: Surroundings) {
    this.#around = around
    this.#checks = around.port && createWindowChecks(around.port, around.clock)
    this.#traces = new PasteTraces(around.clock)
  }

  get canPaste(): boolean {
    return this.#around.port !== null
  }

  /** How the last pastes went, the oldest first. */
  get traces(): readonly PasteTrace[] {
    return this.#traces.recent
  }

  /** Grows whenever this begins or ends to use the clipboard. */
  get turns(): number {
    return this.#turns
  }

  /** Uses that come in quick succession are carried out one after the other, in order. */
  paste(request: PasteRequest): Promise<PasteOutcome> {
    const { what } = request
    const notes =
      typeof what === 'string' ? this.#traces.begin('text', what.length) : this.#traces.begin('image', null)
    return this.#enqueue(async () => {
      const startedAt = this.#around.clock.now()
      // Until the last target has read the clipboard, it would paste this text for the last one.
      if (!(await this.#lastHasRead())) {
        notes.end('last-target-hung')
        return lastTargetHangs()
      }
      notes.done('turn')
      const outcome = await this.#pasteNow(request, startedAt, notes)
      notes.end(outcome.status === 'copied' ? outcome.why : outcomeNames[outcome.status])
      return outcome
    })
  }

  copy(what: string | ClipboardImage): Promise<PasteOutcome> {
    return this.#enqueue(async () => {
      if (!(await this.#lastHasRead())) return lastTargetHangs()
      if (!(await this.#around.clipboard.put(what))) return this.#clipboardHeld()
      return this.#leaveCopied('asked')
    })
  }

  /**
   * Does something with the clipboard while no paste needs it, the agent's own content being on it. `last-target-hung`,
   * and nothing done, while the window that was pasted into last may still read our text there; `clipboard-held` when
   * another program keeps the agent's content from coming back.
   */
  withOwnClipboard<T>(act: () => Promise<T>): Promise<T | 'last-target-hung' | 'clipboard-held'> {
    return this.#enqueue(async () => {
      if (!(await this.#lastHasRead())) return 'last-target-hung'
      if ((await this.#around.clipboard.giveBack()) === 'held') return 'clipboard-held'
      return act()
    })
  }

  /** Resolves when the window that was pasted into last has read the clipboard, and may lose the front. */
  async targetHasRead(): Promise<void> {
    const { clock } = this.#around
    await clock.sleep(Math.max(0, (this.#reader?.by ?? 0) - clock.now()))
  }

  /** Resolves when everything asked so far is done and the agent's clipboard is back. Call it before quitting. */
  async settled(): Promise<void> {
    await this.#queue
    await this.#givingBack
  }

  async #pasteNow(request: PasteRequest, startedAt: number, notes: PasteNotes): Promise<PasteOutcome> {
    const { port, clock, clipboard } = this.#around
    const found = await this.#findTarget(request.target)
    if ('details' in found) notes.target(this.#profileFor(request, found.details).id, found.details.exe)
    notes.done('target-found')
    // Asked now and heard later: the clipboard takes its time meanwhile.
    const answer = 'target' in found ? port?.answers(found.target, ANSWER_LIMIT_MS) : true
    if (!(await clipboard.put(request.what, { stay: 'passing', noted: notes.done })))
      return this.#clipboardHeld()
    if (port === null || this.#checks === null) return this.#leaveCopied('no-desktop')
    if ('why' in found) return this.#leaveCopied(found.why)
    if (!(await answer)) return this.#leaveCopied('target-hung')
    notes.done('target-answers')

    const { target, details } = found
    const profile = this.#profileFor(request, details)
    const stopped = await this.#ready(this.#checks, target, profile, request, notes)
    if (stopped) return this.#leaveCopied(stopped)

    const keys = await port.sendKeys(profile.pasteKeys)
    if (!keys.sent) return this.#leaveCopied('keys-not-sent', keys.advice)
    notes.done('keys-sent')
    const characters = typeof request.what === 'string' ? request.what.length : 0
    const slowness = Math.round((profile.perThousandCharactersMs * characters) / 1_000)
    const withinMs = profile.readsWithinMs + slowness
    this.#reader = { window: target, by: clock.now() + withinMs, withinMs }
    this.#giveBackLater(port, this.#reader, profile.givesBackAfterMs + slowness, notes)
    return { status: 'pasted', targetTitle: details.title, tookMs: Math.round(clock.now() - startedAt) }
  }

  #profileFor({ profile }: PasteRequest, details: WindowDetails): TargetProfile {
    return profile ?? this.#around.profileOf(details)
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
    if (await port.hasDialogInFront(target)) return { why: 'target-blocked' }
    return { target, details }
  }

  /** Null once keys may be sent. */
  async #ready(
    checks: WindowChecks,
    target: WindowHandle,
    profile: TargetProfile,
    request: PasteRequest,
    notes: PasteNotes,
  ): Promise<Verdict> {
    // Before the keyboard changes hands: a held Enter would repeat into the chat, and send.
    const held = await checks.keysReleased()
    if (held) return held
    notes.done('keys-released')
    return (
      (await checks.agentStillHere(target, request.panelHasKeyboard)) ??
      (await checks.broughtToFront(target, profile.settleMs, { ...request, noted: notes.done })) ??
      (await checks.keysReleased()) ??
      (await checks.stillInFront(target))
    )
  }

  /**
   * Waits until the last target has read the clipboard. False when it hangs: whatever is put there now, the agent's own
   * included, it would paste when it comes round.
   */
  async #lastHasRead(): Promise<boolean> {
    const { port, clock } = this.#around
    const reader = this.#reader
    if (reader !== null && port !== null) {
      await clock.sleep(Math.max(0, reader.by - clock.now()))
      const askedAt = clock.now()
      if (!(await port.answers(reader.window, ANSWER_LIMIT_MS))) return false
      // It was at work until now, and comes to the keys only after it has answered.
      if (clock.now() - askedAt > PROMPT_MS) await clock.sleep(reader.withinMs)
      this.#hasRead(reader)
    }
    this.#useCount += 1
    return true
  }

  #hasRead(reader: Reader): void {
    if (this.#reader === reader) this.#reader = null
  }

  #clipboardHeld(): PasteOutcome {
    return clipboardBusy(this.#around.clipboard.holder())
  }

  #leaveCopied(why: CopiedBecause, advice?: string): PasteOutcome {
    this.#around.clipboard.keep()
    return copied(why, advice)
  }

  #giveBackLater(port: WindowPort, reader: Reader, delayMs: number, notes: PasteNotes): void {
    const use = this.#useCount
    const { clock, clipboard } = this.#around
    this.#givingBack = clock
      .sleep(delayMs)
      .then(() => this.#hasComeRound(port, reader, delayMs))
      // A window system that breaks down says nothing of the window: ours stays.
      .catch(() => false)
      .then((hasComeRound) =>
        this.#enqueue(async () => {
          // A later use has taken the loan over and gives it back in its own time.
          if (use !== this.#useCount) return
          if (hasComeRound) notes.done(gaveBack[await clipboard.giveBack()])
          else {
            clipboard.keep()
            notes.done('clipboard-left')
          }
        }),
      )
  }

  /**
   * The keys wait in the queue of a program that hangs: it pastes whatever is on the clipboard when it comes round.
   * So our text stays there until it does, and then for as long as a program that did not hang has to read it.
   */
  async #hasComeRound(port: WindowPort, reader: Reader, delayMs: number): Promise<boolean> {
    if (!(await port.answers(reader.window, ANSWER_LIMIT_MS))) {
      if (!(await port.answers(reader.window, HANGING_LIMIT_MS))) return false
      await this.#around.clock.sleep(delayMs)
    }
    this.#hasRead(reader)
    return true
  }

  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    const turn = async () => {
      this.#turns += 1
      return work().finally(() => {
        this.#turns += 1
      })
    }
    const done = this.#queue.then(turn)
    this.#queue = done.catch(() => undefined)
    return done
  }
}

const gaveBack: Record<GivenBack, PasteStep> = {
  'given-back': 'clipboard-given-back',
  taken: 'clipboard-taken',
  held: 'clipboard-not-given-back',
  failed: 'clipboard-not-given-back',
  'nothing-lent': 'clipboard-left',
}

const outcomeNames = { pasted: 'pasted', failed: 'clipboard-held' } as const
