import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { DATABASE_FILE } from '../../../electron/desk/database/open-database.ts'
import { createDailySweep } from '../../../electron/desk/images/daily-sweep.ts'
import { createImages } from '../../../electron/desk/images/images.ts'
import type { Desk } from '../../../electron/desk/open-desk.ts'
import { GIF, JPEG, photograph, png, pngBomb } from '../../support/images.ts'
import { openTestDesk, temporaryFolder } from '../../support/library.ts'

const DAY = 86_400_000

type Tuple7 = [string, string, string, string, string, string, string]

const filesIn = ({ dataDir }: Pick<Desk, 'dataDir'>) => {
  const folder = path.join(dataDir, 'images')
  return existsSync(folder) ? readdirSync(folder) : []
}

describe('an image', () => {
  it('is stored once, by its content, whatever it is called', () => {
    const desk = openTestDesk()
    const first = desk.images.add(png(), '尺码表.png')
    expect(desk.images.add(png(), '另存为.png')).toEqual(first)
    expect(first).toMatchObject({ type: 'image/png', width: 8, height: 6, name: '尺码表.png' })
    expect(filesIn(desk)).toEqual([`${first.hash}.png`])
    expect(desk.images.read(first.hash).content).toEqual(png())
  })

  it('is there after the program was opened anew, without where it was taken', async () => {
    const dataDir = temporaryFolder()
    const before = openTestDesk({ dataDir })
    const { hash } = before.images.add(photograph(6), 'IMG_0001.jpg')
    await before.close()
    const { content, name } = openTestDesk({ dataDir }).images.read(hash)
    expect(name).toBe('IMG_0001.jpg')
    expect(content.includes('GPS')).toBe(false)
    expect(content.length).toBe(JPEG.length + 36)
  })

  it('that is none, or too large, leaves nothing behind', () => {
    const desk = openTestDesk()
    expect(() => desk.images.add(Buffer.from('<svg/>'), 'logo.svg')).toThrow('SVG')
    expect(() => desk.images.add(pngBomb(60_000, 60_000), 'bomb.png')).toThrow('60000×60000')
    expect(filesIn(desk)).toEqual([])
  })

  it('is refused where its own file cannot be written, and nothing is half there', () => {
    const { hash } = openTestDesk().images.add(png(), '')
    const desk = openTestDesk()
    desk.images.add(GIF, '')
    const inItsPlace = path.join(desk.dataDir, 'images', `${hash}.png`)
    mkdirSync(path.join(inItsPlace, 'not empty'), { recursive: true })
    expect(() => desk.images.add(png(), '')).toThrow(/EISDIR|ENOTEMPTY|EEXIST/)
    expect(desk.images.glances([hash])).toMatchObject([{ info: null }])
    rmSync(inItsPlace, { recursive: true })
    expect(filesIn(desk)).toHaveLength(1)
    expect(desk.images.add(png(), '').width).toBe(8)
  })

  it('is refused where a file stands in the place of the folder, and taken once that is gone', () => {
    const desk = openTestDesk()
    writeFileSync(path.join(desk.dataDir, 'images'), 'no folder')
    expect(() => desk.images.add(png(), '')).toThrow(expect.objectContaining({ code: 'ENOTDIR' }))
    rmSync(path.join(desk.dataDir, 'images'))
    expect(desk.images.add(png(), '').width).toBe(8)
  })
})

describe('an image whose file is lost or damaged', () => {
  it('is shown as lost, named in words, and mended by adding it again', () => {
    const desk = openTestDesk()
    const { hash } = desk.images.add(png(), '尺码表.png')
    const file = path.join(desk.dataDir, 'images', `${hash}.png`)
    rmSync(file)
    expect(desk.images.glances([hash])).toEqual([{ hash, info: null, thumbnail: null }])
    expect(() => desk.images.read(hash)).toThrow(expect.objectContaining({ code: 'image-lost' }))

    writeFileSync(file, Buffer.alloc(png().length))
    expect(() => desk.images.read(hash)).toThrow('重新添加')
    desk.images.add(png(), '尺码表.png')
    expect(desk.images.read(hash).content).toEqual(png())
  })

  it('that nobody ever added is lost, too', () => {
    const desk = openTestDesk()
    const [glance] = desk.images.glances(['0'.repeat(64)])
    expect(glance?.info).toBeNull()
  })
})

describe('a thumbnail', () => {
  it('is kept with its image, and shown in lists in the place of the large one', () => {
    const desk = openTestDesk()
    const { hash } = desk.images.add(png(400, 300), '')
    desk.images.keepThumbnail(hash, png(40, 30))
    const [glance] = desk.images.glances([hash])
    expect(glance?.thumbnail).toBe(`data:image/png;base64,${png(40, 30).toString('base64')}`)
  })

  it('that is too large, or no image, is refused', () => {
    const desk = openTestDesk()
    const { hash } = desk.images.add(png(), '')
    expect(() => desk.images.keepThumbnail(hash, png(400, 10))).toThrow('缩略图')
    expect(() => desk.images.keepThumbnail(hash, Buffer.from('<svg/>'))).toThrow('缩略图')
    expect(desk.images.glances([hash])[0]?.thumbnail).toBeNull()
  })
})

describe('images that nothing names any more', () => {
  /** A library whose clock one sets, and the image store beside it. */
  function library() {
    const clock = { now: Date.parse('2026-11-01T10:00:00+08:00') }
    const desk = openTestDesk({ now: () => clock.now })
    const database = new Database(path.join(desk.dataDir, DATABASE_FILE))
    const images = createImages(database, { dataDir: desk.dataDir, now: () => clock.now })
    return { clock, desk, database, images }
  }
  const phrase = { title: '尺码表', body: '亲，看图' }

  it('go two weeks later at the earliest, and only when no backup is older than that they were not needed', () => {
    const { clock, desk, images } = library()
    const { hash } = images.add(png(), '')
    images.sweep(Number.POSITIVE_INFINITY)
    clock.now += 13 * DAY
    images.sweep(Number.POSITIVE_INFINITY)
    expect(filesIn(desk)).toHaveLength(1)
    clock.now += 2 * DAY
    images.sweep(clock.now - 60 * DAY) // a backup from before
    expect(images.info(hash)).not.toBeNull()
    images.sweep(clock.now - DAY)
    expect(images.info(hash)).toBeNull()
    expect(filesIn(desk)).toEqual([])
  })

  it('are none that a phrase, a message after it, a removed phrase, a revision, a product, an undo step or a team names', () => {
    const { clock, desk, database, images } = library()
    const colours = [1, 2, 3, 4, 5, 6, 7].map((colour) => images.add(png(8, 6, [colour, 0, 0]), '').hash)
    const [one, two, three, four, five, six, seven] = colours as Tuple7
    const { id } = desk.phrases.create({ ...phrase, images: [one], further: [{ body: '', images: [two] }] })
    const removed = desk.phrases.create({ ...phrase, title: '删掉的', images: [three] })
    desk.phrases.remove([removed.id])
    database
      .prepare('INSERT INTO phrase_revisions (phrase_id, revision, at, draft) VALUES (?, 1, 0, ?)')
      .run(id, JSON.stringify({ images: [four] }))
    database
      .prepare('INSERT INTO removed_products (id, product, removed_at) VALUES (?, ?, 0)')
      .run('p', JSON.stringify({ images: [five] }))
    database
      .prepare("INSERT INTO undo_changes (table_name, row_key, before) VALUES ('phrases', 'x', ?)")
      .run(JSON.stringify({ images: JSON.stringify([six]) }))
    database.pragma('foreign_keys = OFF')
    database
      .prepare(
        "INSERT INTO team_entries (library_id, kind, entry_id, local_id, base) VALUES ('t', 'phrase', 'e', 'l', ?)",
      )
      .run(JSON.stringify({ images: [seven] }))
    clock.now += 400 * DAY
    images.sweep(Number.POSITIVE_INFINITY)
    clock.now += 400 * DAY
    images.sweep(Number.POSITIVE_INFINITY)
    expect(colours.map((hash) => images.info(hash)?.hash)).toEqual(colours)
  })

  it('stay when they are needed again meanwhile', () => {
    const { clock, desk, images } = library()
    const { hash } = images.add(png(), '')
    images.sweep(Number.POSITIVE_INFINITY)
    desk.phrases.create({ ...phrase, images: [hash] })
    clock.now += 100 * DAY
    images.sweep(Number.POSITIVE_INFINITY)
    expect(images.info(hash)).not.toBeNull()
  })

  it('are found where only the file is there, and what a killed program left half-written goes', () => {
    const { clock, desk, database, images } = library()
    const { hash } = images.add(png(), '')
    database.prepare('DELETE FROM images').run()
    const half = path.join(desk.dataDir, 'images', `${hash}.png.partial-00`)
    writeFileSync(half, 'half')
    clock.now = Math.round(statSync(half).mtimeMs) + 2 * DAY
    images.sweep(Number.POSITIVE_INFINITY)
    expect(filesIn(desk)).toEqual([`${hash}.png`])
    expect(images.info(hash)).not.toBeNull()
    clock.now += 30 * DAY
    images.sweep(Number.POSITIVE_INFINITY)
    expect(filesIn(desk)).toEqual([])
  })

  it('are looked for once a day, and not while the folder of backups is away', async () => {
    const { clock, database } = library()
    const sweeps: number[] = []
    let oldest: number | null = null
    const round = createDailySweep(
      database,
      { sweep: (at) => sweeps.push(at) },
      { oldestBackup: () => oldest, now: () => clock.now },
    )
    await round()
    oldest = 7
    await round()
    await round()
    clock.now += DAY
    await round()
    expect(sweeps).toEqual([7, 7])
  })
})

describe('everything in one file', () => {
  it('carries the images to another machine, and finds those that were damaged on the way', async () => {
    const here = openTestDesk()
    const { hash } = here.images.add(png(), '尺码表.png')
    here.phrases.create({ title: '尺码表', body: '亲，看图', images: [hash] })
    const folder = temporaryFolder()
    const archive = await here.safekeeping.exportEverything('1.0.0', folder)

    const there = openTestDesk()
    await there.safekeeping.importArchive(path.join(folder, archive.name))
    expect(there.images.read(hash)).toMatchObject({ name: '尺码表.png', content: png() })

    // A file of that name that is not what it says is replaced by the archive's whole one.
    const file = path.join(there.dataDir, 'images', `${hash}.png`)
    writeFileSync(file, 'damaged')
    await there.safekeeping.importArchive(path.join(folder, archive.name))
    expect(readFileSync(file)).toEqual(png())
  })

  it('a backup finds the images of its phrases when it is restored', async () => {
    const desk = openTestDesk()
    const { hash } = desk.images.add(png(), '')
    const { id } = desk.phrases.create({ title: '尺码表', body: '亲，看图', images: [hash] })
    const backup = await desk.safekeeping.make()
    desk.phrases.update(id, { title: '尺码表', body: '亲，看图' })
    await desk.safekeeping.restore(backup.name)
    expect(desk.phrases.get(id).images).toEqual([hash])
    expect(desk.images.read(hash).content).toEqual(png())
  })
})
