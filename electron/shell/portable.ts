import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'

/** Beside the program in the portable archive, and nowhere else (build/electron-builder.portable.cjs). */
const MARKER = 'portable.txt'

/**
 * The folder for all data of a portable program, beside it; null for one that was installed.
 *
 * @param program absolute path of the executable
 * @throws where nothing can be written there
 */
export function portableFolder(program: string): string | null {
  const folder = path.dirname(program)
  if (!existsSync(path.join(folder, MARKER))) return null
  const data = path.join(folder, 'data')
  mkdirSync(data, { recursive: true })
  return data
}
