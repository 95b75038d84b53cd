import { accessSync, constants, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { writeWhole } from '../desk/database/write-whole.ts'
import { Refused } from './words.ts'

export interface OutputOptions {
  /** Replaces a file that is there. */
  overwrites: boolean
  /** Who may read it, as `chmod` takes it; the system's own choice without. */
  mode?: number
}

/**
 * Says no to a place where nothing can be written, before the work is done that would be written there.
 *
 * @throws Refused
 */
export function refuseOutput(file: string, { overwrites }: OutputOptions): void {
  const folder = path.dirname(file)
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Refused(`没有这个文件夹：${folder}`)
  const present = statSync(file, { throwIfNoEntry: false })
  if (present?.isDirectory()) throw new Refused(`这是文件夹，要写明文件名：${file}`)
  if (present && !overwrites) throw new Refused(`已经有这个文件，没有覆盖它：${file}`)
  try {
    accessSync(isPlain(file) ? folder : file, constants.W_OK)
  } catch {
    throw new Refused(`没有权限写到这里：${file}`)
  }
}

/**
 * Writes a file whole or not at all: what was there stays until the new one is on the disk.
 *
 * @throws Refused as `refuseOutput`; the system's own error where the disk fails or is full
 */
export function writeOutput(file: string, bytes: Uint8Array | string, options: OutputOptions): void {
  refuseOutput(file, options)
  // A device or a pipe is written to; a file put in its place would end it.
  if (isPlain(file)) writeWhole(file, bytes, options.mode)
  else writeFileSync(file, bytes)
}

/** Nothing, or a file like any other. */
function isPlain(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? true
}
