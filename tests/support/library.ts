import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { type Desk, type DeskOptions, openDesk } from '../../electron/desk/open-desk.ts'

/** A folder that is gone when the test is over. Its name has what users' folders have: Chinese, a space, an emoji. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), '黄金六秒 测试😀-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** An open desk, closed when the test is over; empty and in a folder of its own unless the test says otherwise. */
export function openTestDesk(options: Partial<DeskOptions> = {}): Desk {
  const desk = openDesk({ dataDir: temporaryFolder(), empty: true, ...options })
  onTestFinished(() => desk.close())
  return desk
}
