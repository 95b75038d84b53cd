import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const PROGRAM = path.join(import.meta.dirname, 'closing.ts')

it('a program that closes the search at any moment of a reading comes to its end', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    PROGRAM,
  ])
  expect(stdout).toBe('closed 12 of 12')
}, 60_000)
