import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Tests that wait for real windows to come to the front; beside others that take the processor, some would wait in vain. */
const ON_A_SCREEN = ['tests/integration/{shell,standin,launch}/**/*.test.ts']

/** Many wait for programs and disks, so one more than there are cores. */
const maxWorkers = availableParallelism() + 1

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
          name: 'units',
          include: ['tests/unit/**/*.test.ts'],
          // Plain functions keep nothing between two calls: loading them anew for each file took two thirds of the time.
          isolate: false,
          maxWorkers,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...shared,
          name: 'plain',
          include: ['tests/{integration,fuzz}/**/*.test.ts'],
          exclude: ON_A_SCREEN,
          maxWorkers,
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
