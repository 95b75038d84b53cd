import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { withLock } from '../../../build/setup/lock.mjs'
import { temporaryFolder } from '../../support/library.ts'
import { ROOT, start } from './programs.ts'

const LOCK_MODULE = pathToFileURL(path.join(ROOT, 'build/setup/lock.mjs')).href

/** A program that takes the lock, notes begin and end of its work in a log, and works for `workMs`. */
function worker(folder: string, name: string, workMs: number) {
  const script = path.join(folder, `${name}.mjs`)
  writeFileSync(
    script,
    `import { appendFileSync } from 'node:fs'
     import { withLock } from ${JSON.stringify(LOCK_MODULE)}
     const log = (word) => appendFileSync(${JSON.stringify(path.join(folder, 'log'))}, word + ' ${name}\\n')
     await withLock(${JSON.stringify(path.join(folder, 'lock'))}, async () => {
       log('begin')
       console.log('working')
       await new Promise((resolve) => setTimeout(resolve, ${workMs}))
       log('end')
     }, { timeoutMs: 15000, onWait: () => console.log('waiting') })`,
  )
  return start(script, [])
}

const logIn = (folder: string) => readFileSync(path.join(folder, 'log'), 'utf8').trim().split('\n')

it('two starts at once work one after the other', async () => {
  const folder = temporaryFolder()
  const programs = ['a', 'b', 'c'].map((name) => worker(folder, name, 100))
  expect(await Promise.all(programs.map(({ ended }) => ended))).toEqual([0, 0, 0])

  const log = logIn(folder)
  for (let at = 0; at < log.length; at += 2) {
    expect(log[at + 1]).toBe(log[at]?.replace('begin', 'end'))
  }
  expect(log).toHaveLength(6)
  expect(existsSync(path.join(folder, 'lock'))).toBe(false)
})

it('the lock of a start that was killed is taken over', async () => {
  const folder = temporaryFolder()
  const killed = worker(folder, 'killed', 60_000)
  await killed.prints(/working/)
  const waiting = ['b', 'c'].map((name) => worker(folder, name, 50))
  await Promise.all(waiting.map((program) => program.prints(/waiting/)))

  killed.child.kill('SIGKILL')

  expect(await Promise.all(waiting.map(({ ended }) => ended))).toEqual([0, 0])
  expect(logIn(folder)).toHaveLength(5)
})

it('a start that was killed still holds the lock through what it left running', async () => {
  const folder = temporaryFolder()
  const orphan = start('--eval', ['setTimeout(() => {}, 60_000)'])
  await withLock(
    path.join(folder, 'lock'),
    async (alsoHeldBy) => {
      alsoHeldBy(orphan.child.pid ?? 0)
      // The killed start itself: a process that is no more.
      const record = JSON.parse(readFileSync(path.join(folder, 'lock'), 'utf8'))
      const gone = start('--eval', [''])
      await gone.ended
      writeFileSync(
        path.join(folder, 'lock'),
        JSON.stringify({ ...record, pids: [gone.child.pid, orphan.child.pid] }),
      )

      const next = worker(folder, 'next', 10)
      await next.prints(/waiting/)
      orphan.child.kill('SIGKILL')
      expect(await next.ended).toBe(0)
    },
    { timeoutMs: 1000 },
  )
})

it('whoever waits too long is told which file to look at', async () => {
  const folder = temporaryFolder()
  const holder = worker(folder, 'holder', 60_000)
  await holder.prints(/working/)
  const lock = path.join(folder, 'lock')
  await expect(withLock(lock, async () => undefined, { timeoutMs: 300 })).rejects.toThrow(lock)
})

it('work that fails gives the lock back', async () => {
  const lock = path.join(temporaryFolder(), 'lock')
  const failing = withLock(lock, () => Promise.reject(new Error('no network')), { timeoutMs: 100 })
  await expect(failing).rejects.toThrow('no network')
  expect(await withLock(lock, async () => 'mine', { timeoutMs: 100 })).toBe('mine')
})
