import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { startProgram } from '../e2e/support/program.ts'
import { chooseRuntime } from '../e2e/support/runtime.ts'
import { startDesktop } from '../support/desktop/desktop.ts'
import type { Measure } from './measures.ts'
import { asJson, asTable } from './report.ts'
import { makeHugeLibrary } from './workbench/huge-library.ts'
import { measureAnyPage } from './workbench/pages.ts'
import {
  measureFilters,
  measureMemory,
  measureOpening,
  measureScrolling,
  waitForSearch,
} from './workbench/table.ts'

// node tests/bench/workbench.ts [--json] [--phrases N] [--rounds N]: the table of phrases with a huge library, in the
// built bundles on a desktop of its own. Build first.

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    phrases: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '5' },
  },
})
const phrases = Number(values.phrases)
const rounds = Number(values.rounds)
const folder = mkdtempSync(path.join(tmpdir(), 'golden-six-workbench-'))
const dataDir = path.join(folder, 'library')
const say = (what: string) => process.stderr.write(`${what} …\n`)

try {
  mkdirSync(dataDir)
  const report = asJson(await measureAll(), phrases)
  console.log(values.json ? JSON.stringify(report, null, 2) : asTable(report))
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
}

async function measureAll(): Promise<Measure[]> {
  say(`writing ${phrases} phrases`)
  await makeHugeLibrary(dataDir, phrases)
  say('pages of the table, at the desk')
  const pages = await measureAnyPage(dataDir)

  chooseRuntime()
  const desktop = await startDesktop({ width: 1440, height: 900 })
  const program = await startProgram({
    desktop,
    dataDir,
    profile: path.join(folder, 'profile'),
    motion: 'full',
  })
  try {
    const { page } = await program.workbench()
    say('waiting until the search has taken the library in')
    await waitForSearch(page)
    say('opening')
    const opened = await measureOpening(page, rounds)
    say('filters')
    const filtered = await measureFilters(page, rounds)
    say('scrolling')
    const scrolled = await measureScrolling(page, rounds)
    const memory = await measureMemory(page)
    return [
      { name: 'a page of rows anywhere, the order known', unit: 'ms', goal: 30, samples: pages.again },
      { name: 'of it: the order worked out first', unit: 'ms', goal: 200, samples: pages.first },
      { name: '话术 clicked → rows painted', unit: 'ms', goal: 300, samples: opened },
      { name: 'filter chosen → rows painted', unit: 'ms', goal: 100, samples: filtered },
      {
        name: 'longest frame while scrolling 5,000 rows',
        unit: 'ms',
        goal: 50,
        samples: scrolled.longestFrames,
      },
      { name: 'frames with a row not there yet', unit: 'count', goal: 0, samples: scrolled.blankFrames },
      { name: 'memory of the page after all that', unit: 'kB', goal: 250_000, samples: [memory] },
    ]
  } finally {
    await program.quit()
    await desktop.stop()
  }
}
