import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { customerStrings } from '../../../renderer/workbench/strings/customers.ts'
import { importStrings } from '../../../renderer/workbench/strings/import.ts'
import { strings } from '../../../renderer/workbench/strings.ts'
import type { CustomerDraftInput } from '../../../shared/model/customer.ts'
import type { Desktop } from '../../support/desktop/desktop.ts'
import { Customers } from '../pages/customers.ts'
import { Products } from '../pages/products.ts'
import type { Workbench } from '../pages/workbench.ts'
import { Library } from '../support/library.ts'
import { profileIn, startProgram } from '../support/program.ts'
import { goToPart } from './settings.ts'
import { type TakePage, takeInBothThemes } from './themes.ts'

const MANY_PRODUCTS = 600
const MANY_BUYERS = 500
const MANY_SHOPS = 30

const CATEGORIES = ['女装', '男装', '童装', '家居', '美妆', '配饰'] as const
const GOODS = [
  '羊绒围巾',
  '直筒牛仔裤',
  '真丝衬衫',
  '亚麻床单',
  '保湿面霜',
  '帆布托特包',
  '连帽卫衣',
] as const
const BUYERS = ['桃子汽水', '老王爱钓鱼', '七月流火', '一颗小白菜', '小鱼儿', '阿宁'] as const
const PROVINCES = ['浙江', '广东', '上海', '四川', '内蒙古'] as const

/** A library without products or buyers, then with all that a large shop has; and the import wizard, step by step. */
export async function takeShelves(desktop: Desktop, folder: string, takePage: TakePage): Promise<void> {
  const library = new Library(folder)
  await library.fill([['wh01', '亲，在的', '问候']])
  const program = await startProgram({
    ...{ desktop, dataDir: library.dataDir, profile: profileIn(folder), hotkey: null },
  })
  const bench = await program.workbench()
  const both = (name: string) => takeInBothThemes(program.app, bench, name, takePage)

  await takeImport(bench, folder, both)
  await bench.goTo('products')
  await bench.page.getByText(strings.products.empty, { exact: true }).waitFor()
  await both('products-empty')
  // Elsewhere, or the page would read the growing list with each of them.
  await bench.goTo('team')
  await ask(bench, 'products.create', products())
  await bench.goTo('products')
  await new Products(bench.page).entries.first().waitFor()
  await both('products-huge')

  await bench.goTo('customers')
  await bench.page.getByText(customerStrings.none, { exact: true }).waitFor()
  await both('workbench-customers-empty')
  await bench.goTo('team')
  await ask(bench, 'customers.create', buyers())
  await bench.goTo('customers')
  const { entries } = new Customers(bench.page)
  await entries.nth(3).click()
  await bench.page.getByRole('heading', { level: 2, name: customerStrings.notes }).waitFor()
  await both('workbench-customers-huge')

  await ask(bench, 'shops.create', shops())
  await bench.goTo('settings')
  await goToPart(bench, 'shops')
  await both('settings-huge')
  await program.quit()
}

async function takeImport(
  bench: Workbench,
  folder: string,
  both: (name: string) => Promise<void>,
): Promise<void> {
  const words = importStrings.phrases
  const file = path.join(folder, 'phrases.csv')
  writeFileSync(
    file,
    [
      '快捷短语编码,快捷短语,快捷短语分组,备注',
      'wh01,亲，在的，请问看中哪一款？,问候,',
      'fh01,今天 16:00 前付款当天发出,物流=>发货,仓库确认过',
      'fh02,"江浙沪次日达，其他地区三天左右",物流=>时效,',
      'tk01,,售后,',
    ].join('\n'),
  )
  await bench.button(strings.phrases.import).first().click()
  await bench.page.getByText(words.drop).waitFor()
  await both('import-choose')
  await bench.page.getByLabel(words.choose).setInputFiles(file)
  await bench.page.getByText(words.preview, { exact: false }).first().waitFor()
  await both('import-preview')
  await bench.button(words.apply(2, 0)).click()
  await bench.page.getByText(words.done(2, 0)).waitFor()
  await both('import-report')
  await bench.button(importStrings.close).click()
}

function products(): object[] {
  return Array.from({ length: MANY_PRODUCTS }, (_, index) => ({
    name: `${GOODS[index % GOODS.length]} ${1_000 + index} 款`,
    category: CATEGORIES[index % CATEGORIES.length],
    code: `SP${String(index).padStart(5, '0')}`,
    priceFen: 5_900 + (index % 40) * 1_000,
  }))
}

function buyers(): CustomerDraftInput[] {
  return Array.from({ length: MANY_BUYERS }, (_, index) => ({
    nickname: `${BUYERS[index % BUYERS.length]}${100 + index}`,
    type: index % 3 === 0 ? 'returning' : 'new',
    province: PROVINCES[index % PROVINCES.length] ?? null,
  }))
}

function shops(): object[] {
  return Array.from({ length: MANY_SHOPS }, (_, index) => ({
    name: `${CATEGORIES[index % CATEGORIES.length]}旗舰店${index + 1} 号`,
    copyOf: null,
  }))
}

/** All inputs in turn, in one crossing to the page. */
async function ask({ page }: Workbench, procedure: string, inputs: readonly unknown[]): Promise<void> {
  const refusal = await page.evaluate(
    async ([path, all]) => {
      for (const input of all) {
        const answer = await window.goldenSix?.request({ kind: 'call', type: 'mutation', path, input })
        if (!answer?.ok) return JSON.stringify(answer)
      }
      return null
    },
    [procedure, inputs] as const,
  )
  if (refusal !== null) throw new Error(refusal)
}
