import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from './fixtures.ts'
import { type Program, profileIn, startProgram } from './program.ts'

/**
 * One program, on a library of its own, for all stories of a file that leave nothing behind in it. It holds the hotkey:
 * a story beside them cannot start another one.
 */
export function programForAll(): () => Program {
  let folder: string
  let program: Program
  test.beforeAll(async ({ desktop }) => {
    folder = mkdtempSync(path.join(tmpdir(), 'golden-six-e2e-'))
    program = await startProgram({
      desktop,
      dataDir: path.join(folder, 'library'),
      profile: profileIn(folder),
    })
  })
  test.afterAll(async () => {
    await program.quit()
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  })
  return () => program
}
