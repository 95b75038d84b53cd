import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { DATABASE_FILE } from '../../../electron/desk/database/open-database.ts'
import { openDesk } from '../../../electron/desk/open-desk.ts'
import { Buyer } from '../../../shared/model/buyer.ts'
import { temporaryFolder } from '../../support/library.ts'

const NOTHING_ELSE = { limit: 5, filters: {}, step: null, productId: null, buyer: null }
const HOW = { outcome: 'pasted', step: null, tookMs: 900, query: '' } as const

/** A library with a phrase, and a second program that can hold the write lock as a large import does. */
function beginning() {
  const dataDir = temporaryFolder()
  const desk = openDesk({ dataDir, empty: true })
  const phrase = desk.phrases.create({ title: '包邮', body: '亲，包邮的' })
  const other = new Database(path.join(dataDir, DATABASE_FILE))
  return { dataDir, desk, use: { ...HOW, phraseId: phrase.id }, other }
}

/** The second program has the lock; a buyer who is known was sent something, which waits to be noted. */
async function sentWhileLocked() {
  const { desk, other } = beginning()
  const buyer = Buyer.parse({ nickname: '小雨点' })
  const { id } = (await desk.customers.remember(buyer)) ?? { id: '' }
  other.exec('BEGIN IMMEDIATE')
  desk.customers.notePaste(buyer, { phraseTitle: '包邮', text: '亲，包邮的' })
  await desk.customers.settled()
  return { desk, other, id }
}

it('a use that meets a long import is recorded once the import is over', async () => {
  const { desk, use, other } = beginning()
  other.exec('BEGIN IMMEDIATE')
  for (let count = 0; count < 3; count++) desk.usage.record(use)
  expect(desk.usage.sixSeconds(0).uses).toBe(0)
  other.exec('COMMIT')
  desk.usage.record(use)
  await expect.poll(() => desk.usage.sixSeconds(0).uses, { timeout: 15_000 }).toBe(4)
  expect(desk.phrases.get(use.phraseId).uses).toBe(4)
  other.close()
  await desk.close()
})

it('a use that still waits when the program ends is in the library at the next start', async () => {
  const { dataDir, desk, use, other } = beginning()
  other.exec('BEGIN IMMEDIATE')
  desk.usage.record(use)
  const closed = desk.close()
  other.exec('COMMIT')
  other.close()
  await closed
  const next = openDesk({ dataDir })
  expect(next.usage.sixSeconds(0).uses).toBe(1)
  await next.close()
})

it('what a buyer was sent while the library is locked is noted once it is free, in one piece', async () => {
  const { desk, other, id } = await sentWhileLocked()
  expect(await desk.customers.pastesOf(id)).toEqual([])
  other.exec('COMMIT')
  await expect.poll(() => desk.customers.pastesOf(id), { timeout: 15_000 }).toHaveLength(1)
  other.close()
  await desk.close()
})

it('a buyer who is deleted before that is not there again by it', async () => {
  const { desk, other, id } = await sentWhileLocked()
  other.exec('COMMIT')
  await desk.customers.remove([id])
  await desk.close()
  expect(other.prepare('SELECT count(*) FROM customers').pluck().get()).toBe(0)
  expect(other.prepare('SELECT count(*) FROM customer_pastes').pluck().get()).toBe(0)
  other.close()
})

it('what the search learned while the library is locked is known at the next start', async () => {
  const { desk, use, other } = beginning()
  await desk.ready()
  const remembered = () => other.prepare('SELECT count(*) FROM phrase_picks').pluck().get()
  other.exec('BEGIN IMMEDIATE')
  desk.usage.record({ ...use, query: '邮费谁出呀，要不要我自己付' })
  // A question is answered after what was learned before it.
  await desk.phrases.search({ ...NOTHING_ELSE, text: '邮费' })
  other.exec('COMMIT')
  await desk.close()
  expect(remembered()).toBe(1)
  other.close()
})
