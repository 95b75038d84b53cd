import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { strings } from '../../../renderer/workbench/strings.ts'
import { Products } from '../pages/products.ts'
import type { Workbench } from '../pages/workbench.ts'
import type { TakePage } from './themes.ts'

const words = strings.products
const { editor, transfer } = words

// File names in ASCII: with a locale that the machine lacks, Chromium takes no others.
const GOODS = [
  '货号,品名,分类,售价,花色,数量',
  'QJ01,羊绒围巾,配饰,399,驼色,12',
  'QJ01,羊绒围巾,配饰,399,炭灰,3',
  'QJ02,羊毛帽,配饰,不知道,黑色,5',
].join('\n')
const STOCK = '规格编码,库存\nNZ001-01,5\nNZ001-02,7\nNZ001-03,47\nXX99,9\n'

/** 商品 and the shop's part of 设置. `bench` shows any page and is left at the last one taken. */
export async function takeProducts(bench: Workbench, folder: string, takePage: TakePage): Promise<void> {
  const products = new Products(bench.page)
  await bench.goTo('products')
  await bench.page.getByText(words.view.table, { exact: true }).click()
  await takePage(bench, 'products-table')
  await bench.page.getByText(words.view.cards, { exact: true }).click()
  await products.entry('缎面半身裙').click()
  await bench.page.getByRole('heading', { level: 1, name: '缎面半身裙' }).waitFor()
  await takePage(bench, 'products-briefing')

  await products.button(words.edit).click()
  await products.skus.choose(3, 4)
  await products.skus.type('十一')
  await takePage(bench, 'products-editor')
  await bench.page.getByRole('navigation', { name: editor.sections }).getByText(editor.sizes.title).click()
  await products.sizes.choose(3, 3)
  await products.sizes.type('105-110', 'Enter')
  await takePage(bench, 'products-sizes')
  await bench.goTo('products')
  await products.button(strings.unsaved.discard).click()

  await products.button(/^缺少的信息/).click()
  await bench.page.getByRole('region', { name: '棉柔巾' }).waitFor()
  await takePage(bench, 'products-missing-facts')
  await bench.goTo('products')
  await products.button(words.import).click()
  await products.field(transfer.chooseFile).setInputFiles(written(folder, 'goods.csv', GOODS))
  await products.field(strings.import.purposeOf('花色')).waitFor()
  await takePage(bench, 'products-import')
  await bench.page.keyboard.press('Escape')
  await products.button(words.refreshStock).click()
  await products.field(transfer.chooseStock).setInputFiles(written(folder, 'stock.csv', STOCK))
  await products.button(transfer.undoStock).waitFor()
  await takePage(bench, 'products-stock')
  await products.button(strings.import.close).click()
  await takeShop(bench, takePage)
}

async function takeShop(bench: Workbench, takePage: TakePage): Promise<void> {
  const { fields, dispatch, discard } = strings.settings
  await bench.goTo('settings')
  const section = bench.page.getByRole('region', { name: dispatch })
  await section.getByRole('button', { name: fields.addClosure }).click()
  await section.getByLabel(fields.dayFrom, { exact: true }).fill('2027-02-06')
  await section.getByLabel(fields.dayUntil).fill('2027-02-12')
  await section.getByLabel(fields.closureReason).fill('春节')
  await section.evaluate((element) => element.scrollIntoView())
  await takePage(bench, 'settings-shop')
  await bench.page.locator('#couriers').evaluate((element) => element.scrollIntoView())
  await takePage(bench, 'settings-couriers')
  await bench.button(discard).click()
}

function written(folder: string, name: string, text: string): string {
  const file = path.join(folder, name)
  writeFileSync(file, text)
  return file
}
