import { strings } from '../../../renderer/workbench/strings.ts'
import { PhraseEditor } from '../pages/phrase-editor.ts'
import type { Workbench } from '../pages/workbench.ts'
import type { TakePage } from './themes.ts'

const words = strings.editor
const SENTENCE = '这是最佳选择，绝对正品，您是{{ 客户.省分 }}的吧'

/** A phrase as its lead writes it: completion, problems, wordings for kinds of buyers, the language's help. */
export async function takePhraseEditor(bench: Workbench, takePage: TakePage): Promise<void> {
  const { page } = bench
  await bench.goTo('phrases')
  await page.getByLabel(strings.phrases.search).fill('拆到每天')
  await bench.phrase('拆到每天').first().click()
  const editor = new PhraseEditor(page)
  const product = page.getByLabel(words.previewProduct, { exact: true })
  await product.fill('面霜')
  await page.getByTitle('面霜').first().waitFor()
  await product.press('Enter')
  await editor.preview.locator('mark').first().waitFor()

  await editor.goToEnd()
  await page.keyboard.type('{{jg')
  await editor.take('商品.价格')
  await page.keyboard.type(' | ')
  await editor.offered.waitFor()
  await takePage(bench, 'editor-completion')
  await editor.take('每天')

  await page.keyboard.press('End')
  await editor.insert(SENTENCE)
  await editor.problem('最佳').waitFor()
  await takePage(bench, 'editor-problems')

  await editor.problem('：绝对').getByRole('button', { name: words.problems.keep }).click()
  await page.getByLabel(words.waivers.reason).fill('每件都有品牌的授权和防伪码')
  await editor.button(words.waivers.keep).click()
  await editor.button(words.problems.replaceBy('很好')).click()
  await editor.button(words.variants.add).click()
  await editor.chooseTypes('老客')
  await editor.goToEnd()
  await editor.insert('，谢谢您又回来')
  await editor.preview.filter({ hasText: '谢谢您又回来' }).waitFor()
  await takePage(bench, 'editor-variants')
  await editor.condition.scrollIntoViewIfNeeded()
  await takePage(bench, 'editor-fields')

  await editor.button(words.help.open).locator('visible=true').click()
  await editor.helpSearch.fill('cd')
  await takePage(bench, 'editor-help')
  await page.keyboard.press('Escape')
  await editor.helpSearch.waitFor({ state: 'hidden' })
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: strings.unsaved.discard }).click()
}
