import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { type ImportFailure, refusalBySize } from '../../shared/model/transfer.ts'
import { Refused } from './words.ts'

export type InputFile =
  | { ok: true; file: { name: string; bytes: Uint8Array } }
  | ({ ok: false } & ImportFailure)

/** @throws Refused for what is no file, and the system's own error for what cannot be read */
export function inputFile(file: string): InputFile {
  const stats = statSync(file)
  if (stats.isDirectory()) throw new Refused(`这是文件夹，不是文件：${file}`)
  // A device or a pipe has no size to refuse it by, and may never end.
  if (!stats.isFile()) throw new Refused(`这不是普通的文件：${file}`)
  const tooLarge = refusalBySize(stats.size)
  if (tooLarge) return { ok: false, ...tooLarge }
  return { ok: true, file: { name: path.basename(file), bytes: readFileSync(file) } }
}
