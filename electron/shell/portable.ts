import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { DeskError } from '../desk/desk-error.ts'

/** Beside the program in the portable archive, and nowhere else (build/electron-builder.portable.cjs). */
const MARKER = 'portable.txt'

/**
 * The folder for all data of a portable program, beside it; null for one that was installed.
 *
 * @param program absolute path of the executable
 * @throws DeskError `folder-unusable` where nothing can be written there, as on a disc or under Program Files
 */
export function portableFolder(program: string): string | null {
  const folder = path.dirname(program)
  if (!existsSync(path.join(folder, MARKER))) return null
  const data = path.join(folder, 'data')
  try {
    mkdirSync(data, { recursive: true })
  } catch (cause) {
    const message = `这个文件夹不能写：${folder}。免安装版要把数据放在程序旁边，请把整个文件夹移到能写的地方（如 D 盘或桌面）再打开`
    throw new DeskError('folder-unusable', message, cause)
  }
  return data
}
