import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '../support/fixtures.ts'
import { isTrueElectron } from '../support/runtime.ts'

// What only Electron's own runtime has. Elsewhere these are counted as skipped, with the reason.
test.skip(
  !isTrueElectron,
  'needs the true Electron runtime (GOLDEN_SIX_TRUE_ELECTRON=1): the stand-in has none of this',
)

test('every page runs in a sandboxed process with the switches that were asked for', async ({ start }) => {
  const { app, workbench } = await start()
  await workbench()
  const preferences = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getLastWebPreferences()),
  )
  expect(preferences).toHaveLength(2)
  for (const one of preferences)
    expect(one).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
    })
})

test('the runtime is the one the project names, with a clipboard of promises', async ({ start }) => {
  const { app } = await start()
  const [electron, reading] = await app.evaluate(({ clipboard }) => [
    process.versions.electron,
    clipboard.readText() instanceof Promise,
  ])
  expect(electron).toMatch(/^45\./)
  expect(reading).toBe(true)
})

test('a library that cannot be opened is told of in a native dialog, and the program ends', async ({
  start,
  library,
}) => {
  mkdirSync(library.dataDir, { recursive: true })
  writeFileSync(
    path.join(library.dataDir, 'golden-six.sqlite'),
    'this is no database, though it has a database’s name',
  )
  await expect(start()).rejects.toThrow()
})
