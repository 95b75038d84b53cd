import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/integration/**/*.test.ts', 'tests/fuzz/**/*.test.ts'],
    testTimeout: 20_000,
    // Opening a library is quick; on a crowded machine nothing is.
    hookTimeout: 60_000,
    pool: 'forks',
    // Most files wait for programs, disks and screens: on two cores, two at once take little more than half the time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
})
