import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { strings } from '../../../renderer/workbench/strings.ts'
import { makeHugeLibrary } from '../../bench/workbench/huge-library.ts'
import type { Desktop } from '../../support/desktop/desktop.ts'
import { PhrasesPage } from '../pages/phrases.ts'
import { type Program, profileIn, startProgram } from '../support/program.ts'
import { goToPart } from './settings.ts'
import { type TakePage, takeInBothThemes } from './themes.ts'

const words = strings.phrases
const HUGE = 100_000

/** 话术 of a shop with years behind it: its table, filtered and ticked, and its tree, in light and dark; and with nothing in it. */
export async function takePhrases(desktop: Desktop, folder: string, takePage: TakePage): Promise<void> {
  const huge = path.join(folder, 'huge')
  mkdirSync(huge)
  await makeHugeLibrary(path.join(huge, 'library'), HUGE)
  await inProgram(desktop, huge, async (program) => {
    const bench = await program.workbench()
    const page = new PhrasesPage(bench)
    await page.table.locator('[data-index="0"][aria-selected]').waitFor()
    await takeInBothThemes(program.app, bench, 'phrases-huge', takePage)

    await page.filterBy(words.filters.validity, words.filters.validities.expiring)
    await page.group('品类00').dblclick()
    await page.group('场景01').click()
    await page.page
      .getByRole('button', { name: words.filters.without(`${words.filters.group}：场景01`) })
      .click()
    await page.table.locator('[aria-selected][data-index="1"] [data-part=tick]').click()
    await page.table
      .locator('[aria-selected][data-index="4"] [data-part=tick]')
      .click({ modifiers: ['Shift'] })
    await takeInBothThemes(program.app, bench, 'phrases-bulk', takePage)
    await page.page.getByRole('button', { name: words.filters.label, exact: true }).click()
    await page.page.getByRole('switch', { name: words.filters.onlyArchived }).waitFor()
    await takeInBothThemes(program.app, bench, 'phrases-filters', takePage)
  })

  const empty = path.join(folder, 'phrases-empty')
  mkdirSync(empty)
  await makeHugeLibrary(path.join(empty, 'library'), 0)
  await inProgram(desktop, empty, async (program) => {
    const bench = await program.workbench()
    await bench.page.getByText(words.emptyLibrary).waitFor()
    await takeInBothThemes(program.app, bench, 'phrases-empty', takePage)
    await bench.goTo('settings')
    await goToPart(bench, 'tiers')
    await takeInBothThemes(program.app, bench, 'settings-empty', takePage)
  })
}

async function inProgram(
  desktop: Desktop,
  folder: string,
  act: (program: Program) => Promise<void>,
): Promise<void> {
  const program = await startProgram({
    ...{ desktop, dataDir: path.join(folder, 'library'), profile: profileIn(folder) },
  })
  try {
    await act(program)
  } finally {
    await program.quit()
  }
}
