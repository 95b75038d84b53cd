import type { Buyer } from './buyer.ts'
import type { ReleaseArrival } from './channel.ts'
import type { Reminder } from './follow-up.ts'
import type { ImportProgress } from './phrase-transfer.ts'
import type { ProductSummary } from './product.ts'
import type { SidecarState } from './sidecar-state.ts'

/** What the surroundings can do; the browser host can do little, and the page offers copy instead. */
export interface Capabilities {
  host: 'electron' | 'browser'
  hotkey: boolean
  paste: boolean
  /** Follows other programs' windows, so that the sidecar can stand beside them. */
  docking: boolean
  tray: boolean
  /** Opens a folder in the system's file manager. */
  openFolder: boolean
}

/** Whether the program starts with the system. */
export type StartupState = { status: 'on' | 'off' } | { status: 'unavailable'; reason: string }

export type HotkeyState =
  | { status: 'registered'; accelerator: string }
  /** Another program holds it, or the keys are not allowed; `alternatives` were tried and are free. */
  | { status: 'taken'; accelerator: string; reason: string; alternatives: string[] }
  | { status: 'unavailable'; reason: string }

/**
 * The keys that work in every window: open the panel; with the selected text as the query; with it as the buyer; the cursor
 * into the sidecar.
 */
export const HOTKEY_IDS = ['panel', 'capture', 'nickname', 'sidecar'] as const
export type HotkeyId = (typeof HOTKEY_IDS)[number]
export type HotkeyStates = Readonly<Record<HotkeyId, HotkeyState>>

/** What was captured for the panel. `nothing`: why the panel opens without. */
export type Captured =
  | { as: 'message'; text: string; from: 'selection' | 'clipboard' }
  | { as: 'nickname'; nickname: string }
  | {
      as: 'nothing'
      why:
        | 'keys-held'
        | 'empty'
        | 'window-hangs'
        | 'window-elevated'
        /** Another window has come to the front meanwhile. */
        | 'window-switched'
        | 'keys-not-sent'
        /** The window that was pasted into last has not read the clipboard yet. */
        | 'last-window-hangs'
        | 'clipboard-held'
        /** What is on the clipboard could not be put back afterwards. */
        | 'clipboard-not-kept'
        | 'nothing-selected'
        | 'no-nickname'
      /** For the agent. */
      message: string
    }

/** How a paste ended. `copied` means: the text is on the clipboard, the agent presses the paste keys. */
export type PasteOutcome =
  | { status: 'pasted'; targetTitle: string; tookMs: number }
  | { status: 'copied'; why: CopiedBecause; message: string }
  | { status: 'failed'; message: string }

export type CopiedBecause =
  | 'asked'
  | 'no-target'
  | 'target-closed'
  | 'target-not-in-front'
  | 'modifiers-held'
  | 'target-elevated'
  | 'target-hung'
  | 'target-blocked'
  | 'keys-not-sent'
  | 'no-desktop'

/** What the page is told without asking. */
export type DeskEvent =
  | { kind: 'panel-shown'; shownAt: number; targetTitle: string | null }
  | { kind: 'panel-hidden' }
  /** After `panel-shown`: what the agent had selected when they pressed the key. */
  | { kind: 'captured'; captured: Captured }
  /** Where the sidecar stands, and beside which chat. */
  | { kind: 'sidecar-changed'; sidecar: SidecarState }
  | { kind: 'library-changed' }
  /** A use was counted, or waits to be: what a list shows of uses is of before. */
  | { kind: 'phrase-used' }
  /** Of the import that `imports.open` named so. */
  | ({ kind: 'import-progress'; id: string } & ImportProgress)
  /** `forgotten`: whose data was deleted, by nickname, or everybody's; a page lets go of them, too. */
  | { kind: 'customers-changed'; forgotten?: readonly string[] | 'all' }
  | { kind: 'follow-ups-changed' }
  /** Follow-ups are due; where the shell cannot notify, a page says so. */
  | { kind: 'follow-ups-due'; reminder: Reminder }
  /** The workbench was asked for at a place in it, by the part of its address after `#`. */
  | { kind: 'workbench-asked'; place: string }
  /** The panel was asked for in a conversation that another page knows of. */
  | { kind: 'conversation-given'; buyer: Buyer; product: ProductSummary | null; query: string }
  | { kind: 'settings-changed' }
  | { kind: 'backups-changed' }
  /** What is known of a library's channel: an answer of the store, a download that got further, a setting. */
  | { kind: 'channels-changed' }
  /** A channel brought a release: it is in the library (`isApplied`), or waits for somebody to decide or confirm. */
  | ({ kind: 'release-arrived' } & ReleaseArrival)
  /** What is known of updates of the program. */
  | { kind: 'updates-changed' }
  | { kind: 'hotkey-changed'; id: HotkeyId; hotkey: HotkeyState }
