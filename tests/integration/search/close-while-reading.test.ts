import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const PROGRAM = fileURLToPath(new URL('./closing.ts', import.meta.url))

it('a program that closes the search at any moment of a reading comes to its end', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    PROGRAM,
  ])
  expect(stdout).toBe('closed 12 of 12')
}, 60_000)
