import { readdirSync, readSync, writeSync } from 'node:fs'
import path from 'node:path'
import { hashOf } from '../../../electron/desk/images/image-files.ts'
import { type Desk, openDesk } from '../../../electron/desk/open-desk.ts'
import type { Line, Operation, Step, Task } from './ledger.ts'
import { pseudoRandom } from './pseudo-random.ts'
import { FINGERPRINT, imageNumber, releaseOf } from './team-release.ts'

// A program that works on a library until it is killed or done. It is started ahead of its time and waits for a `Task`
// in one line. What it prints stands in the pipe before it goes on, so that what was acknowledged is known whenever it
// dies.

const { dataDir, round, operations } = JSON.parse(readLine()) as Task
const random = pseudoRandom(round)
let codes: string[] = []
let count = 0
/** What undoing would take back now; null when that is nothing, or not known. */
let undoable: Step | null = null

function readLine(): string {
  const byte = Buffer.alloc(1)
  let line = ''
  while (readSync(0, byte) > 0 && byte[0] !== 0x0a) line += byte.toString('latin1')
  return decodeURIComponent(line)
}

function say(line: Line): void {
  const bytes = Buffer.from(`${JSON.stringify(line)}\n`)
  for (let from = 0; from < bytes.length; ) from += writeSync(1, bytes, from)
}

function backups(): string[] {
  try {
    return readdirSync(path.join(dataDir, 'backups')).filter((name) => name.endsWith('.sqlite'))
  } catch {
    return []
  }
}

async function attempt(operation: Operation, work: () => unknown): Promise<boolean> {
  say({ begin: operation })
  try {
    await work()
    say({ done: operation.kind, backups: backups() })
    return true
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    say({ failed: `${operation.kind}: ${code} ${message}`, backups: backups() })
    return false
  }
}

function known(desk: Desk, code: string): string {
  const phrase = desk.phrases.find(code)
  if (!phrase) throw new Error(`no phrase ${code}`)
  return phrase.id
}

/** A step that can be undone; where it failed, nobody knows what undoing would take back. */
async function attemptStep(step: Step, work: () => unknown): Promise<boolean> {
  const isDone = await attempt(step, work)
  undoable = isDone ? step : null
  return isDone
}

/** A little of everything, writes most often. */
async function work(desk: Desk): Promise<void> {
  const choice = random(100)
  const code = `r${round}-${++count}`
  const old = codes[random(codes.length)]
  if (choice < 36 || !old) await create(desk, code)
  else if (choice < 46) await use(desk, old)
  else if (choice < 54) await rename(desk, old, code)
  else if (choice < 58) await remove(desk, old)
  else if (choice < 66) await importFile(desk, code)
  else if (choice < 71) await applyPack(desk, code)
  else if (choice < 75) await addImage(desk)
  else if (choice < 82) await undo(desk)
  else if (choice < 88) await attempt({ kind: 'backup' }, () => desk.safekeeping.make())
  else if (choice < 94) await restore(desk)
  else
    await attempt({ kind: 'settings' }, () => desk.settings.update({ theme: random(2) ? 'dark' : 'light' }))
}

async function create(desk: Desk, code: string): Promise<void> {
  const draft = { title: code, code, body: `亲，${code}，${'满198元包邮哦'.repeat(random(40))}` }
  if (await attemptStep({ kind: 'create', code }, () => desk.phrases.create(draft))) codes.push(code)
}

async function use(desk: Desk, code: string): Promise<void> {
  await attempt({ kind: 'use' }, () => {
    const use = { outcome: 'copied', step: null, tookMs: null, query: '' } as const
    desk.usage.record({ ...use, phraseId: known(desk, code) })
  })
  // Undoing the phrase would take its uses with it.
  undoable = null
}

async function rename(desk: Desk, from: string, to: string): Promise<void> {
  const draft = { title: to, code: to, body: `亲，改成了 ${to}` }
  const work = () => desk.phrases.update(known(desk, from), draft)
  if (await attemptStep({ kind: 'rename', from, to }, work)) codes[codes.indexOf(from)] = to
}

async function remove(desk: Desk, code: string): Promise<void> {
  const work = () => desk.phrases.remove([known(desk, code)])
  if (await attemptStep({ kind: 'remove', code }, work)) codes.splice(codes.indexOf(code), 1)
}

/** Read and written by a thread. A large one is undone by a thread, too. */
async function importFile(desk: Desk, code: string): Promise<void> {
  const rows = Array.from({ length: random(10) === 0 ? 600 : 60 }, (_, n) => `${code}-${n}`)
  const lines = rows.map((row) => `${row},亲，导入的 ${row},导入`)
  const bytes = Buffer.from(`快捷短语编码,快捷短语,快捷短语分组\n${lines.join('\n')}\n`)
  await attemptStep({ kind: 'import', codes: rows }, async () => {
    const outcome = await desk.imports.apply({ name: 'x.csv', bytes }, { onDuplicate: 'keep' })
    if (!outcome.ok || outcome.added !== rows.length) throw new Error('not imported')
  })
}

async function applyPack(desk: Desk, code: string): Promise<void> {
  const rows = Array.from({ length: 20 }, (_, n) => `${code}-${n}`)
  const image = imageNumber(round * 1_000 + count)
  const bytes = releaseOf(code, rows, image)
  await attemptStep({ kind: 'pack', codes: rows, image: hashOf(image) }, () =>
    desk.team.apply(bytes, { trusted: FINGERPRINT }),
  )
}

async function addImage(desk: Desk): Promise<void> {
  const image = imageNumber(round * 1_000 + count)
  await attempt({ kind: 'image', hash: hashOf(image) }, () => desk.images.add(image, '图.png'))
}

async function undo(desk: Desk): Promise<void> {
  const step = undoable
  if (!step) return
  undoable = null
  if (await attempt({ kind: 'undo', of: step }, () => desk.undo.undo())) codes = codesBefore(step)
}

/** Of the phrases that are worked on, before a step that was done. */
function codesBefore(step: Step): string[] {
  if (step.kind === 'rename') return codes.map((code) => (code === step.to ? step.from : code))
  if (step.kind === 'remove') return [...codes, step.code]
  return step.kind === 'create' ? codes.filter((code) => code !== step.code) : codes
}

async function restore(desk: Desk): Promise<void> {
  const names = backups()
  const name = names[random(names.length)]
  undoable = null
  // What it brings back is unknown here: from now on only new phrases are worked on.
  if (name && (await attempt({ kind: 'restore', name }, () => desk.safekeeping.restore(name)))) codes = []
}

let desk: Desk | null = null
await attempt({ kind: 'open' }, () => {
  desk = openDesk({ dataDir, empty: true, presence: 'host' })
})
const opened = desk as Desk | null
if (opened) {
  for (let n = 0; n < operations; n++) await work(opened)
  await opened.close()
}
