import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import path from 'node:path'
import { DeskError } from '../desk-error.ts'
import { type FolderFacts, whyUnsafe } from './folder-safety.ts'

/**
 * Refuses a folder that a cloud drive syncs or that lies on another machine, which is where SQLite's files get damaged
 * or lost: https://www.sqlite.org/howtocorrupt.html
 *
 * @throws DeskError `folder-synced`
 */
export function refuseUnsafeFolder(folder: string): void {
  const why = whyUnsafe(factsOf(folder))
  if (why) {
    throw new DeskError(
      'folder-synced',
      `${why}，话术库放在里面会损坏或丢失，没有在那里打开。请把数据文件夹放在本机磁盘上（如默认的位置）；要同步的话，在“设置”里把备份文件夹设到那里，或用“团队”共享话术：${folder}`,
    )
  }
}

function factsOf(folder: string): FolderFacts {
  const resolved = path.resolve(folder)
  return {
    platform: process.platform,
    folder: resolved,
    realFolder: realPathOf(resolved),
    env: process.env,
    home: homedir(),
    exists: existsSync,
    driveType: process.platform === 'win32' ? windowsDriveType(path.parse(resolved).root) : null,
    mounts: process.platform === 'linux' ? readMounts() : null,
  }
}

/** Where the folder really is, or will be, links followed. */
function realPathOf(folder: string): string {
  const missing: string[] = []
  for (let above = folder; ; above = path.dirname(above)) {
    try {
      return path.join(realpathSync.native(above), ...missing)
    } catch {
      if (path.dirname(above) === above) return folder
      missing.unshift(path.basename(above))
    }
  }
}

function readMounts(): string | null {
  try {
    return readFileSync('/proc/self/mountinfo', 'utf8')
  } catch {
    return null
  }
}

/** fileapi.h: 4 is a network drive. Null when Windows cannot be asked. */
function windowsDriveType(root: string): number | null {
  try {
    // Loaded here only: its native part would slow every other start.
    const koffi = createRequire(import.meta.url)('koffi') as typeof import('koffi')
    const getDriveType = koffi.load('kernel32.dll').func('uint32_t __stdcall GetDriveTypeW(str16 root)')
    return getDriveType(root) as number
  } catch {
    return null
  }
}
