import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { PACK_LIMITS } from '../../shared/model/pack.ts'
import { type ImportFailure, refusalBySize } from '../../shared/model/transfer.ts'
import { STANDARD, type StandardStreams } from './standard-streams.ts'
import { Refused } from './words.ts'

export type InputFile =
  | { ok: true; file: { name: string; bytes: Uint8Array } }
  | ({ ok: false } & ImportFailure)

/**
 * A file that a person named, or standard input for `-`.
 *
 * @param most bytes; a larger file is not read
 * @throws Refused for what is no file, and the system's own error for what cannot be read
 */
export async function inputFile(
  file: string,
  streams: Pick<StandardStreams, 'read'>,
  most?: number,
): Promise<InputFile> {
  if (file === STANDARD) {
    const bytes = await streams.read()
    const tooLarge = refusalBySize(bytes.length, most)
    return tooLarge ? { ok: false, ...tooLarge } : { ok: true, file: { name: '标准输入', bytes } }
  }
  const stats = statSync(file)
  if (stats.isDirectory()) throw new Refused(`这是文件夹，不是文件：${file}`)
  // A device or a pipe has no size to refuse it by, and may never end.
  if (!stats.isFile()) throw new Refused(`这不是普通的文件：${file}`)
  const tooLarge = refusalBySize(stats.size, most)
  if (tooLarge) return { ok: false, ...tooLarge }
  return { ok: true, file: { name: path.basename(file), bytes: readFileSync(file) } }
}

/** The bytes of a pack that a person named. @throws as `inputFile`, and Refused for more than a pack may be */
export async function packBytes(file: string, streams: Pick<StandardStreams, 'read'>): Promise<Uint8Array> {
  const input = await inputFile(file, streams, PACK_LIMITS.fileBytes)
  if (!input.ok) throw new Refused(input.reason)
  return input.file.bytes
}
