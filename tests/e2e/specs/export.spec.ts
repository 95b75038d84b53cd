import { exportStrings as words } from '../../../renderer/workbench/strings/export.ts'
import { strings } from '../../../renderer/workbench/strings.ts'
import { expect, test } from '../support/fixtures.ts'
import { catchDownloads } from '../support/saved-files.ts'
import { violations } from '../support/violations.ts'

test.slow()

test('a lead exports for Qianniu, and is told what does not fit before anything is saved', async ({
  start,
  library,
}) => {
  await library.fill(
    [
      ['by', '亲，满99包邮😀', '售前'],
      ['cf', '每天 {{ 商品.价格 | 每天: 90 }} 元', '售前'],
    ],
    { encoding: 'utf8' },
  )
  const bench = await (await start()).workbench()
  const { page } = bench
  await page.getByRole('button', { name: strings.phrases.more }).click()
  await page.getByRole('menuitem', { name: words.open }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(words.written(2))).toBeVisible()
  expect(await violations(page)).toEqual([])
  await dialog.getByText(words.formats.qianniu.name).click()
  await dialog.getByText(words.encodings.gbk).click()
  await expect(dialog.getByText(words.written(1))).toBeVisible()
  await expect(dialog.getByRole('row').filter({ hasText: '😀' })).toBeVisible()
  await expect(dialog.getByText(words.leftOut)).toBeVisible()

  const saved = await catchDownloads(page)
  await dialog.getByRole('button', { name: words.save }).click()
  await expect.poll(saved).toHaveLength(1)
  const [{ name = '', content = '' } = {}] = await saved()
  expect(name).toMatch(/^千牛快捷短语-.*\.csv$/)
  expect(new TextDecoder('gbk').decode(Buffer.from(content, 'base64'))).toBe(
    '快捷短语编码,快捷短语,快捷短语分组\r\nby,亲，满99包邮?,售前\r\n',
  )
})
