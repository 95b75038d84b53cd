import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'
import { createChannelSecrets } from '../../../../electron/desk/channels/channel-secrets.ts'
import { createPrivately } from '../../../../electron/desk/channels/private-file.ts'
import { temporaryFolder } from '../../../support/library.ts'

const NOON = Date.UTC(2026, 10, 22, 12)

function machine(dataDir = temporaryFolder()) {
  const file = path.join(dataDir, 'channel-secrets.json')
  return {
    file,
    dataDir,
    open: () =>
      createChannelSecrets(
        dataDir,
        async () => null,
        () => NOON,
      ),
    aside: () => readdirSync(dataDir).filter((name) => name.includes('.damaged-')),
  }
}

it('a damaged file of passwords is kept under a dated name, whatever is kept after it', async () => {
  const { file, dataDir, open, aside } = machine()
  const secrets = open()
  await secrets.keep('one', 'geheim-1')
  const torn = readFileSync(file, 'utf8').slice(0, -20)
  writeFileSync(file, torn)

  expect(await secrets.get('one')).toBeNull()
  expect(aside()).toEqual(['channel-secrets.damaged-2026-11-22T12-00-00.000Z.json'])
  expect(secrets.whyMissing({ libraryId: 'one', joinedAt: NOON - 1 })).toContain(aside()[0])
  await secrets.keep('two', 'geheim-2')
  expect(readFileSync(path.join(dataDir, aside()[0] ?? ''), 'utf8')).toBe(torn)
  expect(await open().get('two')).toBe('geheim-2')
})

it('a damaged file is set aside before a password takes its place, too', async () => {
  const { file, open, aside } = machine()
  writeFileSync(file, '[]')
  await open().keep('two', 'geheim-2')
  expect(aside()).toHaveLength(1)
})

it('only what was lost with a damaged file is told to be', async () => {
  const { file, open, aside } = machine()
  const secrets = open()
  const isTold = (libraryId: string, joinedAt: number) =>
    secrets.whyMissing({ libraryId, joinedAt }).includes('已损坏')
  await secrets.keep('one', 'geheim-1')
  writeFileSync(file, readFileSync(file, 'utf8').slice(0, -20))
  await secrets.get('one')
  expect(isTold('one', NOON - 1)).toBe(true)
  // It was in no file, or the channel is younger than the damage.
  expect(isTold('two', NOON - 1)).toBe(false)
  expect(isTold('one', NOON + 1)).toBe(false)

  // A power cut leaves nothing to go by.
  const emptied = machine()
  writeFileSync(emptied.file, '')
  const after = emptied.open()
  await after.get('one')
  expect(after.whyMissing({ libraryId: 'one', joinedAt: NOON - 1 })).toContain('已损坏')
  expect(after.whyMissing({ libraryId: 'one', joinedAt: NOON + 1 })).not.toContain('已损坏')
  expect(aside()).toHaveLength(1)
})

it('the number in a channel outlives the file of passwords, and is one for both programs that begin it', () => {
  const { file, dataDir, open } = machine()
  const number = open().subscriber('library')
  expect(number).toMatch(/^[0-9a-f]{32}$/)
  writeFileSync(file, '{ torn')
  expect([1, 2, 3].map(() => open().subscriber('library'))).toEqual([number, number, number])
  expect(open().subscriber('another library')).not.toBe(number)
  expect(machine().open().subscriber('library')).not.toBe(number)

  // Once it is lost itself, a new one is made and stays.
  writeFileSync(path.join(dataDir, 'channel-machine.json'), '')
  const next = open().subscriber('library')
  expect(next).not.toBe(number)
  expect(open().subscriber('library')).toBe(next)
})

it('several programs that begin at the same moment go by one number', async () => {
  const { dataDir } = machine()
  const gate = new Int32Array(new SharedArrayBuffer(4))
  const code = new URL('../../../../electron/desk/channels/channel-machine.ts', import.meta.url)
  const program = `
    const { parentPort, workerData } = require('node:worker_threads')
    import(workerData.code).then(({ createSubscriberNumbers }) => {
      const numberOf = createSubscriberNumbers(workerData.dataDir, () => 0)
      parentPort.postMessage('ready')
      Atomics.wait(workerData.gate, 0, 0)
      parentPort.postMessage(numberOf('library'))
    })`
  const programs = [1, 2, 3, 4].map(
    () => new Worker(program, { eval: true, workerData: { code: code.href, dataDir, gate } }),
  )
  const next = (one: Worker) =>
    new Promise<unknown>((resolve, reject) => one.once('message', resolve).once('error', reject))
  await Promise.all(programs.map(next))
  const numbers = programs.map(next)
  Atomics.store(gate, 0, 1)
  Atomics.notify(gate, 0)
  expect(new Set(await Promise.all(numbers)).size).toBe(1)
  expect(readdirSync(dataDir)).toEqual(['channel-machine.json'])
})

it('what is written once stays as the first wrote it', () => {
  const file = path.join(temporaryFolder(), 'new', 'once.json')
  expect(createPrivately(file, { by: 'one' })).toBe(true)
  expect(createPrivately(file, { by: 'two' })).toBe(false)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ by: 'one' })
  expect(readdirSync(path.dirname(file))).toEqual(['once.json'])
})

it.skipIf(process.platform === 'win32')('both files are for their owner alone', async () => {
  const { file, dataDir, open } = machine()
  open().subscriber('library')
  await open().keep('library', 'geheim')
  for (const one of [file, path.join(dataDir, 'channel-machine.json')])
    expect(statSync(one).mode & 0o777).toBe(0o600)
})

it('a file that cannot be read just now is no damaged one: it stays where it is', async () => {
  const { dataDir, open, aside } = machine(path.join(temporaryFolder(), 'data'))
  const secrets = open()
  await secrets.keep('one', 'geheim-1')
  // A folder in its place is what every system refuses to read.
  rmSync(path.join(dataDir, 'channel-secrets.json'))
  mkdirSync(path.join(dataDir, 'channel-secrets.json'))
  await expect(secrets.get('one')).rejects.toMatchObject({ code: 'channel-refused' })
  expect(aside()).toEqual([])
})
