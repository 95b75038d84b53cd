import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { openDesk } from '../../../electron/desk/open-desk.ts'
import { endure } from './endure.ts'
import { fillLibrary } from './fill-library.ts'
import { timeProcedures } from './measure.ts'

// node --expose-gc tests/soak/load/run.ts: a library larger than any team's, every question a page asks, and a long
// working day. docs/reliability.md holds what it printed.

const number = (value: string) => ({ type: 'string', default: value }) as const
const { values } = parseArgs({
  options: {
    phrases: number('100000'),
    products: number('2000'),
    buyers: number('50000'),
    events: number('1000000'),
    uses: number('20000'),
  },
})
const size = {
  phrases: Number(values.phrases),
  products: Number(values.products),
  buyers: Number(values.buyers),
  events: Number(values.events),
}

const folder = mkdtempSync(path.join(tmpdir(), 'golden-six-load-'))
try {
  const dataDir = path.join(folder, 'library')
  process.stderr.write(`filling ${JSON.stringify(size)} …\n`)
  await fillLibrary(dataDir, size)
  const startedAt = performance.now()
  // As a program with windows opens it, whose steps can be undone.
  const desk = openDesk({ dataDir, presence: 'host' })
  await desk.ready()
  process.stderr.write(`opened and ready in ${Math.round(performance.now() - startedAt)} ms\n`)
  console.table(
    Object.fromEntries(
      (await timeProcedures(desk)).map(({ procedure, calls, p50Ms, p95Ms }) => [
        procedure,
        { calls, 'p50 ms': p50Ms.toFixed(2), 'p95 ms': p95Ms.toFixed(2) },
      ]),
    ),
  )
  process.stderr.write(`${values.uses} uses …\n`)
  console.log(await endure(desk, Number(values.uses)))
  await desk.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
