import type { CDPSession, Locator } from '@playwright/test'
import { strings } from '../../../renderer/workbench/strings.ts'
import { TECHNIQUE_HELP } from '../../../shared/template/index.ts'
import { PhraseEditor } from '../pages/phrase-editor.ts'
import type { Workbench } from '../pages/workbench.ts'
import { expect, test } from '../support/fixtures.ts'
import { violationsInBothThemes } from '../support/violations.ts'

const words = strings.editor

// These are whole jobs of many steps each; a crowded machine takes half a minute for one.
test.slow()

/** The editor of a new phrase, opened as a lead does it. */
async function beginPhrase(bench: Workbench): Promise<PhraseEditor> {
  await expect(bench.phrases).toBeVisible()
  await bench.page.keyboard.press('ControlOrMeta+n')
  const editor = new PhraseEditor(bench.page)
  await expect(editor.body).toBeVisible()
  return editor
}

async function openPhrase(bench: Workbench, code: string, title: string): Promise<PhraseEditor> {
  await bench.page.getByLabel(strings.phrases.search).fill(code)
  await bench.phrase(title).click()
  const editor = new PhraseEditor(bench.page)
  await expect(editor.body).toBeVisible()
  return editor
}

/** The text of an editor, its lines apart. */
const textOf = async (editor: Locator) => (await editor.locator('.cm-line').allTextContents()).join('\n')

test.describe('writing a phrase', () => {
  test('names and computations are completed by initials, with their arguments selected', async ({
    start,
    library,
  }) => {
    const { workbench } = await start()
    const editor = await beginPhrase(await workbench())
    await editor.name('一天几块', 'cf99')
    await editor.goToEnd()
    await editor.insert('一天只要')
    const { keyboard } = editor.page
    await keyboard.type('{{jg')
    await editor.take('商品.价格')
    await keyboard.type(' | mt')
    await expect(editor.page.getByText('向上取到分，不会说少').first()).toBeVisible()
    await editor.take('每天')
    await keyboard.type('30')
    await keyboard.press('End')
    await editor.insert('元哦')
    await editor.save()
    expect(library.bodies()).toHaveProperty('一天几块', '一天只要{{ 商品.价格 | 每天: 30 }}元哦')
  })

  test('a slip is underlined and put right by one click; so is a word that the rules do not allow', async ({
    start,
    library,
  }) => {
    const { workbench } = await start()
    const editor = await beginPhrase(await workbench())
    await editor.name('换好词')
    await editor.goToEnd()
    await editor.insert('发到{{ 客户.省分 }}，这是最佳选择')
    await expect(editor.underlined('客户.省分')).toBeVisible()
    await editor.button(words.problems.replaceBy('客户.省份')).click()
    await expect(editor.problem('客户.省分')).toHaveCount(0)
    await expect(editor.underlined('最佳')).toBeVisible()
    await expect(editor.problem('最佳')).toContainText('广告法')
    await editor.button(words.problems.replaceBy('很好')).click()
    await expect(editor.problem('最佳')).toHaveCount(0)
    expect(await textOf(editor.body)).toBe('发到{{ 客户.省份 }}，这是很好选择')

    await editor.body.press('ControlOrMeta+z')
    await expect(editor.underlined('最佳')).toBeVisible()
    await editor.body.press('ControlOrMeta+y')
    await expect(editor.problem('最佳')).toHaveCount(0)
    await editor.save()
    expect(library.bodies()).toHaveProperty('换好词', '发到{{ 客户.省份 }}，这是很好选择')
  })

  test('by the keyboard alone: F8 to the next problem, Alt+Enter to its remedies, Tab out of the editor', async ({
    start,
  }) => {
    const { workbench } = await start()
    const editor = await beginPhrase(await workbench())
    await editor.goToEnd()
    await editor.insert('亲，这是最佳选择')
    await expect(editor.problem('最佳')).toBeVisible()
    const { keyboard } = editor.page
    await keyboard.press('F8')
    expect(await editor.page.evaluate(() => getSelection()?.toString())).toBe('最佳')
    await keyboard.press('Alt+Enter')
    await keyboard.press('Tab')
    await expect(editor.button(words.problems.replaceBy('很好'))).toBeFocused()
    await keyboard.press('Enter')
    await expect(editor.body).toBeFocused()
    expect(await textOf(editor.body)).toBe('亲，这是很好选择')

    await keyboard.press('Tab')
    await expect(editor.body).not.toBeFocused()
    await keyboard.press('Shift+Tab')
    await expect(editor.body).toBeFocused()
    // Escape closes the list of completions and nothing else.
    await keyboard.press('Alt+/')
    await expect(editor.completions).toBeVisible()
    await keyboard.press('Escape')
    await expect(editor.completions).toBeHidden()
    await expect(editor.body).toBeFocused()
  })

  test('a phrase is found by what buyers ask, and its dates and tags are kept', async ({
    start,
    library,
  }) => {
    const { panel, workbench } = await start()
    const editor = await beginPhrase(await workbench())
    await editor.name('面料掉毛说明', 'dm11')
    await editor.goToEnd()
    await editor.insert('第一次洗时掉少许浮毛，洗过就好了哦')
    const { page } = editor
    await page.getByLabel(words.fields.questions).fill('衣服一直掉毛怎么回事\n\n  穿一次沾一身毛  ')
    await page.getByRole('combobox', { name: words.fields.tags }).click()
    await page.keyboard.insertText('掉毛，洗护,')
    await page.getByLabel(words.fields.validFrom).fill('2020-10-20')
    await page.getByLabel(words.fields.validUntil).fill('2020-10-01')
    await editor.trySave()
    await expect(page.getByText('生效日期晚于失效日期')).toBeVisible()
    await page.getByLabel(words.fields.validUntil).fill('2099-11-11')
    await editor.save()

    expect(library.kept().面料掉毛说明?.questions).toEqual(['衣服一直掉毛怎么回事', '穿一次沾一身毛'])
    expect(library.phraseFacts().dm11).toMatchObject({
      tags: ['掉毛', '洗护'],
      validFrom: '2020-10-20',
      validUntil: '2099-11-11',
    })
    await panel.summon()
    await panel.query.fill('穿一次就沾了一身毛呀')
    await expect(panel.rows.filter({ hasText: '面料掉毛说明' })).toBeVisible()
  })

  test('a condition is completed and checked like a script', async ({ start }) => {
    const { workbench } = await start()
    const editor = await beginPhrase(await workbench())
    await editor.condition.click()
    const { keyboard } = editor.page
    await keyboard.type('kc')
    await editor.take('商品.库存')
    await keyboard.type(' <= 5 and ')
    await editor.insert('店铺.紧缺钱 > 1')
    await editor.button(words.problems.replaceBy('店铺.紧缺线')).click()
    expect(await textOf(editor.condition)).toBe('商品.库存 <= 5 and 店铺.紧缺线 > 1')
    await keyboard.press('Enter')
    expect(await textOf(editor.condition)).not.toContain('\n')
  })

  test('all that can be written is explained, found by its sound, and put in', async ({ start }) => {
    const { workbench } = await start()
    const editor = await beginPhrase(await workbench())
    await editor.goToEnd()
    await editor.button(words.help.open).click()
    await expect(editor.page.getByText('随单赠品')).toBeVisible()
    await editor.helpSearch.fill('cd')
    const topUp = TECHNIQUE_HELP.find(({ name }) => name === '凑单')
    await expect(editor.page.getByText(topUp?.description ?? '', { exact: true })).toBeVisible()
    await editor.page.getByRole('button', { name: words.help.insertWord('凑单'), exact: true }).click()
    await expect(editor.helpSearch).toBeHidden()
    expect(await textOf(editor.body)).toBe('{{ 订单.金额 | 凑单 }}')
  })

  test('an input method composes in the editor; Enter that confirms its candidate takes no completion', async ({
    start,
  }) => {
    const { app, workbench } = await start()
    const bench = await workbench()
    const editor = await beginPhrase(bench)
    const session = await app.context().newCDPSession(bench.page)
    await editor.goToEnd()
    await bench.page.keyboard.type('{{ ')
    await expect(editor.completions).toBeVisible()
    await compose(session, "jia'ge")
    // The key as an input method leaves it to the page.
    await editor.body.evaluate((content) =>
      content.dispatchEvent(
        new KeyboardEvent('keydown', {
          ...{ key: 'Enter', code: 'Enter', keyCode: 229, isComposing: true },
          ...{ bubbles: true, cancelable: true },
        }),
      ),
    )
    expect(await textOf(editor.body)).toBe("{{ jia'ge}}")
    await compose(session, '')
    await session.send('Input.insertText', { text: '价格' })
    await editor.take('商品.价格')
    expect(await textOf(editor.body)).toBe('{{ 商品.价格 }}')
  })
})

const compose = (session: CDPSession, text: string) =>
  session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })

test('words that may stand are kept with their reason, seen when the phrase is opened again, and withdrawn', async ({
  start,
  library,
}) => {
  const { workbench } = await start()
  const bench = await workbench()
  const editor = await beginPhrase(bench)
  await editor.name('有证据', 'yz99')
  await editor.goToEnd()
  await editor.insert('亲，销量第一有报告为证')
  await editor.problem('销量第一').getByRole('button', { name: words.problems.keep }).click()
  await editor.page.getByLabel(words.waivers.reason).fill('第三方报告 2026-118')
  await editor.button(words.waivers.keep).click()
  await expect(editor.problem('销量第一')).toHaveCount(0)
  await expect(editor.waivers).toContainText('第三方报告 2026-118')
  await editor.save()
  expect(library.phrase('有证据').waivers).toEqual([
    { rule: 'rank', text: '销量第一', reason: '第三方报告 2026-118' },
  ])

  const again = await openPhrase(bench, 'yz99', '有证据')
  await expect(again.waivers).toContainText('销量第一')
  await again.button(words.waivers.withdrawOf('销量第一')).click()
  await expect(again.underlined('销量第一')).toBeVisible()
  await again.save()
  expect(library.phrase('有证据').waivers).toEqual([])
})

test('a wording for returning buyers is previewed for them, kept, and what the panel then says', async ({
  start,
  library,
  chat,
}) => {
  const { panel, workbench } = await start()
  const bench = await workbench()
  const editor = await beginPhrase(bench)
  await editor.name('欢迎', 'hy99')
  await editor.goToEnd()
  await editor.insert('欢迎光临')
  await editor.button(words.variants.add).click()
  await editor.trySave()
  await expect(editor.page.getByText('请选择这个说法适合的买家')).toBeVisible()
  await editor.chooseTypes('老客')
  await expect(editor.tab('老客')).toHaveAttribute('aria-selected', 'true')
  await editor.goToEnd()
  await editor.insert('，好久不见')
  await expect(editor.preview).toContainText('欢迎光临，好久不见')
  await expect(editor.preview.getByTitle('老客', { exact: true })).toBeVisible()
  await editor.tab(words.variants.general).click()
  await expect(editor.preview).not.toContainText('好久不见')
  // The preview's buyer chooses the wording, as in the panel.
  const supposed = editor.preview.getByLabel(words.previewBuyer)
  await supposed.click()
  await supposed.fill('老客')
  await supposed.press('Enter')
  await expect(editor.preview).toContainText('好久不见')
  await expect(editor.tab('老客')).toHaveAttribute('aria-selected', 'true')

  await editor.button(words.variants.add).click()
  await editor.chooseTypes('老客')
  await expect(editor.tab(words.variants.fresh)).toHaveAttribute('aria-selected', 'true')
  await editor.button(words.variants.remove).locator('visible=true').click()
  await editor.save()
  expect(library.bodies()).toHaveProperty('欢迎', '欢迎光临')
  expect(library.phrase('欢迎').variants).toEqual([{ buyerTypes: ['returning'], body: '欢迎光临，好久不见' }])

  await chat.focus()
  await panel.summon()
  await panel.describeBuyer('小鱼儿 老客')
  await panel.search('hy99')
  await expect(panel.script).toHaveText('欢迎光临，好久不见')
})

test('the editor can be used by everyone, in light and dark', async ({ start }) => {
  const { app, workbench } = await start()
  const bench = await workbench()
  const editor = await openPhrase(bench, '拆分', '拆到每天')
  await editor.goToEnd()
  await editor.insert(
    '这是最佳选择，绝对正品，加我微信，您是{{ 客户.省分 }}的吧，一定发{{ 商品.价格 | 每天: 90 }}',
  )
  await expect(editor.problem('微信')).toBeVisible()
  expect(await violationsInBothThemes(app, bench.page)).toEqual([])
  await editor.insert(' {{ ')
  await expect(editor.offered).toBeVisible()
  // Arrow keys scroll this list (aria-activedescendant); axe knows such lists of comboboxes only.
  const found = await violationsInBothThemes(app, bench.page)
  expect(found.filter((line) => !line.includes('scrollable-region-focusable: #cm-ac-'))).toEqual([])
  await bench.page.keyboard.press('Escape')
  await editor.button(words.help.open).locator('visible=true').click()
  await expect(editor.helpSearch).toBeFocused()
  expect(await violationsInBothThemes(app, bench.page)).toEqual([])
})
