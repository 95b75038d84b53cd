import { readdirSync, readSync, writeSync } from 'node:fs'
import path from 'node:path'
import { type Desk, openDesk } from '../../../electron/desk/open-desk.ts'
import type { Line, Operation, Task } from './ledger.ts'
import { pseudoRandom } from './pseudo-random.ts'

// A program that works on a library until it is killed or done. It is started ahead of its time and waits for a `Task`
// in one line. What it prints stands in the pipe before it goes on, so that what was acknowledged is known whenever it
// dies.

const { dataDir, round, operations } = JSON.parse(readLine()) as Task
const random = pseudoRandom(round)
const codes: string[] = []
let count = 0

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

/** A little of everything, writes most often. */
async function step(desk: Desk): Promise<void> {
  const choice = random(100)
  const code = `r${round}-${++count}`
  const old = codes[random(codes.length)]
  if (choice < 45 || !old) {
    const draft = { title: code, code, body: `亲，${code}，${'满198元包邮哦'.repeat(random(40))}` }
    if (await attempt({ kind: 'create', code }, () => desk.phrases.create(draft))) codes.push(code)
  } else if (choice < 58) {
    await attempt({ kind: 'use' }, () => {
      const use = { outcome: 'copied', step: null, tookMs: null, query: '' } as const
      desk.usage.record({ ...use, phraseId: known(desk, old) })
    })
  } else if (choice < 66) {
    const draft = { title: code, code, body: `亲，改成了 ${code}` }
    const work = () => desk.phrases.update(known(desk, old), draft)
    if (await attempt({ kind: 'rename', from: old, to: code }, work)) codes[codes.indexOf(old)] = code
  } else if (choice < 70) {
    const work = () => desk.phrases.remove([known(desk, old)])
    if (await attempt({ kind: 'remove', code: old }, work)) codes.splice(codes.indexOf(old), 1)
  } else if (choice < 80) {
    const rows = Array.from({ length: 60 }, (_, n) => `${code}-${n}`)
    const lines = rows.map((row) => `${row},亲，导入的 ${row},导入`)
    const bytes = Buffer.from(`快捷短语编码,快捷短语,快捷短语分组\n${lines.join('\n')}\n`)
    await attempt({ kind: 'import', codes: rows }, async () => {
      const outcome = await desk.imports.apply({ name: 'x.csv', bytes }, { onDuplicate: 'keep' })
      if (!outcome.ok || outcome.added !== rows.length) throw new Error('not imported')
    })
  } else if (choice < 86) {
    await attempt({ kind: 'backup' }, () => desk.safekeeping.make())
  } else if (choice < 93) {
    const names = backups()
    const name = names[random(names.length)]
    // What it brings back is unknown here: from now on only new phrases are worked on.
    if (name && (await attempt({ kind: 'restore', name }, () => desk.safekeeping.restore(name))))
      codes.length = 0
  } else {
    await attempt({ kind: 'settings' }, () => desk.settings.update({ theme: random(2) ? 'dark' : 'light' }))
  }
}

let desk: Desk | null = null
await attempt({ kind: 'open' }, () => {
  desk = openDesk({ dataDir, empty: true })
})
const opened = desk as Desk | null
if (opened) {
  for (let n = 0; n < operations; n++) await step(opened)
  await opened.close()
}
