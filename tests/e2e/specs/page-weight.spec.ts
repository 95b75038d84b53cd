import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { strings } from '../../../renderer/workbench/strings.ts'
import { expect, test } from '../support/fixtures.ts'
import { root } from '../support/runtime.ts'

/** What any one script of a page may weigh, minified. */
const MOST_BYTES = 900_000

test('no script of any page weighs more than 900 kB', () => {
  const folder = path.join(root, 'out', 'renderer', 'assets')
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(3)
  const heavy = scripts.filter((name) => statSync(path.join(folder, name)).size > MOST_BYTES)
  expect(heavy).toEqual([])
})

test('the list of phrases does not load the editor; opening a phrase does', async ({ start }) => {
  const { workbench } = await start()
  const bench = await workbench()
  const loaded = () =>
    bench.page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name.slice(name.lastIndexOf('/') + 1))
        .filter((name) => name.startsWith('PhraseEditor-') && name.endsWith('.js')),
    )
  await expect(bench.phrase('标准问候')).toBeVisible()
  expect(await loaded()).toEqual([])
  await bench.phrase('标准问候').click()
  await expect(bench.field(strings.editor.fields.body)).toBeVisible()
  expect(await loaded()).toHaveLength(1)
})
