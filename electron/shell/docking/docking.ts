import type { Screen } from 'electron'
import type { SidecarSettings } from '../../../shared/model/sidecar.ts'
import { NO_SIDECAR, type SidecarForm, type SidecarState } from '../../../shared/model/sidecar-state.ts'
import { placeDock } from '../../../shared/placing/dock-place.ts'
import { keptInside, type Point, type Rect } from '../../../shared/placing/panel-place.ts'
import type { SidecarControls } from '../../rpc/desktop.ts'
import type { Bounds, WindowHandle } from '../paste/window-port.ts'
import type { TrackedWindow } from '../tracking/window-tracker.ts'
import type { SidecarWindow } from '../windows/sidecar-window.ts'

interface DockingParts {
  window: SidecarWindow
  screen: Pick<Screen, 'getDisplayMatching' | 'screenToDipRect' | 'on'>
  settings: { read(): SidecarSettings; update(settings: SidecarSettings): void }
  /** Begins to follow chat windows; the function that it returns ends that. */
  follow(onChange: (tracked: TrackedWindow | null) => void): () => void
  giveKeyboardTo(window: WindowHandle): void
  onState(state: SidecarState): void
  platform?: NodeJS.Platform
  /** Calls once, later, unless the function that it returns is called before. */
  later?(ms: number, act: () => void): () => void
}

export interface Docking extends SidecarControls {
  /** The chat window that a phrase goes to; null while there is none that could be seen. */
  target(): WindowHandle | null
  /** The settings may be others now. */
  settingsChanged(): void
  /** The keyboard has left the sidecar: drawn out of its rib, it goes back. */
  left(): void
  /** A phrase was pasted: drawn out of its rib, the sidecar goes back. */
  pasted(): void
  /** The agent drags the sidecar; its upper left corner is there now, DIP. */
  dragged(corner: Point): void
  stop(): void
}

/** What it stands as high as, detached. DIP. */
const DETACHED_HEIGHT = 640
/** A drag is over when nothing has moved for so long; then its end is kept. */
const DRAG_ENDS_MS = 400

/**
 * Keeps the sidecar beside the chat window that was used last: in its place as that moves, away while it is minimised,
 * and detached where the agent put it.
 */
export function createDocking(parts: DockingParts): Docking {
  const { window, screen, settings, later = byTimer } = parts
  const system = parts.platform ?? process.platform
  let tracked: TrackedWindow | null = null
  let state: SidecarState = NO_SIDECAR
  let isDrawnOut = false
  let stopFollowing: (() => void) | null = null
  let isStopped = false
  /** Where it is on its way to by the agent's hand. */
  let dragged: Point | null = null
  let endDragSooner = (): void => undefined

  function follow(isOn: boolean): void {
    if (isOn) stopFollowing ??= parts.follow(targetChanged)
    else {
      stopFollowing?.()
      stopFollowing = null
      tracked = null
    }
  }

  function targetChanged(now: TrackedWindow | null): void {
    const before = tracked
    tracked = now
    if (now?.window !== before?.window || now?.state !== 'shown') isDrawnOut = false
    arrange()
    const isNewInFront = now?.isInFront && !(before?.isInFront && before.window === now.window)
    if (isNewInFront) raise()
  }

  /** The chat, unless nobody could see what is pasted there: closed to the tray, say, or on another desktop. */
  function withinReach(): TrackedWindow | null {
    return tracked?.state === 'hidden' ? null : tracked
  }

  /** Detached, it is above all windows, and would be let down among the others by this. */
  function raise(): void {
    if (state.form !== 'detached') window.raise()
  }

  function arrange(): void {
    if (isStopped) return
    const wish = settings.read()
    follow(wish.isOn)
    const placed = wish.isOn ? placeFor(wish) : null
    if (placed === null) window.hide()
    else window.stand(placed.rect, placed.form === 'detached')
    const form = placed?.form ?? 'away'
    const before = state.form
    const chat = withinReach()
    tell({
      form,
      side: placed?.side ?? wish.side,
      target: chat && { id: chat.window, title: chat.title, program: chat.profile.name },
    })
    // Now it lies where the chat is, and under it, if that has just been maximised.
    const liesOnChat = form === 'over' || (form === 'rib' && tracked?.isInFront === true)
    if (liesOnChat && form !== before) raise()
  }

  function placeFor(wish: SidecarSettings): { form: SidecarForm; side: 'left' | 'right'; rect: Rect } | null {
    if (wish.detachedAt) {
      const wanted = { ...(dragged ?? wish.detachedAt), width: wish.width, height: DETACHED_HEIGHT }
      return { form: 'detached', side: wish.side, rect: keptInside(wanted, workAreaAt(wanted)) }
    }
    if (tracked?.state !== 'shown') return null
    const target = inDip(tracked.bounds)
    const { chatInput } = tracked.profile
    const { side, width } = wish
    return placeDock({ target, chatInput, workArea: workAreaAt(target), side, width, isDrawnOut })
  }

  const workAreaAt = (rect: Rect): Rect => screen.getDisplayMatching(rect).workArea

  function inDip(bounds: Bounds): Rect {
    return system === 'win32' ? screen.screenToDipRect(null, bounds) : bounds
  }

  function tell(now: SidecarState): void {
    if (JSON.stringify(now) === JSON.stringify(state)) return
    state = now
    parts.onState(now)
  }

  function fold(): void {
    isDrawnOut = false
    arrange()
  }

  function keep(change: Partial<SidecarSettings>): void {
    settings.update({ ...settings.read(), ...change })
    arrange()
  }

  screen.on('display-added', arrange)
  screen.on('display-removed', arrange)
  screen.on('display-metrics-changed', arrange)

  return {
    state: () => state,
    target: () => withinReach()?.window ?? null,
    settingsChanged: arrange,
    drawOut(isOut) {
      if (isDrawnOut === isOut || (!isOut && window.hasKeyboard())) return
      isDrawnOut = isOut
      arrange()
    },
    left: fold,
    pasted: fold,
    dragged(corner) {
      dragged = corner
      endDragSooner()
      endDragSooner = later(DRAG_ENDS_MS, () => {
        dragged = null
        keep({ detachedAt: corner })
      })
    },
    detach() {
      const { x, y } = window.bounds() ?? { x: 0, y: 0 }
      keep({ detachedAt: { x, y } })
    },
    dock: () => keep({ detachedAt: null }),
    takeKeyboard() {
      if (state.form === 'rib') {
        isDrawnOut = true
        arrange()
      }
      window.takeKeyboard()
    },
    giveKeyboardBack() {
      const chat = withinReach()
      if (chat) parts.giveKeyboardTo(chat.window)
      fold()
    },
    stop() {
      isStopped = true
      endDragSooner()
      follow(false)
    },
  }
}

function byTimer(ms: number, act: () => void): () => void {
  const timer = setTimeout(act, ms)
  return () => clearTimeout(timer)
}
