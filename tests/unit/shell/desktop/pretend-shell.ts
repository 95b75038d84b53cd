import type { Captured, OnLate } from '../../../../electron/shell/capture/capture-selection.ts'
import { createDesktop, type ShellDesktop } from '../../../../electron/shell/desktop.ts'
import { createHotkeys } from '../../../../electron/shell/hotkeys.ts'
import { copied } from '../../../../electron/shell/paste/outcomes.ts'
import type { PasteRequest } from '../../../../electron/shell/paste/paste.ts'
import type { DeskEvent, PasteOutcome } from '../../../../shared/model/desktop.ts'
import { NO_SIDECAR } from '../../../../shared/model/sidecar-state.ts'
import type { Rect } from '../../../../shared/placing/panel-place.ts'
import { CHAT, PANEL, PretendDesktop } from '../paste/pretend-desktop.ts'
import { StoryClock } from '../paste/story-clock.ts'

const NO_UPDATES = { status: 'unavailable', reason: '' } as const

/** The desktop as the router sees it, on windows in memory; what it does to them is written down. */
export class PretendShell {
  readonly windows = new PretendDesktop(new StoryClock())
  panelIsVisible = false
  /** Whether the agent has pressed a key in the panel. */
  panelIsTouched = false
  workbenchHasKeyboard = false
  readonly pasted: PasteRequest[] = []
  outcome: PasteOutcome = { status: 'pasted', targetTitle: '张三-接待中心', tookMs: 30 }
  /** The chat that the sidecar stands beside, and where that is to be seen itself. */
  docked: number | null = CHAT
  sidecarAt: Rect | null = { x: 0, y: 0, width: 360, height: 600 }
  sidecarHasKeyboard = false
  /** What became of the sidecar. */
  readonly done: string[] = []
  readonly notifications: string[] = []
  readonly events: DeskEvent[] = []
  readonly enter: string[] = []
  /** What is selected where the agent is. */
  captured: Captured = { from: 'selection', text: '这个面霜能用多久' }
  readonly capturedFrom: (number | null)[] = []
  /** Tells of what the chat copied after the answer was given. */
  copiesLate: OnLate = () => undefined
  /** What happens while the chat reads what was pasted. */
  beforeComingBack: () => void = () => undefined
  /** What happens while the selection is read. */
  whileCapturing: () => void = () => undefined
  readonly desktop: ShellDesktop

  constructor() {
    this.windows.front = CHAT
    this.desktop = this.#open()
    this.desktop.onEvent((event) => this.events.push(event))
  }

  #open(): ShellDesktop {
    return createDesktop({
      panel: {
        show: () => {
          this.panelIsVisible = true
        },
        hide: () => {
          this.panelIsVisible = false
        },
        handle: () => PANEL,
        isVisible: () => this.panelIsVisible,
        hasKeyboard: () => this.panelIsVisible,
        isTouched: () => this.panelIsTouched,
      },
      workbench: { open: () => undefined, hasKeyboard: () => this.workbenchHasKeyboard },
      sidecar: { hasKeyboard: () => this.sidecarHasKeyboard, bounds: () => this.sidecarAt },
      docking: {
        state: () => NO_SIDECAR,
        target: () => this.docked,
        settingsChanged: () => undefined,
        drawOut: () => undefined,
        dragged: () => undefined,
        left: () => undefined,
        detach: () => undefined,
        dock: () => undefined,
        pasted: () => this.done.push('folded'),
        takeKeyboard: () => this.done.push('keyboard taken'),
        giveKeyboardBack: () => this.done.push('keyboard given back'),
      },
      canDock: true,
      enterGuard: {
        raise: () => this.enter.push('held back'),
        lowerSoon: () => this.enter.push('free soon'),
        lower: () => this.enter.push('free'),
      },
      hotkeys: createHotkeys(
        { register: (key) => key !== 'Alt+Q', unregister: () => undefined },
        {
          panel: () => undefined,
          capture: () => undefined,
          nickname: () => undefined,
          sidecar: () => undefined,
        },
      ),
      capture: async (window, onLate = () => undefined) => {
        this.capturedFrom.push(window)
        this.copiesLate = onLate
        this.whileCapturing()
        return this.captured
      },
      port: this.windows,
      paste: {
        canPaste: true,
        traces: [],
        targetHasRead: async () => this.beforeComingBack(),
        copy: async () => copied('asked'),
        paste: async (request) => {
          this.pasted.push(request)
          request.hidePanel()
          return this.outcome
        },
      },
      setTheme: () => undefined,
      system: {
        targets: () => null,
        tryPaste: async () => ({ status: 'lost', reason: '' }),
        startup: () => ({ status: 'off' }),
        setStartup: () => ({ status: 'off' }),
        updates: () => NO_UPDATES,
        checkForUpdates: async () => NO_UPDATES,
        postponeUpdate: () => undefined,
        restartToUpdate: () => ({ status: 'refused', reason: '' }),
        openFolder: async () => null,
      },
      notify: (message) => this.notifications.push(message),
      now: () => 1_700_000_000_000,
    })
  }
}
