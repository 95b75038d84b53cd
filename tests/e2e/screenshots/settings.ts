import type { Locator } from '@playwright/test'
import { shopsStrings } from '../../../renderer/workbench/strings/shops.ts'
import { tourStrings } from '../../../renderer/workbench/strings/tour.ts'
import { strings } from '../../../renderer/workbench/strings.ts'
import type { Desktop } from '../../support/desktop/desktop.ts'
import type { Workbench } from '../pages/workbench.ts'
import { type Program, profileIn, startProgram } from '../support/program.ts'
import { type TakePage, takeInBothThemes } from './themes.ts'

/** Each part of the page that has a look of its own, in the order in which it stands there. */
const PARTS = ['hotkeys', 'sidecar', 'targets', 'shops', 'backup', 'privacy', 'about'] as const

/** 设置, part by part, with two shops. */
export async function takeSettings(bench: Workbench, app: Program['app'], takePage: TakePage): Promise<void> {
  await bench.goTo('settings')
  await bench.button(shopsStrings.create).click()
  const dialog = bench.page.getByRole('dialog', { name: shopsStrings.create })
  await dialog.getByLabel(shopsStrings.name).fill('男装旗舰店')
  await dialog.getByRole('button', { name: shopsStrings.create }).click()
  await bench.page.getByRole('listitem').filter({ hasText: '男装旗舰店' }).first().waitFor()
  // The folders of these pictures are nobody's.
  const folderIn = (section: string) => bench.page.locator(`section#${section}`).getByTitle(strings.copyHint)
  await say(folderIn('about'), 'D:\\黄金六秒')
  await say(folderIn('backup'), 'D:\\黄金六秒\\backups')
  for (const part of PARTS) {
    await goToPart(bench, part)
    await takeInBothThemes(app, bench, `settings-${part}`, takePage)
  }
}

function say(button: Locator, text: string): Promise<void> {
  return button.evaluate((element, words) => {
    element.textContent = words
  }, text)
}

export async function goToPart({ page }: Workbench, id: string): Promise<void> {
  await page.locator(`section#${id}`).evaluate((section) => section.scrollIntoView({ block: 'start' }))
}

/** Every stop of the tour, as somebody sees them who starts the program for the first time. */
export async function takeTour(desktop: Desktop, folder: string, takePage: TakePage): Promise<void> {
  const program = await startProgram({
    ...{ desktop, dataDir: `${folder}/library`, profile: profileIn(folder), isFirstStart: true },
  })
  const bench = await program.openedWorkbench()
  const titles = ['welcome', 'hotkey', 'use', 'products', 'phrases', 'settings', 'import'] as const
  for (const stop of titles) {
    await bench.page.getByText(tourStrings[stop].title, { exact: true }).waitFor()
    // The page that the stop is about has come, and what it points at is lit.
    await bench.page.locator('main h1, main [role=grid]').first().waitFor({ state: 'attached' })
    await takeInBothThemes(program.app, bench, `tour-${stop}`, takePage)
    if (stop !== 'import') await bench.page.getByRole('button', { name: tourStrings.next }).click()
  }
  await bench.page.getByRole('button', { name: tourStrings.finish }).click()
  await bench.page.getByRole('button', { name: strings.phrases.create }).waitFor()
  await program.quit()
}
