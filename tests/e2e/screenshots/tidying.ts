import { duplicateStrings } from '../../../renderer/workbench/strings/duplicates.ts'
import { historyStrings } from '../../../renderer/workbench/strings/history.ts'
import { undoStrings } from '../../../renderer/workbench/strings/undo.ts'
import { unusedStrings } from '../../../renderer/workbench/strings/unused.ts'
import { strings } from '../../../renderer/workbench/strings.ts'
import type { Workbench } from '../pages/workbench.ts'
import type { Program } from '../support/program.ts'
import { type TakePage, takeInBothThemes } from './themes.ts'

const SENDING = '亲，您拍下的宝贝今天 16:00 前付款当天发出，江浙沪一般次日就到，请您放心哦'

/** What a lead does to keep the library in order: old versions, phrases that say the same, ones nobody uses, and undo. */
export async function takeTidying(bench: Workbench, app: Program['app'], takePage: TakePage): Promise<void> {
  const { page } = bench
  await bench.goTo('phrases')
  await page.getByLabel(strings.phrases.search).fill('发货几点')
  await bench.write({ title: '几点发货', code: 'jdfh', body: SENDING })
  await bench.phrase('几点发货').waitFor()
  await bench.write({ title: '明天几点发货', body: SENDING.replace('今天 16:00', '明天 18:00') })
  await bench.phrase('明天几点发货').waitFor()
  await bench.phrase('jdfh').click()
  await bench
    .field(strings.editor.fields.body)
    .fill(SENDING.replace('一般次日就到', '次日达，其他地区三天左右'))
  await bench.save()
  await bench.phrase('三天左右').first().click()
  await bench.button(historyStrings.open).click()
  await page.getByRole('dialog', { name: historyStrings.title('几点发货') }).waitFor()
  await page.getByText(strings.editor.saved).last().waitFor({ state: 'hidden' })
  await takeInBothThemes(app, bench, 'phrase-history', takePage)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: strings.cancel }).click()
  await page.keyboard.press('Control+z')
  await page.getByText(undoStrings.undone('修改话术《几点发货》')).waitFor()
  await takeInBothThemes(app, bench, 'undo', takePage)

  await bench.button(strings.phrases.more).click()
  await page.getByRole('menuitem', { name: duplicateStrings.open }).click()
  await page.getByRole('button', { name: duplicateStrings.merge(2) }).waitFor()
  await takeInBothThemes(app, bench, 'phrase-duplicates', takePage)
  await page.keyboard.press('Escape')
  await bench.button(strings.phrases.more).click()
  await page.getByRole('menuitem', { name: unusedStrings.open }).click()
  await page.getByText(unusedStrings.none).waitFor()
  await takeInBothThemes(app, bench, 'phrases-unused', takePage)
  await page.keyboard.press('Escape')
  // The library is again as the pictures after these know it.
  for (const title of ['明天几点发货', '几点发货']) {
    await bench.button(undoStrings.back).click()
    await page.getByText(undoStrings.undone(`新建话术《${title}》`)).waitFor()
  }
  await page.getByLabel(strings.phrases.search).fill('')
}
