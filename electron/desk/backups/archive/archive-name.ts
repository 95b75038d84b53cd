import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Archive } from '../../../../shared/model/backup.ts'
import { chinaMoment } from '../../../../shared/model/china-time.ts'
import { DeskError } from '../../desk-error.ts'

const SHAPE = /^golden-six-everything-[\w.() -]{0,80}\.zip$/

/** e.g. `golden-six-everything-2026-11-21-093005.zip` */
export function archiveName(at: number): string {
  const { day, time } = chinaMoment(at)
  const seconds = String(Math.floor(at / 1000) % 60).padStart(2, '0')
  return `golden-six-everything-${day}-${time.replace(':', '')}${seconds}.zip`
}

/** The archives in `folder`, newest first; those that were copied there from another machine, too. */
export function archivesOn(folder: string): Archive[] {
  let files: string[]
  try {
    files = readdirSync(folder)
  } catch {
    return []
  }
  return files
    .filter((name) => SHAPE.test(name))
    .flatMap((name) => {
      const stats = statSync(path.join(folder, name), { throwIfNoEntry: false })
      return stats?.isFile() ? [{ name, at: Math.round(stats.mtimeMs), bytes: stats.size }] : []
    })
    .sort((a, b) => b.at - a.at)
}

/** Where the archive of that name lies. @throws DeskError `not-found` */
export function archiveOn(folder: string, name: string): string {
  if (archivesOn(folder).some((archive) => archive.name === name)) return path.join(folder, name)
  throw new DeskError('not-found', '这个文件已经不在备份文件夹里了，请刷新列表再选')
}
