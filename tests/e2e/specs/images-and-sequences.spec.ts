import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { STRINGS } from '../../../renderer/panel/strings.ts'
import { TIDINGS_STRINGS } from '../../../renderer/panel/tidings-strings.ts'
import { imageStrings as words } from '../../../renderer/workbench/strings/images.ts'
import { strings } from '../../../renderer/workbench/strings.ts'
import { photograph, png, pngBomb } from '../../support/images.ts'
import { PhraseEditor } from '../pages/phrase-editor.ts'
import { expect, test } from '../support/fixtures.ts'
import type { Library } from '../support/library.ts'
import { violations } from '../support/violations.ts'

// These are whole jobs of many steps each; a crowded machine takes half a minute for one.
test.slow()

const SIZES = png(120, 90, [30, 110, 200])
const COLOURS = png(90, 120, [200, 60, 30])

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

/** Gives a phrase of a library that no program has open what no file of Qianniu's can hold. */
function complete(library: Library, code: string, image: Buffer, further: readonly string[]): void {
  const hash = hashOf(image)
  mkdirSync(path.join(library.dataDir, 'images'), { recursive: true })
  writeFileSync(path.join(library.dataDir, 'images', `${hash}.png`), image)
  const database = new Database(path.join(library.dataDir, 'golden-six.sqlite'))
  database
    .prepare(
      `INSERT INTO images (hash, type, bytes, width, height, name, created_at) VALUES (?, 'image/png', ?, ?, ?, '尺码表.png', 0)`,
    )
    .run(hash, image.length, image.readUInt32BE(16), image.readUInt32BE(20))
  database
    .prepare('UPDATE phrases SET images = ?, further = ? WHERE code = ?')
    .run(JSON.stringify([hash]), JSON.stringify(further.map((body) => ({ body, images: [] }))), code)
  database.close()
}

const images = (within: Page | Locator) => within.locator('[data-images]')
const tiles = (field: Locator) => field.locator('[data-image]')
const choose = (field: Locator, name: string, buffer: Buffer) =>
  field.getByLabel(words.choose).setInputFiles({ name, mimeType: 'image/png', buffer })

/** What the browser makes of a picture that was pasted or dropped. */
async function bring(target: Locator, how: 'paste' | 'drop', name: string, bytes: Buffer): Promise<void> {
  await target.evaluate(
    (element, { event, file, base64 }) => {
      const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      const data = new DataTransfer()
      data.items.add(new File([content], file, { type: 'image/png' }))
      const about = { bubbles: true, cancelable: true }
      element.dispatchEvent(
        event === 'paste'
          ? new ClipboardEvent('paste', { ...about, clipboardData: data })
          : new DragEvent('drop', { ...about, dataTransfer: data }),
      )
    },
    { event: how, file: name, base64: bytes.toString('base64') },
  )
}

test.describe('a lead writes a phrase with images', () => {
  test('chooses, pastes and drops pictures, orders them by keys, and adds a second message', async ({
    start,
    library,
  }) => {
    const { workbench } = await start()
    const { page, phrases } = await workbench()
    await expect(phrases).toBeVisible()
    await page.keyboard.press('ControlOrMeta+n')
    const editor = new PhraseEditor(page)
    await editor.name('尺码表图', 'xl77')
    await editor.goToEnd()
    await editor.insert('亲，尺码看这张图')

    const first = images(page).first()
    await choose(first, '尺码表.png', SIZES)
    await expect(tiles(first)).toHaveCount(1)
    await bring(editor.body, 'paste', 'image.png', COLOURS)
    await expect(tiles(first)).toHaveCount(2)
    await expect(first).toContainText('120×90')
    // Pasted, it became no text of the script.
    await expect(editor.body).toHaveText('亲，尺码看这张图')

    await tiles(first).nth(1).focus()
    await page.keyboard.press('Alt+ArrowLeft')
    await expect(tiles(first).first()).toBeFocused()

    await page.getByRole('button', { name: words.sequence.add }).click()
    const second = page.locator('[data-message="2"]')
    await second.getByRole('textbox').click()
    await editor.insert('拍下备注尺码，今天就发')
    await bring(second.getByRole('textbox'), 'drop', '颜色.png', photograph(1))
    await expect(tiles(images(second))).toHaveCount(1)
    await expect(editor.preview.locator('[data-bubble]')).toHaveCount(2)
    await expect(editor.preview.locator('img')).toHaveCount(3)
    expect(await violations(page)).toEqual([])
    await editor.save()

    const stored = library.messages('尺码表图')
    expect(stored.images).toEqual([hashOf(COLOURS), hashOf(SIZES)])
    expect(stored.further).toEqual([
      { body: '拍下备注尺码，今天就发', images: [expect.stringMatching(/^[0-9a-f]{64}$/)] },
    ])
    expect(readdirSync(path.join(library.dataDir, 'images')).toSorted()).toEqual(
      [...stored.images.map((hash) => `${hash}.png`), `${stored.further[0]?.images[0]}.jpg`].toSorted(),
    )
  })

  test('is told at the message why a picture cannot be taken, and what is wrong in a message', async ({
    start,
    library,
  }) => {
    const { workbench } = await start()
    const { page, phrases } = await workbench()
    await expect(phrases).toBeVisible()
    await page.keyboard.press('ControlOrMeta+n')
    const editor = new PhraseEditor(page)
    await editor.name('活动图')
    await editor.goToEnd()
    await editor.insert('亲，活动看图')
    const first = images(page).first()
    await choose(first, '说明.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))
    await expect(first.getByRole('alert')).toContainText('“说明.png”没有加上：SVG')
    await choose(first, '长图.png', pngBomb(800, 30_000))
    await expect(first.getByRole('alert')).toContainText('800×30000')
    await choose(first, '一.png', SIZES)
    await choose(first, '又一.png', SIZES)
    await expect(first.getByRole('alert')).toContainText(words.twice)
    await expect(tiles(first)).toHaveCount(1)

    await page.getByRole('button', { name: words.sequence.add }).click()
    await editor.trySave()
    const second = page.locator('[data-message="2"]')
    await expect(second).toContainText('这一条消息还是空的')
    await second.getByRole('textbox').click()
    await editor.insert('全网最低价')
    await expect(second.getByRole('list', { name: strings.editor.problems.list })).toContainText('最低价')
    await second.getByRole('button', { name: words.sequence.remove(2) }).click()
    await tiles(first).first().focus()
    await page.keyboard.press('Delete')
    await expect(tiles(first)).toHaveCount(0)
    await editor.save()
    expect(library.messages('活动图')).toMatchObject({ images: [], further: [] })
  })
})

test.describe('an agent pastes a phrase of several parts', () => {
  test('text, picture and second message land by one Enter each, counted once, and nothing is sent', async ({
    library,
    start,
    chat,
    clipboard,
  }) => {
    await library.fill([['cm01', '亲，尺码看这张图', '尺码']])
    complete(library, 'cm01', SIZES, ['拍下备注尺码哦'])
    const { panel } = await start()
    await chat.page.evaluate(() => {
      const received: number[][] = []
      Object.assign(globalThis, { received })
      document.querySelector('#box')?.addEventListener('paste', (event) => {
        for (const file of (event as ClipboardEvent).clipboardData?.files ?? [])
          void file.arrayBuffer().then((bytes) => received.push([...new Uint8Array(bytes)]))
      })
    })
    const received = () => chat.page.evaluate(() => Reflect.get(globalThis, 'received') as number[][])
    await clipboard.copy('买家的单号 SF1234567890')
    await chat.focus()

    await panel.summon()
    await panel.search('chima')
    await expect(panel.selectedRow.getByRole('img', { name: STRINGS.results.images(1) })).toBeVisible()
    await expect(panel.selectedRow.getByRole('img', { name: STRINGS.results.messages(2) })).toBeVisible()
    await expect(panel.preview).toContainText('2/3')
    await expect(panel.preview.locator('img')).toBeVisible()
    await panel.press('Return')
    await chat.waitForText('亲，尺码看这张图')

    const line = panel.page.locator('[data-sequence]')
    await expect(line).toContainText(TIDINGS_STRINGS.parts.next(2, 3))
    await panel.isOpen()
    expect(await violations(panel.page)).toEqual([])
    await panel.press('Return')
    await expect.poll(async () => (await received()).length).toBeGreaterThan(0)
    expect(Buffer.from((await received())[0] ?? [])).toEqual(SIZES)

    await expect(line).toContainText(TIDINGS_STRINGS.parts.next(3, 3))
    await panel.isOpen()
    await panel.press('Return')
    await chat.waitForText('亲，尺码看这张图拍下备注尺码哦')
    await panel.isClosed()
    await expect(line).toHaveCount(0)
    expect(await chat.enterPresses()).toBe(0)
    await expect.poll(() => clipboard.text()).toBe('买家的单号 SF1234567890')
    expect(library.uses()).toHaveLength(1)
  })

  test('Esc ends it: the next Enter begins anew', async ({ library, start, chat }) => {
    await library.fill([['cm01', '亲，尺码看这张图', '尺码']])
    complete(library, 'cm01', SIZES, ['拍下备注尺码哦'])
    const { panel } = await start()
    await chat.focus()
    await panel.summon()
    await panel.search('chima')
    await panel.press('Return')
    await chat.waitForText('亲，尺码看这张图')
    await panel.isOpen()
    await panel.press('Escape')
    await panel.isClosed()
    await panel.summon()
    await expect(panel.page.locator('[data-sequence]')).toHaveCount(0)
  })
})
