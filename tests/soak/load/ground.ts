import { browserDesktop } from '../../../electron/browser-host/browser-desktop.ts'
import type { Desk } from '../../../electron/desk/open-desk.ts'
import type { Desktop } from '../../../electron/rpc/desktop.ts'
import { appRouter } from '../../../electron/rpc/router.ts'
import { createCallerFactory } from '../../../electron/rpc/trpc.ts'

const NO_HOTKEY = { status: 'unavailable', reason: '' } as const

export type Caller = ReturnType<typeof callerOf>

/** The desk as a page asks it, on a desktop that takes every text. */
export function callerOf(desk: Desk) {
  const desktop = {
    deliver: async () => ({ status: 'copied', why: 'asked', message: '' }),
    onEvent: () => () => undefined,
    capabilities: () => ({ host: 'browser', hotkey: false, paste: false, tray: false }),
    hotkeys: () => ({ panel: NO_HOTKEY, capture: NO_HOTKEY, nickname: NO_HOTKEY, sidecar: NO_HOTKEY }),
    pasteTraces: () => [],
    setTheme: () => undefined,
    targets: () => null,
    hidePanel: () => undefined,
    showPanel: () => undefined,
    openWorkbench: () => undefined,
    openWorkbenchAt: () => undefined,
    sidecar: browserDesktop.sidecar,
    rebindHotkey: () => NO_HOTKEY,
    tryPaste: async () => ({ status: 'lost', reason: '' }),
    startup: () => ({ status: 'unavailable', reason: '' }),
    setStartup: () => ({ status: 'unavailable', reason: '' }),
    updates: browserDesktop.updates,
    checkForUpdates: browserDesktop.checkForUpdates,
    postponeUpdate: browserDesktop.postponeUpdate,
    restartToUpdate: browserDesktop.restartToUpdate,
    openFolder: async () => null,
  } as unknown as Desktop
  return createCallerFactory(appRouter)({ desk, desktop, appVersion: '0' })
}

/** What questions are asked about: some of what the library holds. */
export interface Ground {
  caller: Caller
  phraseIds: readonly string[]
  productIds: readonly string[]
  buyerIds: readonly string[]
}

export async function groundOf(desk: Desk): Promise<Ground> {
  const { customers } = await desk.customers.list({ text: '', offset: 0, limit: 400 })
  return {
    caller: callerOf(desk),
    phraseIds: desk.phrases.list({ offset: 0, limit: 400 }).phrases.map(({ id }) => id),
    productIds: desk.products.all().map(({ id }) => id),
    buyerIds: customers.map(({ id }) => id),
  }
}

/** Another one of the list each turn. */
export const at = <T>(list: readonly T[], turn: number): T => list[(turn * 37) % list.length] as T

/** What agents type. */
export const QUERIES = [
  'b',
  'by',
  'baoyou',
  '退货',
  'tuihuo',
  '什么时候发货',
  'sf sh',
  'k12',
  '这件衣服我穿多大码合适呀',
]

export const inBase64 = (text: string | Uint8Array): string => Buffer.from(text).toString('base64')
