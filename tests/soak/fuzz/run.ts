import { spawnSync } from 'node:child_process'
import path from 'node:path'

// The long form of tests/fuzz: more than a thousand inputs for each procedure, and from another beginning each time.

const FACTOR = 20
const root = path.resolve(import.meta.dirname, '../../..')
const seed = String(Math.floor(Date.now() / 1000) % 100_000)

console.log(`fuzzing with seed ${seed}`)
const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', 'tests/fuzz'], {
  cwd: root,
  env: { ...process.env, GOLDEN_SIX_FUZZ_FACTOR: String(FACTOR), GOLDEN_SIX_FUZZ_SEED: seed },
  stdio: 'inherit',
})
process.exitCode = status ?? 1
