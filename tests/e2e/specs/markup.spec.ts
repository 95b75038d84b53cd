import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { strings } from '../../../renderer/workbench/strings.ts'
import { expect, test } from '../support/fixtures.ts'

// It starts the whole program and walks through every page of it.
test.slow()

/** What each field holds: a mark of its own, and markup that would run if a page took it for markup. */
const planted = (mark: string) => `${mark}<img src=x onerror=alert(1)><script>alert(2)</script>`
/** For fields of few characters. */
const plantedShort = (mark: string) => `${mark}<svg onload=f()>`

const DRAFT = {
  title: planted('标题'),
  code: 'xss',
  body: `${planted('正文')}<a href="javascript:alert(3)">看</a>`,
  tags: [plantedShort('标签')],
  questions: [planted('问法')],
  variants: [{ buyerTypes: ['beginner'], body: planted('小白') }],
}
const PRODUCT = {
  code: planted('货号').slice(0, 64),
  name: planted('商品'),
  shortName: plantedShort('简称'),
  category: plantedShort('类目'),
  priceFen: 27_000,
  sellingPoints: [planted('卖点')],
  materials: [planted('材质')],
  flaws: [planted('不足')],
  attributes: { [plantedShort('属性')]: [planted('值')] },
  skus: [
    { code: plantedShort('规格'), attributes: { 颜色: plantedShort('颜色') }, priceFen: 27_000, stock: 3 },
  ],
  questions: [{ doubt: 'product', question: planted('疑问'), answer: planted('回答') }],
}
const BUYER = { nickname: plantedShort('买家'), notes: [{ at: 1, text: planted('备注') }] }

/** Asks the program as one of its own pages does. */
const ask = (page: Page, path: string, input: unknown, type: 'query' | 'mutation' = 'mutation') =>
  page.evaluate(
    async (call) => {
      const answer = await window.goldenSix?.request(call as never)
      if (!answer?.ok) throw new Error(JSON.stringify(answer))
      return answer.data as never
    },
    { kind: 'call', type, path, input },
  )

/** Whatever a page would have made of the markup, had it taken it for markup. */
const injected = (page: Page) =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll(
        'img[src="x"], [onerror], [onload], [onclick], [href^="javascript:"], script:not([src]), iframe, object, embed',
      ),
    ].map((element) => element.outerHTML.slice(0, 100)),
  )

test('markup in every text is text in every page of both windows', async ({ start, folder }) => {
  const { panel, workbench } = await start()
  const group = await ask(panel.page, 'groups.create', { name: plantedShort('分组'), parentId: null })
  await ask(panel.page, 'phrases.create', { ...DRAFT, groupId: Reflect.get(group, 'id') })
  const product = await ask(panel.page, 'products.create', PRODUCT)
  const buyer = await ask(panel.page, 'customers.create', BUYER)
  const { shop, shopId } = await ask(panel.page, 'app.state', undefined, 'query')
  await ask(panel.page, 'shops.save', {
    id: shopId,
    profile: {
      ...(shop as object),
      name: planted('店铺').slice(0, 60),
      agentAlias: plantedShort('花名'),
      leadName: plantedShort('主管'),
    },
  })

  const dialogs: string[] = []
  const bench = await workbench()
  for (const { page } of [panel, bench]) page.on('dialog', (dialog) => dialogs.push(dialog.message()))

  await panel.summon()
  await panel.chooseProduct('简称', '货号')
  await panel.describeBuyer(`${BUYER.nickname.replaceAll(' ', '')} 小白`)
  await panel.search('xss')
  await expect(panel.selectedRow).toContainText(DRAFT.title)
  await expect(panel.script).toContainText('<img src=x onerror=alert(1)>')
  expect(await injected(panel.page)).toEqual([])

  await bench.field(strings.phrases.search).fill('xss')
  await expect(bench.phrase(DRAFT.title)).toBeVisible()
  expect(await injected(bench.page)).toEqual([])

  const idOf = (kept: object) => encodeURIComponent(String(Reflect.get(kept, 'id')))
  const pages: [address: string, shown: string][] = [
    ['#/products', PRODUCT.shortName],
    ['#/products/missing-facts', ''],
    [`#/products/${idOf(product)}`, PRODUCT.flaws[0] ?? ''],
    [`#/products/${idOf(product)}/edit`, ''],
    [`#/customers/${idOf(buyer)}`, BUYER.notes[0]?.text ?? ''],
    ['#/settings', ''],
  ]
  for (const [address, shown] of pages) {
    await bench.page.evaluate((hash) => {
      location.hash = hash
    }, address)
    await bench.page.getByRole('main').waitFor()
    await bench.page.getByText(shown).first().waitFor()
    expect(await injected(bench.page), address).toEqual([])
  }

  await bench.goTo('phrases')
  await bench.field(strings.phrases.search).fill('xss')
  await bench.phrase(DRAFT.title).click()
  await expect(bench.page.locator('[data-writing=script]').first()).toContainText('<script>')
  expect(await injected(bench.page), 'the editor').toEqual([])
  await bench.page.keyboard.press('Escape')

  const file = path.join(folder, '<img src=x onerror=alert(4)>.csv')
  writeFileSync(file, `快捷短语编码,快捷短语\nxss,${planted('重复')}\n,{{ ${planted('写法')}\n`)
  await bench.chooseImport(file)
  await expect(bench.page.getByText('onerror').first()).toBeVisible()
  expect(await injected(bench.page), 'the report of an import').toEqual([])

  expect(dialogs).toEqual([])
})
