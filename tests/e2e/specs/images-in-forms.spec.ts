import { createHash } from 'node:crypto'
import type { Locator, Page } from '@playwright/test'
import { imageStrings as words } from '../../../renderer/workbench/strings/images.ts'
import { strings } from '../../../renderer/workbench/strings.ts'
import { png } from '../../support/images.ts'
import { PhraseEditor } from '../pages/phrase-editor.ts'
import { Products } from '../pages/products.ts'
import type { Workbench } from '../pages/workbench.ts'
import { expect, test } from '../support/fixtures.ts'
import { violations } from '../support/violations.ts'

// A whole job each; a crowded machine takes half a minute for one.
test.slow()

const BLUE = png(120, 90, [30, 110, 200])
const RED = png(90, 120, [200, 60, 30])
const GREEN = png(300, 40, [60, 160, 60])

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const imagesOf = (within: Page | Locator) => within.locator('[data-images]').first()
const tiles = (field: Locator) => field.locator('[data-image]')

async function choose(field: Locator, ...pictures: Buffer[]): Promise<void> {
  const files = pictures.map((buffer, at) => ({ name: `图${at + 1}.png`, mimeType: 'image/png', buffer }))
  await field.getByLabel(words.choose).setInputFiles(files)
}

async function newPhrase({ page, phrases }: Workbench, title: string): Promise<PhraseEditor> {
  await expect(phrases).toBeVisible()
  await page.keyboard.press('ControlOrMeta+n')
  const editor = new PhraseEditor(page)
  await editor.name(title)
  await editor.goToEnd()
  await editor.insert('亲，看图哦')
  return editor
}

test.describe('a lead with pictures in a phrase', () => {
  test('who saves at once after choosing one has it saved, and is told first of one that cannot be taken', async ({
    start,
    library,
  }) => {
    const { workbench } = await start()
    const bench = await workbench()
    const editor = await newPhrase(bench, '快手')
    await choose(imagesOf(bench.page), png(1600, 1600, [1, 2, 3]))
    await editor.save()
    expect(library.messages('快手').images).toHaveLength(1)

    const other = await newPhrase(bench, '又一条')
    await choose(imagesOf(bench.page), Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))
    await other.trySave()
    await expect(imagesOf(bench.page).getByRole('alert')).toContainText('SVG')
    await expect(other.body).toBeVisible()
    await other.save()
    expect(library.messages('又一条').images).toEqual([])
  })

  test('drags them into order within their message, changes the order of messages, and looks at one large', async ({
    start,
    library,
  }) => {
    const { app, workbench } = await start()
    const bench = await workbench()
    const { page } = bench
    const editor = await newPhrase(bench, '三条')
    const first = imagesOf(page)
    await choose(first, BLUE, RED, GREEN)
    await expect(tiles(first)).toHaveCount(3)
    await first.getByRole('listitem').nth(0).dragTo(first.getByRole('listitem').nth(2))
    await expect(tiles(first).nth(2)).toHaveAccessibleName(words.nth(3, '图1.png'))

    for (const [nth, text] of [
      [2, '第二句'],
      [3, '第三句'],
    ] as const) {
      await page.getByRole('button', { name: words.sequence.add }).click()
      await page.locator(`[data-message="${nth}"]`).getByRole('textbox').click()
      await editor.insert(text)
    }
    const second = imagesOf(page.locator('[data-message="2"]'))
    await choose(second, GREEN, BLUE)
    await expect(tiles(second)).toHaveCount(2)
    // The picture of another message is none of this one's: nothing moves.
    const dragged = await page.evaluateHandle(() => new DataTransfer())
    await first.getByRole('listitem').nth(0).dispatchEvent('dragstart', { dataTransfer: dragged })
    await second.getByRole('listitem').nth(1).dispatchEvent('drop', { dataTransfer: dragged })
    await expect(tiles(second).first()).toHaveAccessibleName(words.nth(1, '图3.png'))

    await page.getByRole('button', { name: words.sequence.up(3) }).click()
    await expect(page.locator('[data-message="2"]').getByRole('textbox')).toHaveText('第三句')

    await tiles(first).first().focus()
    await page.keyboard.press('Enter')
    const large = page.getByRole('dialog', { name: '图2.png' })
    await expect(large.locator('img')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(large).toHaveCount(0)
    await expect(tiles(first).first()).toBeFocused()

    await app.evaluate(({ nativeTheme }) => {
      nativeTheme.themeSource = 'dark'
    })
    expect(await violations(page)).toEqual([])
    await editor.save()
    expect(library.messages('三条')).toEqual({
      images: [RED, GREEN, BLUE].map(hashOf),
      further: [
        { body: '第三句', images: [] },
        { body: '第二句', images: [GREEN, BLUE].map(hashOf) },
      ],
    })
  })
})

test('who leaves while an image is on its way is asked first, and finds it there when they stay', async ({
  start,
}) => {
  const { workbench } = await start()
  const bench = await workbench()
  await bench.phrase('标准问候').click()
  await new PhraseEditor(bench.page).body.waitFor()
  // A file on a slow share: it is read when the test lets it.
  await bench.page.evaluate(() => {
    const read = FileReader.prototype.readAsDataURL
    FileReader.prototype.readAsDataURL = function (file) {
      Object.assign(window, { letGo: () => read.call(this, file) })
    }
  })
  const field = imagesOf(bench.page)
  await choose(field, BLUE)
  await expect(field.getByText(words.loading)).toBeVisible()
  await bench.button(strings.cancel).click()
  await bench.button(strings.unsaved.stay).click()
  await bench.page.evaluate(() => Reflect.get(window, 'letGo')())
  await expect(tiles(field)).toHaveCount(1)
})

test('a lead gives a product pictures: the first is on its card, and a key copies any of them', async ({
  start,
  library,
  clipboard,
}) => {
  const { app, workbench } = await start()
  const bench = await workbench()
  const { page } = bench
  const products = new Products(page)
  await bench.goTo('products')
  await products.edit('缎面半身裙')
  const field = imagesOf(page)
  await choose(field, BLUE, RED)
  await expect(tiles(field)).toHaveCount(2)
  await tiles(field).nth(1).focus()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(tiles(field).first()).toBeFocused()
  await products.save()

  const pictures = page.getByRole('list', { name: words.product })
  await expect(pictures.locator('img')).toHaveCount(2)
  expect(library.products().NZ005?.facts).toMatchObject({ images: [RED, BLUE].map(hashOf) })
  await app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'dark'
  })
  expect(await violations(page)).toEqual([])
  await pictures.getByRole('button').nth(1).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(words.copied)).toBeVisible()
  expect((await clipboard.read('image/png')).subarray(1, 4).toString()).toBe('PNG')

  await bench.goTo('products')
  await expect(products.entry('缎面半身裙').locator('img')).toHaveCount(1)
})
