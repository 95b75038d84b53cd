import { spawn } from 'node:child_process'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { x11Port } from '../../electron/shell/paste/x11.ts'
import { createWindowTracker, keepLooking } from '../../electron/shell/tracking/window-tracker.ts'
import { x11Looks } from '../../electron/shell/tracking/x11-looks.ts'
import type { TrackingReport } from '../integration/shell/wine/tracking-inside.ts'
import { runUnderWine } from '../integration/shell/wine/wine-node.ts'
import { within } from '../integration/shell/within.ts'
import { ended, startXSession } from '../integration/shell/x-session.ts'
import { shareOfCore } from '../support/share-of-core.ts'

// npm run bench:docking [-- --seconds N]: what following a chat window takes of the processor. docs/docking.md tells.

const EDITOR = { id: 'editor', name: '编辑器', chatInput: { height: 100, left: 0, right: 0 } }
const LIMIT_MS = 20_000
/** A hand that drags a window moves it as often as the screen is drawn. */
const DRAG_MS = 16

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '30' } } })
const seconds = Number(values.seconds)

const say = (what: string, share: number | null) =>
  console.log(`${what.padEnd(44)} ${share === null ? '–' : `${(share * 100).toFixed(2)} %`}`)

async function underX11(): Promise<void> {
  const session = await startXSession()
  const port = x11Port(session.display)
  const looks = x11Looks(session.display)
  const env = { ...session.env, LC_ALL: 'C.UTF-8' }
  const chat = spawn('l3afpad', [], { env, stdio: 'ignore' })
  const tracker = createWindowTracker({
    windows: port,
    looks,
    profileOf: ({ exe }) => (exe === 'l3afpad' ? EDITOR : null),
    isOurs: () => false,
    now: () => performance.now(),
    onChange: () => undefined,
  })
  const follow = () => keepLooking(tracker)
  try {
    const window = await within(LIMIT_MS, async () => {
      await tracker.look()
      return tracker.current()?.window ?? null
    })
    await port.bringToFront(window)
    say(`X11: the chat in front, at rest (${seconds} s)`, await shareOfCore(seconds, follow))
    const dragged = () => both(follow(), drag(env, window))
    say(`X11: the chat being dragged (${seconds} s)`, await shareOfCore(seconds, dragged))
    await ended(chat)
    say(`X11: no chat open (${seconds} s)`, await shareOfCore(seconds, follow))
  } finally {
    await ended(chat)
    looks.close()
    port.close()
    await session.stop()
  }
}

/** Moved by another process, whose work is not counted. */
function drag(env: NodeJS.ProcessEnv, window: number): () => void {
  const places = Array.from({ length: 200 }, (_, step) => [
    'windowmove',
    String(window),
    String(100 + step),
    '90',
  ])
  const script = places.flatMap((place) => [...place, 'sleep', String(DRAG_MS / 1_000)])
  let isOver = false
  const begin = () => spawn('xdotool', script, { env, stdio: 'ignore' }).once('exit', again)
  function again(): void {
    if (!isOver) hand = begin()
  }
  let hand = begin()
  return () => {
    isOver = true
    hand.kill()
  }
}

const both = (first: () => void, second: () => void) => () => {
  first()
  second()
}

async function underWine(): Promise<void> {
  const inside = path.join(import.meta.dirname, '../integration/shell/wine/tracking-inside.ts')
  const report = (await runUnderWine({ inside }, [String(seconds)])) as TrackingReport
  if (report.error) throw new Error(report.error)
  say(`Windows (Wine): the chat in front, at rest (${seconds} s)`, report.idleShare)
  say(`Windows (Wine): nothing followed (${seconds} s)`, report.nothingShare)
  console.log(`${'Windows (Wine): one look'.padEnd(44)} ${report.lookMs.toFixed(3)} ms`)
}

await underX11()
await underWine()
