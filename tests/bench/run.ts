import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { openChat } from '../support/desktop/chat.ts'
import { startDesktop } from '../support/desktop/desktop.ts'
import { coldStart, grepFile } from './cold-start.ts'
import { fuseKeystrokes } from './fuse.ts'
import { openKeyboard } from './keyboard.ts'
import { makeLibrary } from './library.ts'
import type { Measure } from './measures.ts'
import { measureHotkey, measureKeystrokes, measurePaste, openMeasuredPanel } from './panel.ts'
import { stagesOf } from './paste-trace.ts'
import { asJson, asTable } from './report.ts'
import { hasRofi, measureRofi } from './rofi.ts'
import { panelScriptKilobytes } from './script-bytes.ts'

// npm run bench [-- --json] [--rounds N] [--phrases N]: the six-second path, timed. docs/benchmarks.md says how.

/** Full pinyin, initials and a word of Latin letters, as agents type them. */
const QUERIES = [
  'baoyou',
  'tuihuo',
  'fapiao',
  'kuaidi',
  'chima',
  'byzf',
  'shunfeng',
  'qtwly',
  'zhekou',
  'mianshuang',
]

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '40' },
    phrases: { type: 'string', default: '10000' },
  },
})
const rounds = Number(values.rounds)
const phraseCount = Number(values.phrases)
const folder = mkdtempSync(path.join(tmpdir(), 'golden-six-bench-'))
const say = (what: string) => process.stderr.write(`${what} …\n`)

try {
  const measures = await measureAll()
  const report = asJson(measures, phraseCount)
  console.log(values.json ? JSON.stringify(report, null, 2) : asTable(report))
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
}

async function measureAll(): Promise<Measure[]> {
  say(`importing ${phraseCount} phrases`)
  const library = await makeLibrary(folder, phraseCount)
  // The first start after an import works out what later starts find prepared.
  await coldStart(library, 1)
  say('cold start')
  const started = await coldStart(library, 10)
  const grepped = await grepFile(library, 10)
  say('Fuse.js')
  const fused = fuseKeystrokes(library, QUERIES.slice(0, 3))

  const desktop = await startDesktop({ width: 1440, height: 900 })
  const chat = await openChat(desktop, { title: '小鱼儿-接待中心', width: 560, height: 640 })
  const keyboard = openKeyboard(desktop.display)
  const around = { desktop, chat, keyboard, library, folder }
  try {
    say('the panel')
    const panel = await openMeasuredPanel(around)
    const shown = await measureHotkey(panel, around, rounds)
    const keystrokes = await measureKeystrokes(panel, around, QUERIES)
    const pasted = await measurePaste(panel, around, rounds)
    await panel.app.close()
    say(`where a paste's time goes, medians in ms: ${stagesOf(pasted.own)}`)
    say('rofi')
    const rofi = hasRofi() ? await measureRofi(around, Math.min(rounds, 20)) : null
    const byRofi = (samples?: number[]) => samples && { name: 'rofi, xclip, xdotool', samples }
    return [
      {
        name: 'hotkey → panel painted and focused',
        unit: 'ms',
        goal: 100,
        samples: shown,
        instead: byRofi(rofi?.shown),
      },
      {
        name: 'keystroke → results painted',
        unit: 'ms',
        goal: 16,
        samples: keystrokes.painted,
        instead: { name: 'Fuse.js, nothing painted', samples: fused },
      },
      { name: 'of it: keystroke → rows in the page', unit: 'ms', goal: 16, samples: keystrokes.inPage },
      {
        name: 'Enter → text in the other window',
        unit: 'ms',
        goal: 100,
        samples: pasted.landings,
        instead: byRofi(rofi?.pasted),
      },
      {
        name: 'of it: Enter → paste keys sent',
        unit: 'ms',
        goal: 40,
        samples: pasted.own.map(({ totalMs }) => totalMs),
      },
      {
        name: 'of that: in the paste service',
        unit: 'ms',
        goal: 40,
        samples: pasted.own.map(({ serviceMs }) => serviceMs),
      },
      {
        name: 'cold start → first search answered',
        unit: 'ms',
        goal: 1_000,
        samples: started,
        instead: { name: 'grep in the phrase file', samples: grepped },
      },
      { name: 'script that the panel loads', unit: 'kB', goal: 300, samples: [panelScriptKilobytes()] },
    ]
  } finally {
    keyboard.close()
    await chat.close()
    await desktop.stop()
  }
}
