import { z } from 'zod'
import type { HotkeyId } from './desktop.ts'
import { FollowUpSettings, USUAL_FOLLOW_UP_SETTINGS } from './follow-up.ts'
import { PasteTarget } from './paste-target.ts'
import { SidecarSettings, USUAL_SIDECAR } from './sidecar.ts'
import { UpdateSettings } from './updates.ts'

/** The free part of a display in nine: where the panel stands that always opens in one place. */
export const PANEL_SPOTS = [
  'top-left',
  'top',
  'top-right',
  'left',
  'centre',
  'right',
  'bottom-left',
  'bottom',
  'bottom-right',
] as const
export type PanelSpot = (typeof PANEL_SPOTS)[number]

export const PanelPlace = z.object({
  mode: z.enum(['near-chat', 'at-pointer', 'at-spot', 'as-dragged']),
  spot: z.enum(PANEL_SPOTS).default('top-right'),
  /** Upper left corner where it was last dragged to, DIP; null before it ever was. */
  dragged: z.object({ x: z.int(), y: z.int() }).nullable().default(null),
})
export type PanelPlace = z.infer<typeof PanelPlace>

/** Bounds of the panel's size in DIP, and of its text in per cent. */
export const PANEL_LIMITS = {
  width: { min: 560, max: 1600 },
  height: { min: 360, max: 1200 },
  text: { min: 80, max: 200 },
} as const
const { width, height, text } = PANEL_LIMITS

/** Sizes of the workbench's text, in per cent of its usual one, as its keys go through them. */
export const TEXT_SIZES = [80, 90, 100, 110, 125, 150, 175, 200] as const
export type TextSize = (typeof TEXT_SIZES)[number]

/** What belongs to this machine and this agent rather than to the library. Kept in `settings.json`. */
export const Settings = z.object({
  /** Electron accelerator, e.g. `Control+Alt+Space`. */
  hotkey: z.string().min(1).max(60).default('Control+Alt+Space'),
  /** Opens the panel with the selected text as the query. */
  captureHotkey: z.string().min(1).max(60).default('Control+Alt+S'),
  /** Opens the panel with the selected text as the buyer's nickname. */
  nicknameHotkey: z.string().min(1).max(60).default('Control+Alt+N'),
  /** Puts the cursor into the sidecar. */
  sidecarHotkey: z.string().min(1).max(60).default('Control+Alt+D'),
  /** What a buyer's message that is copied in a chat window could be answered with is offered by a notification. */
  suggestsOnCopy: z.boolean().default(false),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** Panel size in DIP. */
  panel: z
    .object({
      width: z.int().min(width.min).max(width.max),
      height: z.int().min(height.min).max(height.max),
    })
    .default({ width: 760, height: 480 }),
  /** The panel's text, in per cent of its usual size. */
  panelText: z.int().min(text.min).max(text.max).default(100),
  workbenchText: z.literal(TEXT_SIZES).default(100),
  panelPlace: PanelPlace.default({ mode: 'near-chat', spot: 'top-right', dragged: null }),
  sidecar: SidecarSettings.default(USUAL_SIDECAR),
  /** The shop that scripts speak for, by its id. */
  shopId: z.string().min(1).max(64).default('main'),
  /** Chat programs that the agent described: those of assets/targets.json by the same id are replaced by them. */
  targets: z.array(PasteTarget).max(50).default([]),
  /** The tour of the first start: shown until it is finished or waved off, then never by itself. */
  tour: z.enum(['due', 'done']).default('due'),
  /** What is kept of buyers, encrypted, and for how many days after they were last seen. */
  buyers: z
    .object({ keep: z.boolean(), retentionDays: z.int().min(7).max(365) })
    .default({ keep: true, retentionDays: 90 }),
  followUps: FollowUpSettings.default(USUAL_FOLLOW_UP_SETTINGS),
  /** Where backups go; null for the data folder's own. */
  backupFolder: z.string().min(1).max(400).nullable().default(null),
  /** Changed by the router of updates alone. */
  updates: UpdateSettings.default({ server: null, isAutomatic: true }),
})
export type Settings = z.infer<typeof Settings>
export type SettingsPatch = Partial<Settings>

/** Where the settings keep the accelerator of each key. */
export const HOTKEY_SETTINGS = {
  panel: 'hotkey',
  capture: 'captureHotkey',
  nickname: 'nicknameHotkey',
  sidecar: 'sidecarHotkey',
} as const satisfies Record<HotkeyId, keyof Settings>

/** The accelerators that the person chose, whether or not they could be registered. */
export const chosenHotkeys = (settings: Settings): Readonly<Record<HotkeyId, string>> => ({
  panel: settings.hotkey,
  capture: settings.captureHotkey,
  nickname: settings.nicknameHotkey,
  sidecar: settings.sidecarHotkey,
})

const { theme, panel, panelText, workbenchText, panelPlace, targets, tour, buyers, followUps } =
  Settings.shape
const { sidecar, suggestsOnCopy } = Settings.shape

/** What a page may change. Without defaults: what it leaves out stays as it was. */
export const SettingsFromPage = z.object({
  theme: theme.unwrap().optional(),
  panel: panel.unwrap().optional(),
  panelText: panelText.unwrap().optional(),
  workbenchText: workbenchText.unwrap().optional(),
  panelPlace: panelPlace.unwrap().optional(),
  targets: targets.unwrap().optional(),
  tour: tour.unwrap().optional(),
  buyers: buyers.unwrap().optional(),
  followUps: followUps.unwrap().optional(),
  suggestsOnCopy: suggestsOnCopy.unwrap().optional(),
  sidecar: sidecar.unwrap().optional(),
})
