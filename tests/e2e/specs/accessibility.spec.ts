import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { strings } from '../../../renderer/workbench/strings.ts'
import { expect, test } from '../support/fixtures.ts'

/** What axe finds wrong by WCAG 2.2 A and AA, in one line each. Legacy mode: Electron opens no tab for axe's own page. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
  )
}

for (const theme of ['light', 'dark'] as const) {
  test(`the panel can be used by everyone, ${theme}`, async ({ start, chat }) => {
    const { app, panel } = await start()
    await app.evaluate(({ nativeTheme }, source) => {
      nativeTheme.themeSource = source
    }, theme)
    await chat.focus()
    await panel.summon()
    await panel.search('jia')
    await expect(panel.script).toBeVisible()
    expect(await violations(panel.page)).toEqual([])
    await panel.press('F1')
    await expect(panel.page.getByRole('dialog')).toBeVisible()
    expect(await violations(panel.page)).toEqual([])
    await panel.press('Escape', 'ctrl+a', 'BackSpace')
    await panel.type('@')
    await expect(panel.selectedRow).toBeVisible()
    expect(await violations(panel.page)).toEqual([])
  })

  test(`the workbench can be used by everyone, ${theme}`, async ({ start }) => {
    test.slow()
    const { app, workbench } = await start()
    await app.evaluate(({ nativeTheme }, source) => {
      nativeTheme.themeSource = source
    }, theme)
    const bench = await workbench()
    await expect(bench.phrase('标准问候')).toBeVisible()
    expect(await violations(bench.page)).toEqual([])
    await bench.phrase('标准问候').click()
    await expect(bench.field(strings.editor.fields.body)).toBeVisible()
    expect(await violations(bench.page)).toEqual([])
    await bench.button(strings.cancel).click()
    for (const page of ['products', 'settings'] as const) {
      await bench.goTo(page)
      await expect(bench.page.getByRole('main').getByRole('textbox').first()).toBeVisible()
      expect(await violations(bench.page)).toEqual([])
    }
  })
}
