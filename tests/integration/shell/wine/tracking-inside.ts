/**
 * Runs inside Wine: follows two Notepads with the shell's own tracker and Windows adapters, and writes what it saw as JSON
 * to the file named by the first argument. The second says for how many seconds the
 * cost of a chat at rest is measured, none for not at all. win32-tracking.test.ts judges it.
 */
import { writeFileSync } from 'node:fs'
import koffi from 'koffi'
import type { WindowHandle } from '../../../../electron/shell/paste/window-port.ts'
import { win32Looks } from '../../../../electron/shell/tracking/win32-looks.ts'
import {
  createWindowTracker,
  keepLooking,
  type TrackedWindow,
} from '../../../../electron/shell/tracking/window-tracker.ts'
import { shareOfCore } from '../../../support/share-of-core.ts'
import { focus, port } from './desk.ts'
import { openNotepad } from './programs.ts'
import { until } from './text-window.ts'

type Seen = TrackedWindow | null

export interface TrackingReport {
  /** What was followed, one line of the story after the other. */
  story: Record<string, { seen: Seen; isFirst: boolean; isSecond: boolean }>
  raised: { order: ('ours' | 'chat')[]; frontIsChat: boolean }
  /** One look, ms, the mean of a thousand. */
  lookMs: number
  /** What following a chat at rest takes of one core; null when it was not to be measured. */
  idleShare: number | null
  /** What this program takes meanwhile that follows nothing. */
  nothingShare: number | null
  error?: string
}

const NOTEPAD = { id: 'notepad', name: '记事本', chatInput: { height: 100, left: 0, right: 0 } }
const SW_HIDE = 0
const SW_SHOWNA = 8
const SW_MINIMIZE = 6
const SW_RESTORE = 9
const WS_POPUP_VISIBLE = 0x90000000
const user32 = koffi.load('user32.dll')
const MoveWindow = user32.func(
  'int __stdcall MoveWindow(intptr_t window, int x, int y, int width, int height, int repaint)',
)
const ShowWindow = user32.func('int __stdcall ShowWindow(intptr_t window, int command)')
const CreateWindowExW = user32.func(
  'intptr_t __stdcall CreateWindowExW(uint32_t exStyle, str16 className, str16 title, uint32_t style, int x, int y,' +
    ' int width, int height, intptr_t parent, intptr_t menu, intptr_t instance, void *parameter)',
)

const looks = win32Looks()
let ours: WindowHandle = 0
/** Not followed for now: Windows gives the keyboard to it when the other is taken away, and it would be the one used last. */
let aside: WindowHandle = 0
const tracker = createWindowTracker({
  windows: port,
  looks,
  profileOf: ({ exe }) => (exe.toLowerCase() === 'notepad.exe' ? NOTEPAD : null),
  isOurs: (window) => window === ours || window === aside,
  now: () => performance.now(),
  onChange: () => undefined,
})

/** Looks until what is followed is as wished, as the program does. */
async function seen(wished: (tracked: Seen) => boolean): Promise<Seen> {
  return until(async () => {
    await tracker.look()
    return wished(tracker.current()) ? { tracked: tracker.current() } : undefined
  }).then(({ tracked }) => tracked)
}

async function tellEverything(measuredSeconds: number): Promise<TrackingReport> {
  const first = await openNotepad()
  const second = await openNotepad()
  const story: TrackingReport['story'] = {}
  const note = (line: string, tracked: Seen) => {
    const window = tracked?.window
    story[line] = { seen: tracked, isFirst: window === first.handle, isSecond: window === second.handle }
  }

  await focus(first)
  note('the one in front', await seen((tracked) => tracked?.isInFront === true))
  await focus(second)
  note('the other one is used', await seen((tracked) => tracked?.window === second.handle))

  aside = first.handle
  MoveWindow(second.handle, 120, 90, 700, 500, 1)
  note('moved', await seen((tracked) => tracked?.bounds.x === 120))
  MoveWindow(second.handle, 120, 90, 520, 410, 1)
  note('resized', await seen((tracked) => tracked?.bounds.width === 520))
  ShowWindow(second.handle, SW_MINIMIZE)
  note('minimised', await seen((tracked) => tracked?.state === 'minimised'))
  ShowWindow(second.handle, SW_RESTORE)
  note('restored', await seen((tracked) => tracked?.state === 'shown'))
  ShowWindow(second.handle, SW_HIDE)
  note('hidden', await seen((tracked) => tracked?.state === 'hidden'))
  ShowWindow(second.handle, SW_SHOWNA)
  note('shown again', await seen((tracked) => tracked?.state === 'shown'))
  aside = 0

  await focus(second)
  ours = CreateWindowExW(0, 'STATIC', null, WS_POPUP_VISIBLE, 20, 20, 300, 300, 0, 0, 0, null)
  await focus(second)
  looks.raise(ours)
  const stack = await port.visibleWindows()
  const order = stack.flatMap((window): ('ours' | 'chat')[] =>
    window === ours ? ['ours'] : window === second.handle ? ['chat'] : [],
  )
  const raised = { order, frontIsChat: (await port.foregroundWindow()) === second.handle }

  const from = performance.now()
  for (let round = 0; round < 1_000; round++) await tracker.look()
  const lookMs = (performance.now() - from) / 1_000

  const measured = (begin: () => () => void) =>
    measuredSeconds > 0 ? shareOfCore(measuredSeconds, begin) : Promise.resolve(null)
  const idleShare = await measured(() => keepLooking(tracker))
  const nothingShare = await measured(() => () => undefined)

  await second.close()
  note('closed', await seen((tracked) => tracked?.window !== second.handle))
  await first.close()
  note('both closed', await seen((tracked) => tracked === null))
  return { story, raised, lookMs, idleShare, nothingShare }
}

const [, , reportFile, seconds] = process.argv
if (!reportFile) throw new Error('name the file for the report')
const report = await tellEverything(Number(seconds ?? 0)).catch((error: Error) => ({
  error: error.stack ?? String(error),
}))
writeFileSync(reportFile, JSON.stringify(report, null, 2))
process.exit(0)
