import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Tests that wait for real windows to come to the front; beside others that take the processor, some would wait in vain. */
const ON_A_SCREEN = ['tests/integration/{shell,standin,launch}/**/*.test.ts']

const shared = {
  testTimeout: 20_000,
  // Opening a library is quick; on a crowded machine nothing is.
  hookTimeout: 60_000,
  pool: 'forks' as const,
}

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'plain',
          include: ['tests/{unit,integration,fuzz}/**/*.test.ts'],
          exclude: ON_A_SCREEN,
          // Many wait for programs and disks: on two cores, two at once take little more than half the time.
          maxWorkers: Math.max(2, availableParallelism() - 1),
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...shared,
          name: 'screen',
          include: ON_A_SCREEN,
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
