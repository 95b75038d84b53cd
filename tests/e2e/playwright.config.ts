import { defineConfig } from '@playwright/test'
import { chooseRuntime } from './support/runtime.ts'
import { hasOwnScreen } from './support/system-desktop.ts'

// One set of specs for the Electron stand-in and for true Electron (GOLDEN_SIX_TRUE_ELECTRON=1, where its runtime is
// installed). They run the built bundles in out/: build first, or use `npm test`, which does.
chooseRuntime()

export default defineConfig({
  testDir: './specs',
  outputDir: '../../test-results',
  timeout: 45_000,
  expect: { timeout: 8_000 },
  // Each worker has a desktop of its own: two programs on one would fight for the keyboard. A good part of
  // the time goes by waiting: three fill two cores.
  workers: hasOwnScreen ? 3 : 1,
  forbidOnly: true,
  reporter: [['list'], ['./support/summary-reporter.ts']],
})
