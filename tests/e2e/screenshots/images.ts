import type { Page } from '@playwright/test'
import { imageStrings as words } from '../../../renderer/workbench/strings/images.ts'
import { strings } from '../../../renderer/workbench/strings.ts'
import type { Chat } from '../../support/desktop/chat.ts'
import { PhraseEditor } from '../pages/phrase-editor.ts'
import { Products } from '../pages/products.ts'
import type { Workbench } from '../pages/workbench.ts'
import type { Program } from '../support/program.ts'
import type { TakePage } from './themes.ts'

/** Images and sequences: written, in the panel, and on a product. `bench` shows any page and is left at 商品. */
export async function takeImages(
  { panel }: Program,
  chat: Chat,
  bench: Workbench,
  picture: (name: string) => string,
  takePage: TakePage,
): Promise<void> {
  const { page } = bench
  const chart = await drawn(page, 'chart')
  await bench.goTo('phrases')
  await bench.phrases.waitFor()
  await page.keyboard.press('ControlOrMeta+n')
  const editor = new PhraseEditor(page)
  await editor.name('尺码表+拍下提醒', 'xl77')
  await editor.goToEnd()
  await editor.insert('{{ 客户.称呼 }}，尺码看下面这张表，按平时穿的拍就合适哦')
  const add = (within: string) => page.locator(`${within} [data-images]`).first().getByLabel(words.choose)
  await add('form').setInputFiles({ name: '尺码表.png', mimeType: 'image/png', buffer: chart })
  await page.getByRole('button', { name: words.sequence.add }).click()
  await page.locator('[data-message="2"]').getByRole('textbox').click()
  await editor.insert('拍下记得备注平时穿的尺码，{{ 客服.花名 }}帮您核对一遍再发')
  await editor.preview.locator('img').waitFor()
  await takePage(bench, 'sequence-editor')
  await editor.save()

  await chat.focus()
  await panel.summon()
  await panel.press('ctrl+a')
  await panel.search('xl77')
  await panel.preview.locator('img').waitFor()
  await panel.page.screenshot({ path: picture('panel-sequence') })
  await panel.press('Return')
  await panel.page.locator('[data-sequence]').waitFor()
  await panel.isOpen()
  await panel.page.screenshot({ path: picture('panel-sequence-next') })
  await panel.press('Escape')
  await panel.isClosed()

  const products = new Products(page)
  await bench.goTo('products')
  await products.edit('缎面半身裙')
  for (const [index, subject] of (['skirt', 'chart'] as const).entries()) {
    const buffer = await drawn(page, subject)
    await page
      .locator('[data-images]')
      .getByLabel(words.choose)
      .setInputFiles({
        name: subject === 'skirt' ? '正面.png' : '尺码表.png',
        mimeType: 'image/png',
        buffer,
      })
    await page.locator('[data-image] img').nth(index).waitFor()
  }
  await products.save()
  await page.getByRole('list', { name: words.product }).locator('img').nth(1).waitFor()
  await takePage(bench, 'products-images')
  await bench.goTo('products')
  await page.getByText(strings.products.view.cards, { exact: true }).click()
  await products.entry('缎面半身裙').locator('img').waitFor()
  await takePage(bench, 'products-cards')
}

/** A picture as shops have them, drawn by the page. */
async function drawn(page: Page, subject: 'chart' | 'skirt'): Promise<Buffer> {
  const address = await page.evaluate((what) => {
    const canvas = document.createElement('canvas')
    canvas.width = what === 'chart' ? 720 : 600
    canvas.height = what === 'chart' ? 420 : 600
    const pen = canvas.getContext('2d')
    if (!pen) return ''
    pen.fillStyle = what === 'chart' ? '#ffffff' : '#efe6dc'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    if (what === 'skirt') {
      const sheen = pen.createLinearGradient(180, 0, 420, 0)
      sheen.addColorStop(0, '#5d7f74')
      sheen.addColorStop(0.45, '#a9c7bb')
      sheen.addColorStop(1, '#4e6f64')
      pen.fillStyle = sheen
      pen.beginPath()
      pen.moveTo(235, 110)
      pen.lineTo(365, 110)
      pen.bezierCurveTo(390, 260, 430, 400, 455, 520)
      pen.quadraticCurveTo(300, 560, 145, 520)
      pen.bezierCurveTo(170, 400, 210, 260, 235, 110)
      pen.fill()
      pen.fillStyle = '#3f5a51'
      pen.fillRect(232, 98, 136, 18)
      return canvas.toDataURL()
    }
    pen.font = '26px "Noto Sans CJK SC", sans-serif'
    const rows = [
      '尺码 腰围cm 臀围cm 裙长cm',
      'S 62–66 86–90 74',
      'M 66–70 90–94 75',
      'L 70–74 94–98 76',
      'XL 74–78 98–102 77',
    ]
    for (const [at, row] of rows.entries()) {
      pen.fillStyle = at === 0 ? '#e9dfcf' : at % 2 ? '#faf7f1' : '#f3eee4'
      pen.fillRect(20, 20 + at * 76, 680, 76)
      pen.fillStyle = '#3a3128'
      for (const [column, cell] of row.split(' ').entries())
        pen.fillText(cell, 50 + column * 165, 68 + at * 76)
    }
    return canvas.toDataURL()
  }, subject)
  return Buffer.from(address.split(',')[1] ?? '', 'base64')
}
