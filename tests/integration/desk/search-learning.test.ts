import { readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { DATABASE_FILE } from '../../../electron/desk/database/open-database.ts'
import { type Desk, openDesk } from '../../../electron/desk/open-desk.ts'
import { PICK_KEY_FILE } from '../../../electron/desk/phrases/pick-key.ts'
import { openTestDesk, temporaryFolder } from '../../support/library.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const NOON_11_NOV = Date.UTC(2026, 10, 11, 4)
const NICKNAME = '云游四海的阿牛'
/** In words that no phrase has. */
const MESSAGE = `${NICKNAME}:咱那玩意儿咋还杵在旮旯里挪不动窝`
const ASKED_AGAIN = '我那玩意儿咋还杵在旮旯里呀'

const first = async (desk: Desk, text: string) =>
  (await desk.phrases.search({ text, limit: 3, step: null, filters: {}, productId: null, buyer: null }))
    .hits[0]?.id

/** A library in which the agent has answered the message by the phrase that is given. */
async function taught(dataDir: string, now = NOON_11_NOV) {
  const desk = openDesk({ dataDir, empty: true, now: () => now })
  for (const title of ['面霜成分', '快递公司', '尺码推荐'])
    desk.phrases.create({ title, body: `关于${title}`, code: null })
  const { id } = desk.phrases.create({ title: '核实去向', body: '马上帮您查', code: null })
  expect(await first(desk, ASKED_AGAIN)).not.toBe(id)
  desk.usage.record({ phraseId: id, outcome: 'pasted', step: null, tookMs: null, query: MESSAGE })
  await expect.poll(() => first(desk, ASKED_AGAIN)).toBe(id)
  return { desk, id }
}

describe('what agents picked for a message', () => {
  it('is still known after a restart', async () => {
    const dataDir = temporaryFolder()
    const { desk, id } = await taught(dataDir)
    await expect.poll(() => picksIn(dataDir)).toBe(1)
    await desk.close()
    const second = openTestDesk({ dataDir, now: () => NOON_11_NOV + DAY_MS })
    expect(await first(second, ASKED_AGAIN)).toBe(id)
  })

  it('leaves no word of the message and no name in any file', async () => {
    const dataDir = temporaryFolder()
    const { desk } = await taught(dataDir)
    await expect.poll(() => picksIn(dataDir)).toBe(1)
    // As it lies on the disk while the program runs, the log of changes included, and after it has ended.
    expectNoTrace(dataDir)
    await desk.close()
    expectNoTrace(dataDir)
  })

  it('is kept no longer than buyers are', async () => {
    const dataDir = temporaryFolder()
    const { desk, id } = await taught(dataDir)
    await expect.poll(() => picksIn(dataDir)).toBe(1)
    await desk.close()
    const later = openTestDesk({ dataDir, now: () => NOON_11_NOV + 91 * DAY_MS })
    expect(await first(later, ASKED_AGAIN)).not.toBe(id)
    expect(picksIn(dataDir)).toBe(0)
  })

  it('goes, and is kept no more, where the agent keeps nothing of buyers', async () => {
    const dataDir = temporaryFolder()
    const { desk, id } = await taught(dataDir)
    await expect.poll(() => picksIn(dataDir)).toBe(1)
    desk.settings.update({ buyers: { keep: false, retentionDays: 90 } })
    await desk.close()
    const second = openTestDesk({ dataDir, now: () => NOON_11_NOV })
    expect(await first(second, ASKED_AGAIN)).not.toBe(id)
    expect(picksIn(dataDir)).toBe(0)
    second.usage.record({ phraseId: id, outcome: 'pasted', step: null, tookMs: null, query: MESSAGE })
    await expect.poll(() => first(second, ASKED_AGAIN)).toBe(id)
    expect(picksIn(dataDir)).toBe(0)
  })

  it('can be read by nobody without the key beside the library', async () => {
    const dataDir = temporaryFolder()
    const { desk, id } = await taught(dataDir)
    await expect.poll(() => picksIn(dataDir)).toBe(1)
    await desk.close()
    rmSync(path.join(dataDir, PICK_KEY_FILE))
    const second = openTestDesk({ dataDir, now: () => NOON_11_NOV })
    expect(await first(second, ASKED_AGAIN)).not.toBe(id)
  })
})

function picksIn(dataDir: string): unknown {
  const database = new Database(path.join(dataDir, DATABASE_FILE), { readonly: true })
  try {
    return database.prepare('SELECT count(*) FROM phrase_picks').pluck().get()
  } finally {
    database.close()
  }
}

function expectNoTrace(dataDir: string): void {
  const files = readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter((file) => file.isFile())
  expect(files.map(({ name }) => name)).toContain(DATABASE_FILE)
  for (const { parentPath, name } of files) {
    const content = readFileSync(path.join(parentPath, name))
    for (const words of ['云游四海', '杵在', '旮旯', 'yunyou', '"features"', 'impression']) {
      expect(content.includes(words), `${words} in ${name}`).toBe(false)
      expect(content.includes(Buffer.from(words, 'utf16le')), `${words} in ${name}`).toBe(false)
    }
  }
}
