import {
  closeSync,
  cpSync,
  existsSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recoveryInOneLine } from '../../../electron/desk/backups/recovery/recovery-words.ts'
import { type Desk, openDesk } from '../../../electron/desk/open-desk.ts'
import { ProductDraft } from '../../../shared/model/product.ts'
import { openTestDesk, temporaryFolder } from '../../support/library.ts'

const PAGE = 4096
const MANY = 400

const fileIn = (dataDir: string, suffix = '') => path.join(dataDir, `golden-six.sqlite${suffix}`)
const titles = (desk: Desk) =>
  new Set(desk.phrases.list({ offset: 0, limit: 10_000 }).phrases.map(({ title }) => title))

function fill(desk: Desk, prefix: string, count = MANY): string[] {
  return Array.from({ length: count }, (_, n) => {
    const title = `${prefix}-${n}`
    desk.phrases.create({ title, body: `亲，${title}。${'包邮哦'.repeat(60)}` })
    return title
  })
}

/** Eight hundred phrases, written one by one as agents do, are made once and copied. */
let made = ''
let early: string[] = []
let late: string[] = []
let logged: string[] = []

beforeAll(async () => {
  made = mkdtempSync(path.join(tmpdir(), '黄金六秒 损坏😀-'))
  const dataDir = path.join(made, 'closed')
  const desk = openDesk({ dataDir, empty: true })
  early = fill(desk, '备份前')
  await desk.safekeeping.make()
  late = fill(desk, '备份后')
  await desk.close()

  // As a killed program leaves it: the log not yet in the file.
  const open = path.join(made, 'open')
  cpSync(dataDir, open, { recursive: true })
  const killed = openDesk({ dataDir: open })
  logged = fill(killed, '在日志里', 60)
  cpSync(open, path.join(made, 'killed'), { recursive: true })
  await killed.close()
}, 120_000)

afterAll(() => rmSync(made, { recursive: true, force: true }))

/** A closed library with a backup of its first half, as of yesterday. */
function library({ withBackup = true } = {}) {
  const dataDir = path.join(temporaryFolder(), '话术库')
  cpSync(path.join(made, 'closed'), dataDir, { recursive: true })
  if (!withBackup) rmSync(path.join(dataDir, 'backups'), { recursive: true })
  return { dataDir, early, late, all: [...early, ...late] }
}

function overwrite(file: string, at: number, bytes: Uint8Array): void {
  const handle = openSync(file, 'r+')
  writeSync(handle, bytes, 0, bytes.length, at)
  closeSync(handle)
}

function cut(file: string, size: number): void {
  const handle = openSync(file, 'r+')
  ftruncateSync(handle, size)
  closeSync(handle)
}

/** The pages of `table` or an index of it, by their numbers. */
function pagesOf(dataDir: string, table: string): { root: number; leaves: number[] } {
  const database = new Database(fileIn(dataDir), { readonly: true })
  const root = database
    .prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?')
    .pluck()
    .get(table) as number
  database.close()
  const bytes = readFileSync(fileIn(dataDir))
  // https://www.sqlite.org/fileformat.html#b_tree_pages: an interior page (5) lists its children.
  const start = (root - 1) * PAGE
  if (bytes[start] !== 5) return { root, leaves: [root] }
  const cells = bytes.readUInt16BE(start + 3)
  const leaves = Array.from({ length: cells }, (_, n) =>
    bytes.readUInt32BE(start + bytes.readUInt16BE(start + 12 + 2 * n)),
  )
  return { root, leaves: [...leaves, bytes.readUInt32BE(start + 8)] }
}

const keptFiles = (desk: Desk) => {
  const recovery = desk.safekeeping.recovery()
  return recovery ? readdirSync(recovery.keptIn) : []
}

describe('a library that was damaged is mended at the next start, and the damaged one kept:', () => {
  it('its header overwritten, every row is read all the same', async () => {
    const { dataDir, all } = library()
    overwrite(fileIn(dataDir), 0, Buffer.alloc(100, 0xff))
    const damaged = readFileSync(fileIn(dataDir))
    const desk = openTestDesk({ dataDir })
    expect(titles(desk)).toEqual(new Set(all))
    const recovery = desk.safekeeping.recovery()
    expect(recovery).toMatchObject({ isComplete: true, backup: null })
    expect(readFileSync(path.join(recovery?.keptIn ?? '', 'golden-six.sqlite'))).toEqual(damaged)
    expect(desk.integrityProblems()).toEqual([])
  })

  it('a page of phrases in the middle gone, only what stood on it comes from the backup or is lost', async () => {
    const { dataDir, early, late } = library()
    const { leaves } = pagesOf(dataDir, 'phrases')
    const middle = leaves[Math.floor(leaves.length / 4)] as number
    overwrite(fileIn(dataDir), (middle - 1) * PAGE, Buffer.alloc(PAGE, 0xa5))
    const desk = openTestDesk({ dataDir })
    // The page was in the first half, which the backup has.
    expect(titles(desk)).toEqual(new Set([...early, ...late]))
    expect(desk.safekeeping.recovery()).toMatchObject({
      isComplete: false,
      backup: { name: expect.any(String) },
    })
    const phrases = desk.safekeeping.recovery()?.tables.find(({ table }) => table === 'phrases')
    expect(phrases?.hasGaps).toBe(true)
    expect(phrases?.fromBackup).toBeGreaterThan(0)
    expect(phrases?.fromBackup).toBeLessThan(30)
  })

  it('what was deleted since the backup stays deleted where its table is whole', async () => {
    const { dataDir } = library()
    const before = openDesk({ dataDir })
    const product = before.products.create(
      ProductDraft.parse({ code: 'M1', name: '面霜', category: '护肤', priceFen: 27_000 }),
    )
    await before.safekeeping.make()
    before.products.remove([product.id])
    await before.close()
    const { leaves } = pagesOf(dataDir, 'phrases')
    overwrite(fileIn(dataDir), ((leaves[5] as number) - 1) * PAGE, Buffer.alloc(PAGE, 0xa5))
    const desk = openTestDesk({ dataDir })
    expect(desk.safekeeping.recovery()?.backup).not.toBeNull()
    expect(desk.products.list()).toEqual([])
  })

  it('a page without a backup gone, the other pages are saved and the person is told', async () => {
    const { dataDir, all } = library({ withBackup: false })
    const { leaves } = pagesOf(dataDir, 'phrases')
    overwrite(fileIn(dataDir), ((leaves[10] as number) - 1) * PAGE, Buffer.alloc(PAGE))
    const desk = openTestDesk({ dataDir })
    const left = titles(desk)
    expect(left.size).toBeGreaterThan(all.length - 30)
    expect(left.size).toBeLessThan(all.length)
    const recovery = desk.safekeeping.recovery()
    expect(recovery && recoveryInOneLine(recovery)).toMatch(/话术有一部分读不出来.*可能丢失了/)
  })

  it('an index broken, nothing is lost and no backup needed', async () => {
    const { dataDir, all } = library()
    const { root } = pagesOf(dataDir, 'phrases_in_order')
    overwrite(fileIn(dataDir), (root - 1) * PAGE, Buffer.alloc(PAGE, 1))
    const desk = openTestDesk({ dataDir })
    expect(titles(desk)).toEqual(new Set(all))
    expect(desk.safekeeping.recovery()).toMatchObject({ isComplete: true, backup: null })
  })

  it('cut to half, the rest is read and the backup gives what it has', async () => {
    const { dataDir, early } = library()
    cut(fileIn(dataDir), Math.floor(statSync(fileIn(dataDir)).size / 2 / PAGE) * PAGE)
    const desk = openTestDesk({ dataDir })
    const left = titles(desk)
    for (const title of early) expect(left).toContain(title)
    expect(desk.safekeeping.recovery()?.isComplete).toBe(false)
    expect(desk.integrityProblems()).toEqual([])
  })

  it.each([
    ['emptied to nothing but noise', (file: string) => writeFileSync(file, '这不是数据库'.repeat(5000))],
    ['cut in its first page', (file: string) => cut(file, 700)],
    ['its first page noise', (file: string) => overwrite(file, 0, Buffer.alloc(PAGE, 0x37))],
  ])('%s, the backup takes its place', async (_what, damage) => {
    const { dataDir, early } = library()
    damage(fileIn(dataDir))
    const desk = openTestDesk({ dataDir })
    expect(titles(desk)).toEqual(new Set(early))
    const recovery = desk.safekeeping.recovery()
    expect(recovery && recoveryInOneLine(recovery)).toMatch(
      /没有读出内容.*的备份补上了话术 400 条.*之后的改动可能丢失/,
    )
  })

  it('with no backup and nothing readable, a new library begins and the person is told where the old is', async () => {
    const dataDir = temporaryFolder()
    writeFileSync(fileIn(dataDir), '这不是数据库'.repeat(500))
    const desk = openTestDesk({ dataDir, empty: false })
    expect(titles(desk).size).toBeGreaterThan(100)
    const recovery = desk.safekeeping.recovery()
    expect(recovery && recoveryInOneLine(recovery)).toMatch(/读不出来.*没有可用的备份.*损坏的原文件保留在/)
    expect(readFileSync(path.join(recovery?.keptIn ?? '', 'golden-six.sqlite'), 'utf8')).toContain(
      '这不是数据库',
    )
  })

  it('the damaged backup is passed over for the one before', async () => {
    const { dataDir, early } = library()
    const desk = openDesk({ dataDir })
    const { name } = await desk.safekeeping.make()
    await desk.close()
    overwrite(path.join(dataDir, 'backups', name), 5000, Buffer.alloc(9000, 7))
    writeFileSync(fileIn(dataDir), 'gone')
    const mended = openTestDesk({ dataDir })
    expect(titles(mended)).toEqual(new Set(early))
    expect(mended.safekeeping.recovery()?.backup?.name).not.toBe(name)
  })
})

describe('the log of a program that was killed', () => {
  function killed() {
    const dataDir = path.join(temporaryFolder(), '话术库')
    cpSync(path.join(made, 'killed'), dataDir, { recursive: true })
    return { dataDir, written: logged }
  }
  const FRAME = PAGE + 24

  it('is read at the next start, and nothing is said', async () => {
    const { dataDir, written } = killed()
    const desk = openTestDesk({ dataDir })
    expect(titles(desk)).toEqual(expect.objectContaining({ size: 860 }))
    for (const title of written) expect(titles(desk)).toContain(title)
    expect(desk.safekeeping.recovery()).toBeNull()
  })

  it('is read where the index beside it is missing', async () => {
    const { dataDir, written } = killed()
    rmSync(fileIn(dataDir, '-shm'))
    const desk = openTestDesk({ dataDir })
    for (const title of written) expect(titles(desk)).toContain(title)
    expect(desk.safekeeping.recovery()).toBeNull()
  })

  it.each([
    ['with its index', true],
    ['without its index', false],
  ])(
    'damaged in the middle, %s, is told and what it holds after that place is saved',
    async (_how, hasIndex) => {
      const { dataDir, written } = killed()
      if (!hasIndex) rmSync(fileIn(dataDir, '-shm'))
      const frames = Math.floor((statSync(fileIn(dataDir, '-wal')).size - 32) / FRAME)
      overwrite(fileIn(dataDir, '-wal'), 32 + Math.floor(frames / 2) * FRAME + 2000, Buffer.alloc(300, 0xee))
      const desk = openTestDesk({ dataDir })
      const recovery = desk.safekeeping.recovery()
      expect(recovery?.isComplete).toBe(false)
      expect(keptFiles(desk)).toContain('golden-six.sqlite-wal')
      expect(titles(desk)).toContain(written.at(-1))
      expect(desk.integrityProblems()).toEqual([])
    },
  )

  it('cut short is told, since its index knows how long it was', async () => {
    const { dataDir, written } = killed()
    cut(fileIn(dataDir, '-wal'), 32 + 20 * FRAME)
    const desk = openTestDesk({ dataDir })
    expect(desk.safekeeping.recovery()?.damage).toContain('最后的几次改动可能没有了')
    expect(titles(desk).size).toBeGreaterThanOrEqual(800)
    expect(titles(desk)).not.toContain(written.at(-1))
  })

  it('deleted by somebody is told', async () => {
    const { dataDir } = killed()
    rmSync(fileIn(dataDir, '-wal'))
    const desk = openTestDesk({ dataDir })
    expect(desk.safekeeping.recovery()?.damage).toContain('最后的几次改动可能没有了')
    expect(titles(desk).size).toBeGreaterThanOrEqual(800)
  })

  it('with a header of noise is read from its frames', async () => {
    const { dataDir, written } = killed()
    overwrite(fileIn(dataDir, '-wal'), 0, Buffer.alloc(32, 9))
    const desk = openTestDesk({ dataDir })
    for (const title of written) expect(titles(desk)).toContain(title)
    expect(desk.safekeeping.recovery()).not.toBeNull()
  })
})

describe('what was mended', () => {
  it('is told at every start until the person has put it away', async () => {
    const { dataDir } = library()
    writeFileSync(fileIn(dataDir), 'gone')
    const first = openDesk({ dataDir })
    await first.close()
    const second = openDesk({ dataDir })
    expect(second.safekeeping.recovery()?.keptIn).toContain('damaged')
    second.safekeeping.putRecoveryAway()
    expect(second.safekeeping.recovery()).toBeNull()
    await second.close()
    const third = openTestDesk({ dataDir })
    expect(third.safekeeping.recovery()).toBeNull()
  })

  it('is whole, or the old library stands, where the program was killed in the exchange', async () => {
    const { dataDir, early } = library()
    const good = readFileSync(
      path.join(dataDir, 'backups', readdirSync(path.join(dataDir, 'backups'))[0] as string),
    )
    // As it is between the note and the renaming.
    writeFileSync(fileIn(dataDir), 'gone')
    writeFileSync(fileIn(dataDir, '-wal'), 'the old log')
    writeFileSync(path.join(dataDir, 'recovered.sqlite'), good)
    const report = { at: 0, damage: '', keptIn: dataDir, isComplete: false, backup: null, tables: [] }
    writeFileSync(path.join(dataDir, 'recovery.json'), JSON.stringify({ isDone: false, report }))
    const desk = openTestDesk({ dataDir })
    expect(titles(desk)).toEqual(new Set(early))
    expect(existsSync(path.join(dataDir, 'recovered.sqlite'))).toBe(false)
  })

  it('waits while another program has the damaged library open', async () => {
    const { dataDir } = library()
    const window = openTestDesk({ dataDir })
    const { root } = pagesOf(dataDir, 'phrases_in_order')
    overwrite(fileIn(dataDir), (root - 1) * PAGE, Buffer.alloc(PAGE, 1))
    expect(() => openDesk({ dataDir })).toThrow(/请先退出正在使用它的黄金六秒/)
    expect(window.safekeeping.recovery()).toBeNull()
  })
})
