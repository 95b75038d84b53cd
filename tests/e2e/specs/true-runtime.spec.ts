import { readFileSync } from 'node:fs'
import { expect, test } from '../support/fixtures.ts'
import { isTrueElectron } from '../support/runtime.ts'

// What only Electron's own runtime has. Elsewhere these are counted as skipped, with the reason.
test.skip(
  !isTrueElectron,
  'needs the true Electron runtime (GOLDEN_SIX_TRUE_ELECTRON=1): the stand-in has none of this',
)

test('the runtime is the one the project names', async ({ start }) => {
  const { app } = await start()
  expect(await app.evaluate(() => process.versions.electron)).toMatch(/^45\./)
})

test('the page’s process is confined by the system', async ({ start }) => {
  test.skip(process.platform !== 'linux', 'reads /proc, which only Linux has')
  test.skip(process.getuid?.() === 0, 'root cannot use Chromium’s sandbox: run the suite as an ordinary user')
  const { app } = await start()
  const processId = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  )
  // 2: system calls go through a filter (proc_pid_status(5)).
  expect(readFileSync(`/proc/${processId}/status`, 'utf8')).toMatch(/^Seccomp:\s*2$/m)
})
