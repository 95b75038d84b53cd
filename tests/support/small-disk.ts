import { execFileSync, spawnSync } from 'node:child_process'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from './library.ts'

/** A disk of so many kilobytes, or null where this account may make none. */
export function smallDisk(kilobytes: number): string | null {
  const folder = temporaryFolder()
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder]).status !== 0)
    return null
  onTestFinished(() => void execFileSync('umount', [folder]))
  return folder
}
