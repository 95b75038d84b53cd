import type { WindowDetails, WindowHandle, WindowPort } from '../paste/window-port.ts'
import type { TargetProfile } from '../targets.ts'
import type { WindowLook, WindowLooks } from './window-look.ts'

/** What is known of chat windows of one kind. */
export type ChatProfile = Pick<TargetProfile, 'id' | 'name' | 'chatInput'>

/** A chat window that is followed. */
export interface TrackedWindow extends WindowLook {
  window: WindowHandle
  title: string
  profile: ChatProfile
  isInFront: boolean
}

export interface WindowTracker {
  /** The chat window that was used last, as the last look found it; null when there is none. */
  current(): TrackedWindow | null
  /** Looks once, tells of what has changed, and returns in how many milliseconds it wants to look again. */
  look(): Promise<number>
}

interface TrackerParts {
  windows: Pick<WindowPort, 'foregroundWindow' | 'details' | 'visibleWindows'>
  looks: WindowLooks
  /** Null for any window that is no chat. */
  profileOf(window: WindowDetails): ChatProfile | null
  /** Windows of this program are none that a phrase could go to, and using them is not leaving the chat. */
  isOurs(window: WindowHandle): boolean
  /** Milliseconds, monotonic. */
  now(): number
  onChange(tracked: TrackedWindow | null): void
}

/** While a window is moved: a frame of the screen. */
const MOVING_MS = 16
/** Before that is noticed, while the chat is in front; and while it is not, or not to be seen. */
const IN_FRONT_MS = 200
const IDLE_MS = 400
/** So long after the last change more is expected. */
const MOVES_ON_MS = 400
/** What no event tells, a title that has changed, is noticed by then. */
const UNASKED_MS = 2_000
/** With no chat to follow, all windows are gone through so often; one that comes to the front is noticed at once. */
const SEARCH_MS = 5_000
/** Chat programs own small windows, too: menus, tips, calls for attention. Device pixels. */
const SMALLEST = { width: 320, height: 240 }

/**
 * Follows the chat window that the agent used last: where it stands, whether it is to be seen, and when it is gone.
 *
 * It looks instead of listening: Windows tells of moves (`SetWinEventHook`) only to a thread that takes messages, by a
 * call into JavaScript from outside of it, which no test here could show to be safe. What a look costs stands in
 * docs/docking.md; under X11 nothing is looked at before an event has come.
 */
export function createWindowTracker(parts: TrackerParts): WindowTracker {
  const { windows, looks, profileOf, isOurs, now, onChange } = parts
  /** Chat windows that the agent has been in, the last one first. */
  let used: Pick<TrackedWindow, 'window' | 'profile' | 'title'>[] = []
  let current: TrackedWindow | null = null
  let front: WindowHandle | null = null
  let movesUntil = Number.NEGATIVE_INFINITY
  let unaskedAt = Number.NEGATIVE_INFINITY
  let searchAt = Number.NEGATIVE_INFINITY

  /** Null unless it is a chat window, by its program and by what stands in its title now. */
  async function asChat(window: WindowHandle): Promise<(typeof used)[number] | null> {
    const details = await windows.details(window)
    const profile = details && profileOf(details)
    return details && profile ? { window, profile, title: details.title } : null
  }

  /** No menu or tip of a chat. */
  function isLarge(window: WindowHandle): boolean {
    const bounds = looks.look(window)?.bounds
    return bounds !== undefined && bounds.width >= SMALLEST.width && bounds.height >= SMALLEST.height
  }

  /** Which window the agent is in now. */
  async function noteFront(isUnasked: boolean): Promise<void> {
    const before = front
    front = await windows.foregroundWindow()
    if (front === null || isOurs(front) || (front === before && !isUnasked)) return
    const isKnown = used.some(({ window }) => window === front)
    const chat = isKnown || isLarge(front) ? await asChat(front) : null
    const others = used.filter(({ window }) => window !== front)
    used = chat ? [chat, ...others] : others
  }

  /** A browser's window is a chat no more when another page is shown in it, nor is one that the agent has struck off. */
  async function askAgain(): Promise<void> {
    const [last, ...others] = used
    if (last === undefined || last.window === front) return
    const chat = await asChat(last.window)
    used = chat ? [chat, ...others] : others
  }

  /** Where the agent has been in none yet: the one on top of the others. */
  async function findAny(at: number): Promise<void> {
    if (at < searchAt) return
    searchAt = at + SEARCH_MS
    for (const window of await windows.visibleWindows()) {
      const chat = isOurs(window) || !isLarge(window) ? null : await asChat(window)
      if (chat) used = [chat]
      if (chat) return
    }
  }

  /** The one used last that is still there. */
  function lastUsed(): TrackedWindow | null {
    while (used[0]) {
      const look = looks.look(used[0].window)
      if (look) return { ...used[0], ...look, isInFront: front === used[0].window }
      used = used.slice(1)
    }
    return null
  }

  return {
    current: () => current,

    async look() {
      const at = now()
      const isUnasked = at >= unaskedAt
      const hasNews = looks.hasNews(used[0]?.window ?? null)
      if (hasNews || isUnasked || at < movesUntil) {
        if (isUnasked) unaskedAt = at + UNASKED_MS
        await noteFront(isUnasked)
        if (isUnasked) await askAgain()
        if (used.length === 0) await findAny(at)
        const found = lastUsed()
        if (!isSame(found, current)) {
          movesUntil = at + MOVES_ON_MS
          current = found
          onChange(found)
        }
      }
      if (at < movesUntil) return MOVING_MS
      const isAtHand = current?.isInFront || (front !== null && isOurs(front))
      return isAtHand ? IN_FRONT_MS : IDLE_MS
    },
  }
}

function isSame(a: TrackedWindow | null, b: TrackedWindow | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** Looks again and again, until the function that it returns is called. */
export function keepLooking(
  tracker: Pick<WindowTracker, 'look'>,
  later: (ms: number, act: () => void) => () => void = byTimer,
): () => void {
  let isStopped = false
  let cancel = (): void => undefined
  async function round(): Promise<void> {
    // A window system that breaks down for a moment is asked again.
    const ms = await tracker.look().catch(() => IDLE_MS)
    if (!isStopped) cancel = later(ms, () => void round())
  }
  void round()
  return () => {
    isStopped = true
    cancel()
  }
}

function byTimer(ms: number, act: () => void): () => void {
  const timer = setTimeout(act, ms)
  timer.unref()
  return () => clearTimeout(timer)
}
